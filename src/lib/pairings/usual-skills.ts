import { isNeed, needs } from '#lib/skills/needs.ts';
import type { SkillKey } from '#lib/skills/vocabulary.ts';

/** So many kinds of help say what somebody usually needs. */
const most = 3;

/** Needs for which company is what counts. */
const companyNeeds = new Set(['chat', 'read_newspaper', 'walk_together', 'visit_the_sick', 'care_at_home']);

/**
 * The skills behind what somebody asked for most, the commonest first, led by what every visit of the campaign is
 * about.
 */
export function usualSkills(
	campaignNeed: string,
	asked: readonly { need: string; times: number }[]
): SkillKey[] {
	const often = [...asked].sort((a, b) => b.times - a.times || (a.need < b.need ? -1 : 1)).slice(0, most);
	const all = [campaignNeed, ...often.map(({ need }) => need)];
	return [...new Set(all.flatMap((need) => (isNeed(need) ? [needs[need].skill] : [])))];
}

/** True for a need that a companion answers. */
export function isCompany(need: string): boolean {
	return companyNeeds.has(need);
}
