import type { Day } from '#lib/shared/time.ts';
import { addMonths } from '#lib/shared/time.ts';
import type { HeldSkill, SkillLevel } from '#lib/skills/skills.ts';
import type { SkillKey } from '#lib/skills/vocabulary.ts';

/** A date of a course. */
export interface CourseDate {
	id: string;
	cancelled: boolean;
	end: Date;
}

/** How far somebody has come. `ended`: no date is left. `reached`: came to as many of the dates held as it takes. */
export interface Standing {
	held: number;
	attended: number;
	left: number;
	/** How many it takes of all that are held and left. */
	needed: number;
	reached: boolean;
	ended: boolean;
}

/**
 * How far somebody has come at `now`. A date that was called off does not count; who was excused did not come.
 * @param came ids of the dates that the person came to
 * @param threshold percent of the dates held
 */
export function standingOf(
	dates: readonly CourseDate[],
	came: ReadonlySet<string>,
	threshold: number,
	now: Date
): Standing {
	const planned = dates.filter((one) => !one.cancelled);
	const over = planned.filter(({ end }) => end <= now);
	const attended = over.filter(({ id }) => came.has(id)).length;
	return {
		held: over.length,
		attended,
		left: planned.length - over.length,
		needed: Math.ceil((planned.length * threshold) / 100),
		reached: attended > 0 && 100 * attended >= threshold * over.length,
		ended: over.length > 0 && over.length === planned.length
	};
}

/** The last day on which a completion counts; null: for good. */
export function expiryOf(completedOn: Day, months: number | null): Day | null {
	return months === null ? null : addMonths(completedOn, months);
}

/** What a completed course proves. */
export type Proof = Pick<HeldSkill, 'skill' | 'level' | 'confirmedAt' | 'confirmedBy' | 'expiresOn'>;

/**
 * The skill as it stands on the card after a course. What is confirmed already at this level or above and counts at least as
 * long stays as it is; a level that nobody has confirmed gives way to the one that is proven.
 */
export function taught(held: HeldSkill | null, proof: Proof): HeldSkill {
	const stays =
		held?.confirmedAt &&
		held.level >= proof.level &&
		(held.expiresOn === null || (proof.expiresOn !== null && held.expiresOn >= proof.expiresOn));
	return stays ? held : proof;
}

/** Of a skill as the tables hold it, the types of the vocabulary; null where a course teaches none. */
export function skillOf(course: {
	skill: string | null;
	level: number | null;
}): { skill: SkillKey; level: SkillLevel } | null {
	if (course.skill === null || course.level === null) return null;
	return { skill: course.skill as SkillKey, level: course.level as SkillLevel };
}
