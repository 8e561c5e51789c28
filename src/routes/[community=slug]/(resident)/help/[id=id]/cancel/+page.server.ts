import { redirect } from '@sveltejs/kit';
import { cancelRequest } from '#lib/matching/finish.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { requestFor } from '#lib/requests/ask.server.ts';
import { isOpen } from '#lib/requests/progress.ts';
import { requestName } from '#lib/requests/words.ts';
import { newId } from '#lib/shared/ids.ts';
import { personAction, readAs } from '#lib/web/act.server.ts';
import { z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAs(event, async ({ scope, actor, community }) => {
		const request = await requestFor(scope, actor, event.params.id);
		const back = `/${community.slug}/help/${request.id}`;
		if (!isOpen(request)) redirect(303, back);
		return {
			name: requestName(request),
			agreed: request.life === 'filled',
			key: newId(),
			back: { href: back }
		};
	});

export const actions: Actions = {
	default: personAction(z.object({}), async ({ scope, actor, now, community }, _, event) => {
		const id = event.params.id!;
		await cancelRequest(scope, actor, { id, words: null }, now);
		return { to: `/${community.slug}/help/${id}`, flash: { words: m.requests_cancelled() } };
	})
};
