import { newId } from '#lib/shared/ids.ts';
import type { SkillLevel } from '#lib/skills/skills.ts';
import { skillKeys, type SkillKey } from '#lib/skills/vocabulary.ts';
import { levelChoices, skillGroups } from '#lib/volunteers/card-page.server.ts';
import { saveCard } from '#lib/volunteers/cards.server.ts';
import { personAction, readAs } from '#lib/web/act.server.ts';
import { z } from '#lib/web/schema.server.ts';
import { stepDone, stepFrame } from '../step.server.ts';
import type { Actions, PageServerLoad } from './$types';

const level = z.enum(['1', '2', '3']).default('1');
const levels = Object.fromEntries(skillKeys.map((skill) => [`level_${skill}`, level]));
const schema = z.object({ skills: z.array(z.enum(skillKeys)).default([]), ...levels });

export const load: PageServerLoad = (event) =>
	readAs(event, async (act) => {
		const { whole, frame, back } = await stepFrame(act, event, 'skills');
		return {
			groups: skillGroups(whole?.skills ?? []),
			levels: levelChoices(),
			known: whole?.skills.some(({ confirmedAt }) => confirmedAt !== null) ?? false,
			frame,
			back,
			key: newId()
		};
	});

export const actions: Actions = {
	default: personAction(schema, async (act, data, event) => {
		const given = data as Record<string, unknown>;
		const levelOf = (skill: SkillKey) => Number(given[`level_${skill}`]) as SkillLevel;
		const skills = data.skills.map((skill) => ({ skill, level: levelOf(skill) }));
		await saveCard(act.scope, act.actor, { skills }, act.now, act.zone);
		return stepDone(act, event, 'skills');
	})
};
