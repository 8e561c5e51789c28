import { m } from '#lib/paraglide/messages.js';
import { newId } from '#lib/shared/ids.ts';
import { sayMinutes } from '#lib/ui/dates.ts';
import { blankCard, tasksAtATime, weeklyMinutes, withOwn } from '#lib/volunteers/card-form.ts';
import { saveCard } from '#lib/volunteers/cards.server.ts';
import { skillsOf } from '#lib/volunteers/queries.server.ts';
import { teamsOf } from '#lib/volunteers/said-skills.ts';
import { healthLimits, languages, teams } from '#lib/volunteers/volunteers.ts';
import { healthLimitName, languageName, teamHint, teamName } from '#lib/volunteers/words.ts';
import type { SkillKey } from '#lib/skills/vocabulary.ts';
import { personAction, readAs } from '#lib/web/act.server.ts';
import { z } from '#lib/web/schema.server.ts';
import { stepDone, stepFrame } from '../step.server.ts';
import type { Actions, PageServerLoad } from './$types';

const schema = z.object({
	teams: z.array(z.enum(teams)).default([]),
	weekly: z.coerce.number().int().min(15).max(3000),
	active: z.coerce.number().int().min(1).max(20),
	languages: z.array(z.enum(languages)).default([]),
	health: z.array(z.enum(healthLimits)).default([])
});

export const load: PageServerLoad = (event) =>
	readAs(event, async (act) => {
		const { whole, frame, back } = await stepFrame(act, event, 'wishes');
		const card = whole?.card ?? blankCard;
		const skills = (whole?.skills ?? []).map(({ skill }) => skill);
		const proposed = card.willingness.length > 0 ? [] : teamsOf(skills);
		return {
			teams: teams.map((value) => ({ value, label: teamName(value), hint: teamHint(value) })),
			chosenTeams: proposed.length > 0 ? proposed : card.willingness,
			proposed: proposed.length > 0,
			weekly: options(withOwn(weeklyMinutes, card.weeklyMinutesMax), (minutes) => sayMinutes(minutes)),
			chosenWeekly: String(card.weeklyMinutesMax),
			active: options(withOwn(tasksAtATime, card.activeTasksMax), (count) =>
				m.volunteers_active_tasks_count({ count })
			),
			chosenActive: String(card.activeTasksMax),
			languages: languages.map((value) => ({ value, label: capital(languageName(value)) })),
			chosenLanguages: card.languages,
			health: healthLimits.map((value) => ({ value, label: healthLimitName(value) })),
			chosenHealth: card.healthLimits,
			frame,
			back,
			key: newId()
		};
	});

/** Names of languages are made for the middle of a sentence. */
function capital(words: string): string {
	return words.charAt(0).toUpperCase() + words.slice(1);
}

function options(values: number[], words: (value: number) => string) {
	return values.map((value) => ({ value: String(value), label: words(value) }));
}

export const actions: Actions = {
	default: personAction(schema, async (act, data, event) => {
		const { scope, actor, now, zone } = act;
		const held = await skillsOf(scope, [actor.personId]);
		const proposed = teamsOf(held.map(({ skill }) => skill as SkillKey));
		const changes = {
			willingness: data.teams.length > 0 ? data.teams : proposed,
			weeklyMinutesMax: data.weekly,
			activeTasksMax: data.active,
			languages: data.languages,
			healthLimits: data.health
		};
		await saveCard(scope, actor, changes, now, zone);
		return stepDone(act, event, 'wishes');
	})
};
