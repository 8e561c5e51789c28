import type { IconName } from '#lib/ui/icons.ts';
import type { SkillLevel } from './skills.ts';
import type { SkillKey } from './vocabulary.ts';

/** The picture tiles of the first question, in their order, each with a lucide icon. */
export const needGroups = {
	home_repairs: { icon: 'wrench' },
	errands: { icon: 'shopping-bag' },
	medical: { icon: 'briefcase-medical' },
	digital: { icon: 'smartphone' },
	company: { icon: 'message-square' },
	learning: { icon: 'graduation-cap' },
	advice: { icon: 'scale' },
	other: { icon: 'ellipsis' }
} as const satisfies Record<string, { icon: IconName }>;

export type NeedGroup = keyof typeof needGroups;

export const needGroupKeys = Object.keys(needGroups) as NeedGroup[];

/**
 * Where the help happens: at the resident's home; somewhere else in the neighbourhood; by telephone; or at home or
 * by telephone, as the resident prefers.
 */
export type Presence = 'home' | 'outside' | 'telephone' | 'either';

/**
 * What may happen to the helper. `some`: said before anybody accepts (志愿服务条例 12). `insured`: heights,
 * electricity, driving or lifting, so insurance is recorded beforehand (志愿服务条例 17).
 */
export type Risk = 'none' | 'some' | 'insured';

export interface Need {
	group: NeedGroup;
	skill: SkillKey;
	/** The lowest level that will do. */
	level: SkillLevel;
	/** The skill must have been confirmed by staff or by a finished course. */
	confirmed: boolean;
	presence: Presence;
	/** Alone with a child, an ill or frail person, or near money, keys or papers: vetted volunteers only. */
	vulnerable: boolean;
	/** Usual length in minutes, travel not included. */
	minutes: number;
	risk: Risk;
	/** Seen only by those who handle it, and in no open list. */
	confidential: boolean;
	/** Its picture. */
	icon: IconName;
	/** How many volunteers it usually takes. */
	people: number;
	/** Asked for by organisations rather than by residents. */
	forUnits: boolean;
}

const usual = {
	level: 1,
	confirmed: false,
	presence: 'home',
	vulnerable: false,
	minutes: 60,
	risk: 'none',
	confidential: false,
	people: 1,
	forUnits: false
} as const satisfies Partial<Need>;

/** The person who comes has shown what he or she can do. */
const proven = { level: 2, confirmed: true } as const;
/** The person who comes holds a certificate that staff have seen. */
const certified = { level: 3, confirmed: true } as const;
const vetted = { vulnerable: true } as const;
const inConfidence = { vulnerable: true, confidential: true } as const;
const lesson = { level: 2, vulnerable: true, minutes: 90 } as const;
const unitEvent = { presence: 'outside', forUnits: true, minutes: 180 } as const;

function need(group: NeedGroup, skill: SkillKey, icon: IconName, unusual: Partial<Need> = {}): Need {
	return { ...usual, group, skill, icon, ...unusual };
}

/** Every kind of help that can be asked for. Keys are stored: rename none, drop none that is in use. */
export const needs = {
	fix_plumbing: need('home_repairs', 'plumbing', 'droplets', { ...proven, minutes: 40 }),
	change_bulb: need('home_repairs', 'electrics', 'lightbulb', { minutes: 20, risk: 'insured' }),
	fix_wiring: need('home_repairs', 'electrics', 'plug-zap', { ...certified, risk: 'insured' }),
	fix_appliance: need('home_repairs', 'appliances', 'washing-machine', { level: 2, risk: 'insured' }),
	fix_lock: need('home_repairs', 'locks', 'lock', { ...proven, ...vetted, minutes: 40 }),
	fix_furniture: need('home_repairs', 'furniture', 'armchair'),

	shopping: need('errands', 'shopping', 'shopping-basket', { presence: 'outside' }),
	queue_for_papers: need('errands', 'paperwork_errands', 'ticket', {
		...vetted,
		presence: 'outside',
		minutes: 120
	}),
	fetch_things: need('errands', 'delivery', 'package', { presence: 'outside', minutes: 30 }),
	write_letter: need('errands', 'letters_and_forms', 'pen-line', { ...vetted, minutes: 40 }),

	accompany_to_hospital: need('medical', 'hospital_company', 'hospital', {
		...vetted,
		presence: 'outside',
		minutes: 180,
		risk: 'some'
	}),
	ride_to_hospital: need('medical', 'accessible_transport', 'car', {
		...certified,
		...vetted,
		presence: 'outside',
		minutes: 90,
		risk: 'insured'
	}),
	visit_the_sick: need('medical', 'companionship', 'hand-heart', { ...vetted, minutes: 40, risk: 'some' }),
	check_blood_pressure: need('medical', 'nursing', 'heart-pulse', { ...certified, ...vetted, minutes: 20 }),

	use_phone: need('digital', 'phone_use', 'smartphone'),
	pay_by_phone: need('digital', 'online_payments', 'wallet', { ...vetted, minutes: 40 }),
	fix_computer: need('digital', 'computer_repair', 'laptop', { level: 2 }),

	chat: need('company', 'companionship', 'message-circle', { ...vetted, presence: 'either' }),
	read_newspaper: need('company', 'reading_aloud', 'newspaper', vetted),
	walk_together: need('company', 'companionship', 'footprints', {
		...vetted,
		presence: 'outside',
		risk: 'some'
	}),
	care_at_home: need('company', 'elder_care', 'house-heart', {
		...proven,
		...vetted,
		minutes: 90,
		risk: 'some'
	}),
	mind_child: need('company', 'child_care', 'baby', { ...proven, ...vetted, minutes: 120, risk: 'some' }),

	homework: need('learning', 'homework_supervision', 'notebook-pen', { ...vetted, minutes: 90 }),
	tutor_chinese: need('learning', 'tutoring_chinese', 'book-open', lesson),
	tutor_maths_science: need('learning', 'tutoring_maths_science', 'calculator', lesson),
	tutor_english: need('learning', 'tutoring_english', 'languages', lesson),

	ask_about_policy: need('advice', 'policy_advice', 'scroll-text', {
		...proven,
		presence: 'either',
		minutes: 30
	}),
	ask_about_law: need('advice', 'legal_advice', 'scale', {
		...certified,
		...inConfidence,
		presence: 'either'
	}),
	talk_about_worries: need('advice', 'psychological_support', 'heart-handshake', {
		...certified,
		...inConfidence,
		presence: 'either'
	}),
	settle_a_dispute: need('advice', 'mediation', 'handshake', {
		...proven,
		...inConfidence,
		presence: 'outside',
		minutes: 120,
		risk: 'some'
	}),
	check_a_suspicious_call: need('advice', 'fraud_prevention', 'shield-alert', {
		...proven,
		...vetted,
		presence: 'telephone',
		minutes: 20
	}),
	find_work: need('advice', 'job_advice', 'briefcase', { level: 2, presence: 'either' }),
	run_a_small_business: need('advice', 'business_advice', 'store', { level: 2, presence: 'either' }),

	housework: need('other', 'cleaning', 'brush-cleaning', { ...vetted, minutes: 90, risk: 'some' }),
	haircut: need('other', 'haircuts', 'scissors', { level: 2, minutes: 40, risk: 'some' }),
	carry_heavy_things: need('other', 'moving', 'dumbbell', { risk: 'insured', people: 2 }),
	look_after_pet: need('other', 'pet_care', 'paw-print', { ...vetted, minutes: 30, risk: 'some' }),
	sign_language_help: need('other', 'sign_language', 'hand', {
		...proven,
		...vetted,
		presence: 'outside',
		minutes: 120
	}),
	anything_else: need('other', 'lending_a_hand', 'ellipsis'),

	event_help: need('other', 'event_organising', 'party-popper', { ...unitEvent, people: 10 }),
	clean_up_day: need('other', 'street_cleaning', 'recycle', { ...unitEvent, risk: 'some', people: 20 }),
	teach_a_class: need('other', 'giving_talks', 'presentation', { ...unitEvent, level: 2, minutes: 90 }),
	office_help: need('other', 'data_entry', 'file-text', { ...unitEvent, people: 2 }),
	arts_event: need('other', 'handicrafts', 'palette', { ...unitEvent, people: 4 }),
	emergency_drill: need('other', 'emergency_response', 'siren', { ...unitEvent, risk: 'some', people: 10 }),
	hand_out_goods: need('other', 'lending_a_hand', 'gift', { ...unitEvent, people: 6 }),
	first_aid_cover: need('other', 'first_aid', 'briefcase-medical', { ...unitEvent, ...proven, people: 2 })
} as const satisfies Record<string, Need>;

export type NeedKey = keyof typeof needs;

export const needKeys = Object.keys(needs) as NeedKey[];

/** What a tile opens: the needs of its group that residents ask for, or those that organisations ask for. */
export function needsIn(group: NeedGroup, forUnits = false): NeedKey[] {
	return needKeys.filter((key) => needs[key].group === group && needs[key].forUnits === forUnits);
}

/** True for a key of the catalogue. */
export function isNeed(key: string): key is NeedKey {
	return Object.hasOwn(needs, key);
}
