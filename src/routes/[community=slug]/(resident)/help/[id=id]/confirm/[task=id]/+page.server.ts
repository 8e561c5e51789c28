import { redirect } from '@sveltejs/kit';
import { confirmHelp } from '#lib/matching/finish.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { helperOf } from '#lib/requests/helper.server.ts';
import { requestName } from '#lib/requests/words.ts';
import { newId } from '#lib/shared/ids.ts';
import { sayMinutes } from '#lib/ui/dates.ts';
import { personAction, readAs } from '#lib/web/act.server.ts';
import { choice, optionalText, z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

const longestThanks = 300;
const schema = z.object({
	rating: choice(['5', '4', '3', '2', '1']),
	thanks: optionalText(longestThanks)
});

export const load: PageServerLoad = (event) =>
	readAs(event, async ({ scope, actor, community }) => {
		const { id, task: taskId } = event.params;
		const { request, task, helper } = await helperOf(scope, actor, { requestId: id, taskId });
		const back = `/${community.slug}/help/${id}`;
		if (task.status !== 'done') redirect(303, back);
		return {
			name: helper.name,
			what: requestName(request),
			minutes: sayMinutes(task.minutes ?? request.minutes),
			longestThanks,
			key: newId(),
			back: { href: back },
			aloud: true
		};
	});

export const actions: Actions = {
	default: personAction(schema, async ({ scope, actor, now, zone, community }, { rating, thanks }, event) => {
		const { id, task: taskId } = event.params;
		await helperOf(scope, actor, { requestId: id!, taskId: taskId! });
		await confirmHelp(scope, actor, { taskId: taskId!, rating: Number(rating), thanks }, now, zone);
		return { to: `/${community.slug}/help/${id}`, flash: { words: m.requests_confirmed() } };
	})
};
