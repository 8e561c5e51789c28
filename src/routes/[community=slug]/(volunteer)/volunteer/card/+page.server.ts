import { redirect } from '@sveltejs/kit';
import { standingConsent } from '#lib/accounts/consent-queries.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { newId } from '#lib/shared/ids.ts';
import { dayOf } from '#lib/shared/time.ts';
import { endCard } from '#lib/volunteers/approve.server.ts';
import { cardPage } from '#lib/volunteers/card-page.server.ts';
import { addAbsence, cardFor, removeAbsence, submitCard } from '#lib/volunteers/cards.server.ts';
import { personAction, readAs } from '#lib/web/act.server.ts';
import { day, id, ticked, z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAs(event, async ({ scope, actor, community, now, zone }) => {
		const today = dayOf(now, zone);
		const whole = await cardFor(scope, actor.personId, today);
		const base = `/${community.slug}/volunteer`;
		if (!whole) redirect(303, `${base}/card/skills`);
		const agreed = await standingConsent(scope, actor.personId, 'sensitive');
		const card = cardPage(whole, { now, zone });
		return {
			card,
			asksSensitive: card.hasHealthLimits && !agreed,
			today,
			key: newId(),
			back: { href: base }
		};
	});

const agreement = z.object({ terms: ticked(), sensitive: ticked(), honour: ticked() });

export const actions: Actions = {
	submit: personAction(agreement, async ({ scope, actor, community, now, zone }, agreed) => {
		const standing = await standingConsent(scope, actor.personId, 'sensitive');
		const sensitive = agreed.sensitive || standing !== undefined;
		await submitCard(scope, actor, { ...agreed, sensitive }, now, zone);
		return { to: `/${community.slug}/volunteer`, flash: { words: m.volunteers_handed_in() } };
	}),
	away: personAction(z.object({ fromDay: day(), toDay: day() }), async (act, days, event) => {
		await addAbsence(act.scope, act.actor, days, act.now, act.zone);
		return { to: event.url.pathname, flash: { words: m.volunteers_away_added() } };
	}),
	here: personAction(z.object({ id: id() }), async (act, given, event) => {
		await removeAbsence(act.scope, act.actor, given.id);
		return { to: event.url.pathname, flash: { words: m.volunteers_away_removed() } };
	}),
	end: personAction(z.object({}), async ({ scope, actor, community, now }) => {
		await endCard(scope, actor, { personId: actor.personId, reason: null }, now);
		return { to: `/${community.slug}/volunteer`, flash: { words: m.volunteers_ended() } };
	})
};
