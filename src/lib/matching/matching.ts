import type { Urgency } from '#lib/requests/requests.ts';
import type { Params } from '#lib/shared/errors.ts';
import type { Day, Span, Weekday } from '#lib/shared/time.ts';
import type { Presence, Risk } from '#lib/skills/needs.ts';
import type { HeldSkill, SkillLevel } from '#lib/skills/skills.ts';
import type { SkillKey } from '#lib/skills/vocabulary.ts';
import type { CardState, HealthLimit } from '#lib/volunteers/volunteers.ts';
import type { Point } from './distance.ts';
import type { Learned } from './likelihood.ts';

export type Gender = 'female' | 'male';

/** What the rules know of a help request: facts only, no words, no addresses. */
export interface RequestFacts {
	id: string;
	forPersonId: string;
	householdId: string | null;
	skill: SkillKey;
	/** The lowest level that will do. */
	level: SkillLevel;
	mustBeConfirmed: boolean;
	presence: Presence;
	/** The helper will be alone with someone who needs protection: vetted adults only. */
	vulnerable: boolean;
	risk: Risk;
	/** Health limits with which nobody should do this, e.g. `no_lifting` for moving furniture. */
	strains: readonly HealthLimit[];
	/** Length of the help, travel not included. */
	minutes: number;
	/** Where it happens; null where that is unknown. */
	place: Point | null;
	/** When it may happen, any one of them; none means any time in the coming fortnight. */
	windows: readonly Span[];
	peopleNeeded: number;
	urgency: Urgency;
	/** What the person marked as indispensable. */
	musts: { gender: Gender | null; languages: readonly string[] };
	/** What the person would like. */
	wishes: { gender: Gender | null; languages: readonly string[]; interests: readonly string[] };
	/** The one helped agreed that volunteers are looked for and told what is needed (PIPL). */
	consented: boolean;
	helped: { bornOn: Day | null; gender: Gender | null };
	/** People who keep out of the way of the one helped, whichever of the two asked for it. */
	excludedPeople: readonly string[];
	declinedBy: readonly string[];
	/** The last moment at which help still helps. */
	deadline: Date | null;
}

/** Minutes of a local weekday in which a volunteer is usually free, `[from, to)`, 0 … 1440. */
export interface FreeHours {
	weekday: Weekday;
	from: number;
	to: number;
}

/** What the rules know of a volunteer, as seen from one request. */
export interface VolunteerFacts {
	personId: string;
	householdId: string | null;
	place: Point | null;
	/** How far the person goes on foot, metres. */
	reachMetres: number;
	cardStatus: CardState;
	/** The last day on which the card counts; null where it does not run out. */
	cardExpiresOn: Day | null;
	skills: readonly HeldSkill[];
	availability: readonly FreeHours[];
	/** Days away, both ends included. */
	absences: readonly { from: Day; to: Day }[];
	/** What is promised already, and where; no place counts as unknown. */
	busy: readonly { span: Span; place: Point | null }[];
	activeTasks: number;
	activeTasksMax: number;
	/** Minutes promised in the week for which help is looked for. */
	minutesThisWeek: number;
	weeklyMinutesMax: number;
	gender: Gender | null;
	bornOn: Day | null;
	languages: readonly string[];
	interests: readonly string[];
	/** The last day on which the check for work with the vulnerable counts. */
	vettedUntil: Day | null;
	insuredUntil: Day | null;
	healthLimits: readonly HealthLimit[];
	/**
	 * Confirmed helps for this very person, those of them that were rated good, and whether he came last time.
	 */
	history: { helps: number; good: number; last: boolean };
	/** Tasks done or promised this month. */
	tasksThisMonth: number;
	/** Tasks given up late in the last twelve months. */
	lateDropOuts: number;
	/** Tasks ever taken on, the dropped ones among them. */
	tasksEver: number;
	/** Shown to staff; no rule looks at it. */
	partyMember: boolean;
}

/** Every reason for which a pair cannot be, in the order in which they are looked at. */
export const gateCodes = [
	'consent',
	'card',
	'card_expired',
	'skill',
	'skill_level',
	'skill_confirmed',
	'time',
	'active_tasks',
	'weekly_minutes',
	'reach',
	'gender',
	'language',
	'vetted',
	'insured',
	'age_unknown',
	'minor',
	'health',
	'own',
	'household',
	'excluded',
	'declined'
] as const;
export type GateCode = (typeof gateCodes)[number];

/** Gates that nobody opens, by law or because somebody said no. */
export type FinalGate = 'consent' | 'minor' | 'health' | 'own' | 'household' | 'excluded' | 'declined';
export type RelaxableGate = Exclude<GateCode, FinalGate>;

/** A gate that a pair does not pass. */
export interface Refusal {
	code: GateCode;
	params: Params;
}

/** The moment and the place from which a request is looked at. */
export interface Context {
	now: Date;
	/** The community's zone. */
	zone: string;
	/** The local day of `now`. */
	today: Day;
	/** Gates that staff lifted for this request; those that nobody may lift stand all the same. */
	lifted?: readonly GateCode[];
	/** What the community has learned of its offers; without it that part of the score is left out. */
	learned?: Learned | undefined;
}

export const partCodes = [
	'skill',
	'distance',
	'free',
	'continuity',
	'gender',
	'language',
	'interests',
	'load',
	'reliability',
	'likelihood',
	'freshness'
] as const;
export type PartCode = (typeof partCodes)[number];

/** One part of a pair's cost with what is needed to say it in words, now or a year later. */
export interface Part {
	code: PartCode;
	/** An integer ≥ 0; lower is better. */
	points: number;
	params: Params;
}

/** One of the best volunteers for a request. */
export interface Candidate {
	personId: string;
	/** Sum of the parts' points. */
	cost: number;
	/** 0 … 100, for the bar. */
	fit: number;
	/** When the pair would begin; null only where the gate of time was lifted. */
	start: Date | null;
	parts: Part[];
	/** Lifted gates that he does not pass: staff give a reason for these. */
	waived: Refusal[];
}
