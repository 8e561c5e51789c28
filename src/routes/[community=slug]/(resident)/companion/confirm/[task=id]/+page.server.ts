import { redirect } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { confirmVisit } from '#lib/pairings/confirm.server.ts';
import { visitsToConfirm } from '#lib/pairings/visit-queries.server.ts';
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
		const back = `/${community.slug}/companion`;
		const mine = await visitsToConfirm(scope, { residentId: actor.personId });
		const visit = mine.find(({ task }) => task.id === event.params.task && task.status === 'done');
		if (!visit) redirect(303, back);
		return {
			name: visit.member,
			minutes: sayMinutes(visit.task.minutes ?? 0),
			longestThanks,
			key: newId(),
			back: { href: back },
			aloud: true
		};
	});

export const actions: Actions = {
	default: personAction(
		schema,
		async ({ scope, actor, now, zone, community }, { rating, thanks }, { params }) => {
			await confirmVisit(scope, actor, { taskId: params.task!, rating: Number(rating), thanks }, now, zone);
			return { to: `/${community.slug}/companion`, flash: { words: m.requests_confirmed() } };
		}
	)
};
