import { m } from '#lib/paraglide/messages.js';
import { longestNote } from '#lib/requests/requests.ts';
import { requestStatus } from '#lib/requests/status.server.ts';
import { answerQuestion } from '#lib/requests/triage.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { personAction, readAs } from '#lib/web/act.server.ts';
import { text, z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	event.depends('request:status');
	return readAs(event, async ({ scope, actor, now, zone, community }) => ({
		request: await requestStatus(
			scope,
			actor,
			event.params.id,
			{ now, zone },
			event.locals.preferences.locale === 'en'
		),
		key: newId(),
		longestAnswer: longestNote,
		back: { href: `/${community.slug}/help` },
		aloud: true
	}));
};

export const actions: Actions = {
	answer: personAction(
		z.object({ answer: text(longestNote) }),
		async ({ scope, actor, now }, { answer }, event) => {
			await answerQuestion(scope, actor, { id: event.params.id!, answer }, now);
			return { to: event.url.pathname, flash: { words: m.requests_answered() } };
		}
	)
};
