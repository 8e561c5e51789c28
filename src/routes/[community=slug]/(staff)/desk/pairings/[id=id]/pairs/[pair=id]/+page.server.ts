import { openContact } from '#lib/accounts/open.server.ts';
import { handling } from '#lib/matching/desk.ts';
import { m } from '#lib/paraglide/messages.js';
import { reportVisit } from '#lib/pairings/confirm.server.ts';
import { endByStaff, reviewPairing } from '#lib/pairings/end.server.ts';
import { campaignHead } from '#lib/pairings/head.server.ts';
import { changeVisitHours, pausePairing, resumePairing } from '#lib/pairings/life.server.ts';
import { agreeFirstMeeting, moveVisit, skipVisit } from '#lib/pairings/meet.server.ts';
import { changeMember } from '#lib/pairings/offer-pair.server.ts';
import { pairPage } from '#lib/pairings/pair-page.server.ts';
import { endReasonsOfStaff, pauseReasons, rhythms } from '#lib/pairings/pairings.ts';
import { minuteOfClock } from '#lib/pairings/visit-start.ts';
import { endChoices, pauseChoices, rhythmChoices, weekdayChoices } from '#lib/pairings/words.ts';
import { newId } from '#lib/shared/ids.ts';
import { instantAt, type Weekday } from '#lib/shared/time.ts';
import { sayWhen } from '#lib/ui/dates.ts';
import { readAsStaff, staffAction } from '#lib/web/act.server.ts';
import { choice, day, optionalText, whole, z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, now, zone }) => {
		const { campaign, head } = await campaignHead(scope, event.params.id);
		return {
			key: newId(),
			head,
			pair: await pairPage(scope, campaign, event.params.pair, { now, zone }),
			weekdays: weekdayChoices(),
			rhythms: rhythmChoices(),
			pauses: pauseChoices(),
			ends: endChoices()
		};
	});

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const start = z.object({ day: day(), time: clock });
const nothing = z.object({});
const pause = z.object({ from: day(), until: day(), pause_reason: choice(pauseReasons) });
const hours = z.object({
	rhythm: choice(rhythms),
	weekdays: z.array(z.enum(['0', '1', '2', '3', '4', '5', '6'])).default([]),
	at: clock,
	length: whole(15, 480)
});
const change = z.object({
	member: z.uuid(),
	reason: choice([...endReasonsOfStaff, 'member_changed']),
	words: optionalText(200)
});
const end = z.object({ reason: choice(endReasonsOfStaff), words: optionalText(200) });
const stars = z.enum(['', '1', '2', '3', '4', '5']).default('');
const review = z.object({
	stars,
	go_on: z.enum(['', 'yes', 'no']).default(''),
	review_words: optionalText(300)
});

/** The page again, with a word about what was done. */
const again = (event: { url: URL }, words: string) => ({ to: event.url.pathname, flash: { words } });

export const actions: Actions = {
	meet: staffAction(start, async ({ scope, actor, now, zone }, data, event) => {
		const given = { id: event.params.pair!, start: instantAt(data.day, data.time, zone) };
		await agreeFirstMeeting(scope, actor, given, now, zone);
		return again(event, m.pairings_meeting_flash());
	}),
	move: staffAction(start, async ({ scope, actor, now, zone }, data, event) => {
		const given = { id: event.params.pair!, start: instantAt(data.day, data.time, zone) };
		await moveVisit(scope, actor, given, now, zone);
		return again(event, m.pairings_moved_flash());
	}),
	skip: staffAction(nothing, async ({ scope, actor, now }, _, event) => {
		await skipVisit(scope, actor, event.params.pair!, now);
		return again(event, m.pairings_skipped_flash());
	}),
	happened: staffAction(
		z.object({ visit: z.uuid(), minutes: whole(1, 1440) }),
		async ({ scope, actor, now }, { visit, minutes }, event) => {
			await reportVisit(scope, actor, { taskId: visit, minutes }, now);
			return again(event, m.pairings_happened_flash());
		}
	),
	pause: staffAction(pause, async ({ scope, actor, now, zone }, data, event) => {
		const { from, until, pause_reason: reason } = data;
		await pausePairing(scope, actor, { id: event.params.pair!, from, until, reason }, now, zone);
		return again(event, m.pairings_paused_flash());
	}),
	resume: staffAction(nothing, async ({ scope, actor, now, zone }, _, event) => {
		const next = await resumePairing(scope, actor, event.params.pair!, now);
		const when = next && sayWhen(next, { now, zone });
		return again(event, when ? m.pairings_resumed_next({ when }) : m.pairings_resumed_flash());
	}),
	hours: staffAction(hours, async ({ scope, actor, now }, data, event) => {
		const given = {
			id: event.params.pair!,
			rhythm: data.rhythm,
			weekdays: data.weekdays.map((one) => Number(one) as Weekday),
			atMinute: minuteOfClock(data.at),
			minutes: data.length
		};
		await changeVisitHours(scope, actor, given, now);
		return again(event, m.pairings_hours_flash());
	}),
	change: staffAction(change, async ({ scope, actor, now, zone, community }, data, { params }) => {
		const { member: memberId, reason, words } = data;
		const { pairingId } = await changeMember(
			scope,
			actor,
			{ id: params.pair!, memberId, reason, words },
			now,
			zone
		);
		const to = `/${community.slug}/desk/pairings/${params.id}/pairs/${pairingId}`;
		return { to, flash: { words: m.pairings_offered_flash() } };
	}),
	end: staffAction(end, async ({ scope, actor, now }, { reason, words }, event) => {
		await endByStaff(scope, actor, { id: event.params.pair!, reason, words }, now);
		return again(event, m.pairings_ended_flash());
	}),
	review: staffAction(review, async ({ scope, actor, now }, data, event) => {
		const given = {
			id: event.params.pair!,
			stars: data.stars === '' ? null : Number(data.stars),
			wouldGoOn: data.go_on === '' ? null : data.go_on === 'yes',
			words: data.review_words
		};
		await reviewPairing(scope, actor, given, now);
		return again(event, m.pairings_reviewed_flash());
	}),
	phone: staffAction(z.object({ person: z.uuid() }), async ({ scope, actor, now }, { person }) => {
		const opening = { personId: person, what: 'phone' as const, reason: handling };
		return { shown: { person, phone: (await openContact(scope, actor, opening, now)).phone } };
	})
};
