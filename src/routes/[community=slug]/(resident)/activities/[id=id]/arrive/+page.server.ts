import { redirect } from '@sveltejs/kit';
import { checkIn } from '#lib/activities/check-in.server.ts';
import { detailPage } from '#lib/activities/detail-page.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { newId } from '#lib/shared/ids.ts';
import { personAction, readOpenly } from '#lib/web/act.server.ts';
import { checkInFields, momentOf } from '../../check-in-fields.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readOpenly(event, async ({ scope, actor, now, zone, community }) => {
		const { activity, own, comers } = await detailPage(scope, actor, event.params.id, { now, zone });
		const { searchParams } = event.url;
		const date = searchParams.get('date');
		// a shortened address: what can be done stands on the activity's page
		if (!date) redirect(303, `/${community.slug}/activities/${event.params.id}`);
		return {
			activity,
			checkIns: own.checkIns.filter(({ occurrenceId }) => occurrenceId === date),
			known: comers.length > 0,
			code: /^\d{6}$/.test(searchParams.get('code') ?? '') ? searchParams.get('code')! : '',
			/** Signing in may take longer than a code is shown. */
			at: readAt(searchParams, now),
			key: newId(),
			back: { href: `/${community.slug}/activities/${event.params.id}` }
		};
	});

/** When the code was scanned: kept in the address while somebody signs in. */
function readAt(params: URLSearchParams, now: Date): string {
	const said = new Date(params.get('at') ?? '');
	return (Number.isNaN(said.getTime()) ? now : said).toISOString();
}

export const actions: Actions = {
	default: personAction(checkInFields, async ({ scope, actor, now, zone, community }, data, event) => {
		const { date: occurrenceId, for: personId, code } = data;
		const at = momentOf(data, now);
		const said = { occurrenceId, personId: personId ?? actor.personId, code, at };
		await checkIn(scope, actor, said, { now, zone });
		const to = `/${community.slug}/activities/${event.params.id}`;
		return { to, flash: { words: m.activities_checked_in() } };
	})
};
