import { m } from '#lib/paraglide/messages.js';
import { disputeVisit } from '#lib/pairings/confirm.server.ts';
import { callCompanion, companionsOf } from '#lib/pairings/companion.server.ts';
import { refuseCompanion, reviewPairing } from '#lib/pairings/end.server.ts';
import { moveVisit, skipVisit } from '#lib/pairings/meet.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { dayOf, instantAt } from '#lib/shared/time.ts';
import { personAction, readAs } from '#lib/web/act.server.ts';
import { day, id, optionalText, z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAs(event, async ({ scope, actor, community, now, zone }) => ({
		...(await companionsOf(scope, actor, { now, zone })),
		today: dayOf(now, zone),
		key: newId(),
		back: { href: `/${community.slug}` },
		aloud: true
	}));

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const one = z.object({ pair: id() });
const move = one.extend({ day: day(), time: clock });
const refuse = one.extend({ words: optionalText(200) });
const review = one.extend({
	stars: z.enum(['', '1', '2', '3', '4', '5']).default(''),
	go_on: z.enum(['', 'yes', 'no']).default(''),
	review_words: optionalText(300)
});

export const actions: Actions = {
	call: personAction(one, async ({ scope, actor, now }, { pair }) => {
		const { phone } = await callCompanion(scope, actor, pair, now);
		return { shown: { pair, phone } };
	}),
	move: personAction(move, async ({ scope, actor, now, zone }, data, event) => {
		const given = { id: data.pair, start: instantAt(data.day, data.time, zone) };
		await moveVisit(scope, actor, given, now, zone);
		return { to: event.url.pathname, flash: { words: m.pairings_moved_flash() } };
	}),
	skip: personAction(one, async ({ scope, actor, now }, { pair }, event) => {
		await skipVisit(scope, actor, pair, now);
		return { to: event.url.pathname, flash: { words: m.pairings_skipped_flash() } };
	}),
	absent: personAction(z.object({ visit: id() }), async ({ scope, actor, now }, { visit }, event) => {
		await disputeVisit(scope, actor, visit, now);
		return { to: event.url.pathname, flash: { words: m.pairings_disputed_flash() } };
	}),
	refuse: personAction(refuse, async ({ scope, actor, now }, { pair, words }, event) => {
		await refuseCompanion(scope, actor, { id: pair, words }, now);
		return { to: event.url.pathname, flash: { words: m.pairings_refused_flash() } };
	}),
	review: personAction(review, async ({ scope, actor, now }, data, event) => {
		const given = {
			id: data.pair,
			stars: data.stars === '' ? null : Number(data.stars),
			wouldGoOn: data.go_on === '' ? null : data.go_on === 'yes',
			words: data.review_words
		};
		await reviewPairing(scope, actor, given, now);
		return { to: event.url.pathname, flash: { words: m.pairings_reviewed_flash() } };
	})
};
