import type { Day } from '#lib/shared/time.ts';
import type { HeldSkill, SkillLevel } from '#lib/skills/skills.ts';
import type { KindOccasion, StandingFacts } from './kind.ts';

const endOfDays: Day = '9999-12-31';

/**
 * The skill asked for as the volunteer best holds it: at the level asked where he can, confirmed rather than
 * not, as `holds` has it; else at a lower one; null where he does not hold it at all. Seen by a plain loop,
 * since it is the first question to thousands of people.
 */
export function heldSkill({ request, firstDay }: KindOccasion, { skills }: StandingFacts): HeldSkill | null {
	let best: HeldSkill | null = null;
	for (const held of skills) {
		if (held.skill !== request.skill || (held.expiresOn !== null && held.expiresOn < firstDay)) continue;
		if (best === null || isBetter(held, best, request.level)) best = held;
	}
	return best;
}

function isBetter(a: HeldSkill, b: HeldSkill, level: SkillLevel): boolean {
	if (a.level >= level !== b.level >= level) return a.level >= level;
	if ((a.confirmedAt === null) !== (b.confirmedAt === null)) return a.confirmedAt !== null;
	if (a.level !== b.level) return a.level > b.level;
	return b.expiresOn !== null && (a.expiresOn === null || a.expiresOn > b.expiresOn);
}

/**
 * The last day on which everything this help demands on paper still counts. Papers that have run out before
 * the first day are left aside here: each has a gate of its own.
 */
export function lastDay(occasion: KindOccasion, volunteer: StandingFacts): Day {
	const { request, firstDay } = occasion;
	let last = endOfDays;
	const countUntil = (paper: Day | null | undefined) => {
		if (paper && paper >= firstDay && paper < last) last = paper;
	};
	countUntil(volunteer.cardExpiresOn);
	countUntil(heldSkill(occasion, volunteer)?.expiresOn);
	if (request.vulnerable) countUntil(volunteer.vettedUntil);
	if (request.risk === 'insured') countUntil(volunteer.insuredUntil);
	return last;
}
