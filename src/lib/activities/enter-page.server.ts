import { isStaff, type Actor } from '#lib/accounts/people.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { saySpan, type Here } from '#lib/ui/dates.ts';
import type { Option } from '#lib/ui/ui.ts';
import { findForList } from './enter.server.ts';
import { mustAsk } from './fitness.ts';
import { occurrenceById } from './queries.server.ts';
import { ledActivity } from './rights.server.ts';
import { fitnessWords, riskOf } from './words.ts';

/**
 * What the one who leads can say to put somebody on the list of a date, or of all that are left.
 * @param find what was typed to find somebody
 * @throws AppError `not_found`
 */
export async function enterChoice(
	scope: Scope,
	actor: Actor,
	{ activityId, dateId, find }: { activityId: string; dateId: string; find: string },
	here: Here
) {
	const activity = await ledActivity(scope, actor, activityId, here);
	const date = await occurrenceById(scope, dateId);
	const targets: Option[] = [];
	if (date && activity.signUp !== 'series')
		targets.push({ value: dateId, label: saySpan(date.during, here) });
	if (activity.signUp !== 'date') targets.push({ value: 'series', label: m.activities_whole_series() });
	return {
		find,
		found: await findForList(scope, actor, activity, find),
		targets,
		companions: activity.companions,
		all: isStaff(actor),
		mustAsk: mustAsk(activity),
		asks: [riskOf(activity), ...activity.fitness.map(fitnessWords)].filter((one) => one !== null)
	};
}
