import { numberOfHelper } from '#lib/requests/helper.server.ts';
import { readAs } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAs(event, async ({ scope, actor, now, community }) => {
		const { id, task: taskId } = event.params;
		const { name, phone } = await numberOfHelper(scope, actor, { requestId: id, taskId }, now);
		return { name, phone, back: { href: `/${community.slug}/help/${id}` } };
	});
