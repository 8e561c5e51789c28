import { checkIn } from '#lib/activities/check-in.server.ts';
import { detailPage } from '#lib/activities/detail-page.server.ts';
import { rateActivity } from '#lib/activities/feedback.server.ts';
import { publishActivity } from '#lib/activities/publish.server.ts';
import { signUp } from '#lib/activities/sign-up.server.ts';
import { latestOfActivity, mayTell } from '#lib/activities/stories-page.server.ts';
import { comeAfterAll, excuse, takeSeat, withdraw } from '#lib/activities/withdraw.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { AppError } from '#lib/shared/errors.ts';
import { isId, newId } from '#lib/shared/ids.ts';
import { personAction, readOpenly } from '#lib/web/act.server.ts';
import { choice, id, optionalText, optionalWhole, ticked, whole, z } from '#lib/web/schema.server.ts';
import { checkInFields, momentOf } from '../check-in-fields.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readOpenly(event, async ({ scope, actor, now, zone, community }) => ({
		...(await detailPage(scope, actor, event.params.id, { now, zone })),
		told: actor && (await latestOfActivity(scope, event.params.id, { now, zone })),
		mayTell: actor !== null && (await mayTell(scope, actor, event.params.id, { now, zone })),
		key: newId(),
		back: { href: `/${community.slug}/activities` },
		aloud: true
	}));

const wish = z.object({
	/** `series`, or the id of a date. */
	target: z.string().refine((one) => one === 'series' || isId(one), 'choose'),
	for: id(),
	companions: optionalWhole(0, 9),
	warned: ticked(),
	fit: z.array(z.string().max(100)).max(20).default([]),
	wait: z.enum(['yes', 'no']).default('no')
});
const own = z.object({ signUp: id() });
const ownDate = z.object({ signUp: id(), date: id() });
const rating = z.object({
	date: id(),
	for: id(),
	stars: choice(['1', '2', '3', '4', '5']),
	words: optionalText(500)
});

export const actions: Actions = {
	sign: personAction(wish, async ({ scope, actor, now, zone }, data, event) => {
		const activityId = event.params.id!;
		const { activity } = await detailPage(scope, actor, activityId, { now, zone });
		if (activity.risk && !data.warned) throw new AppError('invalid', 'warned');
		const { target, for: personId, companions, fit, wait } = data;
		const occurrenceId = target === 'series' ? null : target;
		const who = { personId, companions: companions ?? 0, fit };
		const said = { activityId, occurrenceId, ...who, wait: wait === 'yes' };
		const { status } = await signUp(scope, actor, said, { now, zone });
		const words = status === 'signed' ? m.activities_signed() : m.activities_waits();
		return { to: event.url.pathname, flash: { words } };
	}),
	withdraw: personAction(own, async ({ scope, actor, now, zone }, data, event) => {
		await withdraw(scope, actor, data.signUp, { now, zone });
		return { to: event.url.pathname, flash: { words: m.activities_withdrawn() } };
	}),
	take: personAction(own, async ({ scope, actor, now, zone }, data, event) => {
		await takeSeat(scope, actor, data.signUp, { now, zone });
		return { to: event.url.pathname, flash: { words: m.activities_signed() } };
	}),
	excuse: personAction(ownDate, async ({ scope, actor, now, zone }, data, event) => {
		const said = { signUpId: data.signUp, occurrenceId: data.date };
		await excuse(scope, actor, said, { now, zone });
		return { to: event.url.pathname, flash: { words: m.activities_excused_now() } };
	}),
	return: personAction(ownDate, async ({ scope, actor, now, zone }, data, event) => {
		const said = { signUpId: data.signUp, occurrenceId: data.date };
		await comeAfterAll(scope, actor, said, { now, zone });
		return { to: event.url.pathname, flash: { words: m.activities_signed() } };
	}),
	check: personAction(checkInFields, async ({ scope, actor, now, zone }, data, event) => {
		const { date: occurrenceId, for: personId, code } = data;
		const at = momentOf(data, now);
		await checkIn(
			scope,
			actor,
			{ occurrenceId, personId: personId ?? actor.personId, code, at },
			{ now, zone }
		);
		const to = event.url.pathname;
		return { to, flash: { words: m.activities_checked_in() } };
	}),
	rate: personAction(rating, async ({ scope, actor, now }, data, event) => {
		const { date: occurrenceId, for: personId, words } = data;
		await rateActivity(scope, actor, { occurrenceId, personId, stars: Number(data.stars), words }, now);
		return { to: event.url.pathname, flash: { words: m.activities_rated() } };
	}),
	publish: personAction(
		z.object({ version: whole(1, 999_999) }),
		async ({ scope, actor, now, zone }, { version }, event) => {
			await publishActivity(scope, actor, { id: event.params.id!, version }, { now, zone });
			return { to: event.url.pathname, flash: { words: m.activities_published() } };
		}
	)
};
