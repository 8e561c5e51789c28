import type { HeldSkill } from '#lib/skills/skills.ts';
import { vocabulary, type SkillKey } from '#lib/skills/vocabulary.ts';
import type { SaidSkill } from './card-form.ts';
import { teams, type Team } from './volunteers.ts';

/**
 * The skills after someone has said them anew. What was confirmed stays so at the same level or below; a new or
 * higher one is the person's own word until staff confirm it, and what is no longer said is gone.
 */
export function resay(held: readonly HeldSkill[], said: readonly SaidSkill[]): HeldSkill[] {
	const known = new Map(held.map((one) => [one.skill, one]));
	return said.map(({ skill, level }) => {
		const before = known.get(skill);
		if (before && level <= before.level) return { ...before, level };
		return { skill, level, confirmedAt: null, confirmedBy: null, expiresOn: null };
	});
}

/** The teams 便民, 安民, 济困, 带富 that skills belong to (seed 003): what a card proposes. */
export function teamsOf(skills: readonly SkillKey[]): Team[] {
	const themes = new Set<Team>(skills.map((skill) => vocabulary[skill].theme));
	return teams.filter((team) => themes.has(team));
}
