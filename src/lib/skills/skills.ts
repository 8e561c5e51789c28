import type { Day } from '#lib/shared/time.ts';
import type { SkillKey } from './vocabulary.ts';

/** 1 can help, 2 practised, 3 professional or certified. */
export type SkillLevel = 1 | 2 | 3;

export const skillLevels: readonly SkillLevel[] = [1, 2, 3];

/** One skill of one volunteer, as said on the registration card (seed 003) and perhaps confirmed since. */
export interface HeldSkill {
	skill: SkillKey;
	level: SkillLevel;
	/** When staff or a finished course confirmed it; null as long as it is only the volunteer's own word. */
	confirmedAt: Date | null;
	/** Id of the person who confirmed it. */
	confirmedBy: string | null;
	/** The last day on which it counts; null where it never runs out. */
	expiresOn: Day | null;
}

/**
 * The holding that best answers a demand, or null where none does: the skill at the level asked or above, not
 * expired on `today` (a local day), confirmed where that is demanded. A confirmed one is better than a higher
 * unconfirmed one; then the higher level; then the one that counts longest.
 */
export function holds(
	held: readonly HeldSkill[],
	skill: SkillKey,
	level: SkillLevel,
	mustBeConfirmed: boolean,
	today: Day
): HeldSkill | null {
	const answering = held.filter(
		(one) =>
			one.skill === skill &&
			one.level >= level &&
			(one.confirmedAt !== null || !mustBeConfirmed) &&
			(one.expiresOn === null || one.expiresOn >= today)
	);
	return answering.sort(betterFirst)[0] ?? null;
}

function betterFirst(a: HeldSkill, b: HeldSkill): number {
	return (
		Number(b.confirmedAt !== null) - Number(a.confirmedAt !== null) ||
		b.level - a.level ||
		laterFirst(a.expiresOn, b.expiresOn)
	);
}

function laterFirst(a: Day | null, b: Day | null): number {
	if (a === b) return 0;
	if (a === null || b === null) return a === null ? -1 : 1;
	return a > b ? -1 : 1;
}
