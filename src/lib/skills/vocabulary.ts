/** The headings under which skills are listed, in the order in which people see them. */
export const skillCategories = [
	'repairs',
	'errands',
	'household',
	'care',
	'health',
	'learning',
	'digital',
	'law_and_mediation',
	'mind',
	'culture_and_sport',
	'safety',
	'environment',
	'driving',
	'languages',
	'livelihood',
	'office'
] as const;

export type SkillCategory = (typeof skillCategories)[number];

/** The four teams of seed 003: 便民 everyday help, 安民 safety and peace, 济困 hardship, 带富 livelihood. */
export const themes = ['bianmin', 'anmin', 'jikun', 'daifu'] as const;

export type Theme = (typeof themes)[number];

/** The nearest entry of OpenCIOC's volunteer classifications (CC0), for exchange with other systems. */
export interface Counterpart {
	list: 'interest' | 'skillexperience';
	code: string;
}

export interface Skill {
	category: SkillCategory;
	/** The team that a volunteer with this skill is proposed for. */
	theme: Theme;
	/** Null where the classifications know nothing like it. Several skills may share one. */
	counterpart: Counterpart | null;
	/** Level 3 is confirmed only on sight of a certificate or licence. */
	needsCertificate: boolean;
}

const interest = (code: string): Counterpart => ({ list: 'interest', code });
const experience = (code: string): Counterpart => ({ list: 'skillexperience', code });
const certificate = true;

function skill(
	category: SkillCategory,
	theme: Theme,
	counterpart: Counterpart | null,
	needsCertificate = false
): Skill {
	return { category, theme, counterpart, needsCertificate };
}

/** Every skill a volunteer can put on the card. Keys are stored: rename none, drop none that is in use. */
export const vocabulary = {
	plumbing: skill('repairs', 'bianmin', interest('PLUMBING')),
	electrics: skill('repairs', 'bianmin', interest('ELECTRICAL'), certificate),
	appliances: skill('repairs', 'bianmin', interest('MAINTENANCE')),
	locks: skill('repairs', 'bianmin', interest('TRADE')),
	furniture: skill('repairs', 'bianmin', interest('CARPENTRY')),
	wall_painting: skill('repairs', 'bianmin', interest('PAINTING')),
	computer_repair: skill('repairs', 'bianmin', interest('COMPUTERHW')),

	shopping: skill('errands', 'bianmin', null),
	paperwork_errands: skill('errands', 'bianmin', null),
	delivery: skill('errands', 'bianmin', interest('TRANSPORTATION')),

	haircuts: skill('household', 'bianmin', interest('ESTHETIC')),
	sewing: skill('household', 'bianmin', interest('FASHION')),
	cooking: skill('household', 'bianmin', interest('FOOD')),
	cleaning: skill('household', 'bianmin', interest('CLEANING')),
	moving: skill('household', 'bianmin', interest('MOVING')),
	pet_care: skill('household', 'bianmin', interest('ANIMALS')),
	lending_a_hand: skill('household', 'bianmin', interest('LABOUR')),

	hospital_company: skill('care', 'jikun', interest('PERSONAL')),
	elder_care: skill('care', 'jikun', experience('ELDERCARE')),
	child_care: skill('care', 'jikun', interest('CHILDCARE')),
	companionship: skill('care', 'jikun', interest('FRIEND')),
	reading_aloud: skill('care', 'jikun', interest('READING')),
	disability_support: skill('care', 'jikun', interest('SPECIALNEEDS')),
	guiding_the_blind: skill('care', 'jikun', interest('VISUALIMPAIRMENT')),

	first_aid: skill('health', 'jikun', experience('FIRSTAID'), certificate),
	nursing: skill('health', 'jikun', experience('MEDICAL'), certificate),
	massage: skill('health', 'jikun', interest('THERAPY'), certificate),
	health_talks: skill('health', 'jikun', interest('HEALTH')),

	tutoring_chinese: skill('learning', 'bianmin', interest('TUTORING')),
	tutoring_maths_science: skill('learning', 'bianmin', interest('TUTORING')),
	tutoring_english: skill('learning', 'bianmin', interest('TUTORING')),
	homework_supervision: skill('learning', 'bianmin', interest('EDUCATIONCHILDYOUTH')),
	giving_talks: skill('learning', 'bianmin', experience('SPEAKING')),

	phone_use: skill('digital', 'bianmin', interest('COMPUTERSUPPORT')),
	online_payments: skill('digital', 'bianmin', interest('LIFESKILLS')),
	computer_use: skill('digital', 'bianmin', experience('COMPUTER')),
	photography: skill('digital', 'bianmin', interest('PHOTOGRAPHY')),

	policy_advice: skill('law_and_mediation', 'bianmin', interest('INFORMREFERRAL')),
	legal_advice: skill('law_and_mediation', 'anmin', experience('LEGAL'), certificate),
	mediation: skill('law_and_mediation', 'anmin', null),

	psychological_support: skill('mind', 'anmin', experience('COUNSELING'), certificate),
	bereavement_support: skill('mind', 'jikun', interest('DISTRESS')),

	calligraphy: skill('culture_and_sport', 'bianmin', interest('ARTSCRAFTS')),
	painting: skill('culture_and_sport', 'bianmin', interest('ARTSCRAFTS')),
	opera: skill('culture_and_sport', 'bianmin', interest('MUSICDRAMA')),
	choir: skill('culture_and_sport', 'bianmin', interest('MUSICDRAMA')),
	dance: skill('culture_and_sport', 'bianmin', interest('MUSICDRAMA')),
	tai_chi: skill('culture_and_sport', 'bianmin', interest('FITNESS')),
	musical_instruments: skill('culture_and_sport', 'bianmin', interest('MUSICDRAMA')),
	chess: skill('culture_and_sport', 'bianmin', interest('GAMES')),
	storytelling: skill('culture_and_sport', 'bianmin', interest('CULTURE')),
	handicrafts: skill('culture_and_sport', 'bianmin', interest('ARTSCRAFTS')),
	event_organising: skill('culture_and_sport', 'bianmin', interest('EVENT')),

	patrol: skill('safety', 'anmin', interest('SECURITY')),
	fire_safety: skill('safety', 'anmin', interest('EMERGENCY')),
	traffic_guidance: skill('safety', 'anmin', interest('SECURITY')),
	fraud_prevention: skill('safety', 'anmin', interest('OUTREACH')),
	emergency_response: skill('safety', 'anmin', interest('DISASTER')),

	gardening: skill('environment', 'bianmin', interest('GARDEN')),
	waste_sorting: skill('environment', 'bianmin', interest('NATURE')),
	street_cleaning: skill('environment', 'bianmin', interest('CLEANING')),

	driving: skill('driving', 'bianmin', interest('TRANSPORTATION'), certificate),
	accessible_transport: skill('driving', 'jikun', interest('TRANSPORTATION'), certificate),

	english_interpreting: skill('languages', 'bianmin', interest('TRANSLATION')),
	dialect_interpreting: skill('languages', 'bianmin', interest('TRANSLATION')),
	sign_language: skill('languages', 'jikun', interest('SPEECHHEARING')),

	job_advice: skill('livelihood', 'daifu', interest('EMPLOYMENT')),
	business_advice: skill('livelihood', 'daifu', interest('MENTOR')),
	farming: skill('livelihood', 'daifu', interest('HARVEST')),
	online_selling: skill('livelihood', 'daifu', interest('SALES')),

	letters_and_forms: skill('office', 'bianmin', interest('WRITING')),
	bookkeeping: skill('office', 'daifu', experience('FINANCE')),
	design: skill('office', 'bianmin', interest('GRAPHICDESIGN')),
	data_entry: skill('office', 'bianmin', interest('CLERICAL')),
	publicity: skill('office', 'bianmin', interest('MARKETING'))
} as const satisfies Record<string, Skill>;

export type SkillKey = keyof typeof vocabulary;

export const skillKeys = Object.keys(vocabulary) as SkillKey[];
