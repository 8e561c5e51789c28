import type { Point } from '#lib/matching/distance.ts';
import type { FreeHours, Gender } from '#lib/matching/matching.ts';
import type { Day } from '#lib/shared/time.ts';
import type { SkillKey } from '#lib/skills/vocabulary.ts';
import type { CardState } from '#lib/volunteers/volunteers.ts';
import type { Suiting } from './hours.ts';

/** What a resident would like in a companion; a must stops everybody else. */
export interface Wishes {
	gender: Gender | null;
	genderIsMust: boolean;
	language: string | null;
	languageIsMust: boolean;
	interests: readonly string[];
}

/** What the rules know of a resident who is to have a companion: facts only. */
export interface ResidentFacts {
	personId: string;
	householdId: string | null;
	place: Point | null;
	/** Only those who were checked visit them. */
	vulnerable: boolean;
	/** Agreed that volunteers are looked for (PIPL). */
	consented: boolean;
	wishes: Wishes;
	/** What they have asked for most in the past year needs these. */
	skills: readonly SkillKey[];
	suits: Suiting;
	/** Kept apart from these, whoever wished it. */
	excluded: ReadonlySet<string>;
	/** One of the two said no before. */
	declined: ReadonlySet<string>;
}

/** What the rules know of a member of the campaign, a volunteer with an approved card. */
export interface MemberFacts {
	personId: string;
	householdId: string | null;
	place: Point | null;
	reachMetres: number;
	/** `guest` for those from another community, whose way is not known. */
	cardStatus: CardState;
	cardExpiresOn: Day | null;
	vettedUntil: Day | null;
	bornOn: Day | null;
	gender: Gender | null;
	languages: readonly string[];
	interests: readonly string[];
	skills: ReadonlySet<string>;
	availability: readonly FreeHours[];
	/** Pairs that stand, in whatever campaign. */
	pairs: number;
	/** Confirmed helps by the one helped, and those of them that were rated good. */
	histories: ReadonlyMap<string, { helps: number; good: number }>;
}

/** What is the same for every pair of a campaign. */
export interface Setting {
	/** The local day from which pairs begin. */
	firstDay: Day;
	/** Length of a visit. */
	minutes: number;
}
