import { redirect } from '@sveltejs/kit';
import { disputeHelp } from '#lib/matching/finish.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { helperOf } from '#lib/requests/helper.server.ts';
import { longestNote } from '#lib/requests/requests.ts';
import { newId } from '#lib/shared/ids.ts';
import { personAction, readAs } from '#lib/web/act.server.ts';
import { text, z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAs(event, async ({ scope, actor, community }) => {
		const { id, task: taskId } = event.params;
		const { task } = await helperOf(scope, actor, { requestId: id, taskId });
		const back = `/${community.slug}/help/${id}`;
		if (task.status !== 'done') redirect(303, back);
		return { longestWords: longestNote, key: newId(), back: { href: back } };
	});

export const actions: Actions = {
	default: personAction(z.object({ words: text(longestNote) }), async (act, { words }, event) => {
		const { scope, actor, now, community } = act;
		const { id, task: taskId } = event.params;
		await helperOf(scope, actor, { requestId: id!, taskId: taskId! });
		await disputeHelp(scope, actor, { taskId: taskId!, words }, now);
		return { to: `/${community.slug}/help/${id}`, flash: { words: m.requests_disputed() } };
	})
};
