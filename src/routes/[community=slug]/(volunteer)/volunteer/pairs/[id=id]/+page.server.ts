import { m } from '#lib/paraglide/messages.js';
import { declinePairing, reviewPairing } from '#lib/pairings/end.server.ts';
import {
	acceptPairing,
	agreeFirstMeeting,
	moveVisit,
	ownVisit,
	recordMeeting
} from '#lib/pairings/meet.server.ts';
import { memberPair } from '#lib/pairings/member-pair.server.ts';
import { meetingWords } from '#lib/pairings/pairings.ts';
import { meetingChoices } from '#lib/pairings/words.ts';
import { newId } from '#lib/shared/ids.ts';
import { instantAt } from '#lib/shared/time.ts';
import { dropOutReasons } from '#lib/tasks/drop-out.ts';
import { dropOut, finishTask, startTask } from '#lib/tasks/perform.server.ts';
import { dropOutChoices } from '#lib/tasks/words.ts';
import { personAction, readAs } from '#lib/web/act.server.ts';
import { choice, day, optionalText, ticked, whole, z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAs(event, async ({ scope, actor, community, now, zone }) => ({
		pair: await memberPair(scope, actor, event.params.id, { now, zone }),
		meetings: meetingChoices(),
		reasons: dropOutChoices(),
		key: newId(),
		back: { href: `/${community.slug}/volunteer` }
	}));

const nothing = z.object({});
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const start = z.object({ day: day(), time: clock });
const begun = z.object({ early: ticked() });
const finished = z.object({ minutes: whole(1, 1440), note: optionalText(500) });
const met = finished.extend({ word: choice(meetingWords) });
const review = z.object({
	stars: z.enum(['', '1', '2', '3', '4', '5']).default(''),
	go_on: z.enum(['', 'yes', 'no']).default(''),
	review_words: optionalText(300)
});

export const actions: Actions = {
	accept: personAction(nothing, async ({ scope, actor, now, zone }, _, event) => {
		await acceptPairing(scope, actor, event.params.id!, now, zone);
		return { to: event.url.pathname, flash: { words: m.pairings_accepted_flash() } };
	}),
	decline: personAction(nothing, async ({ scope, actor, now, community }, _, event) => {
		await declinePairing(scope, actor, event.params.id!, now);
		return { to: `/${community.slug}/volunteer`, flash: { words: m.volunteers_offer_declined_flash() } };
	}),
	meet: personAction(start, async ({ scope, actor, now, zone }, data, event) => {
		const given = { id: event.params.id!, start: instantAt(data.day, data.time, zone) };
		await agreeFirstMeeting(scope, actor, given, now, zone);
		return { to: event.url.pathname, flash: { words: m.pairings_meeting_flash() } };
	}),
	met: personAction(met, async ({ scope, actor, now }, { minutes, note, word }, event) => {
		await recordMeeting(scope, actor, { id: event.params.id!, minutes, note, word }, now);
		return { to: event.url.pathname, flash: { words: m.pairings_met_flash() } };
	}),
	move: personAction(start, async ({ scope, actor, now, zone }, data, event) => {
		const given = { id: event.params.id!, start: instantAt(data.day, data.time, zone) };
		await moveVisit(scope, actor, given, now, zone);
		return { to: event.url.pathname, flash: { words: m.pairings_moved_flash() } };
	}),
	start: personAction(begun, async ({ scope, actor, now }, { early }, event) => {
		const visit = await ownVisit(scope, actor, event.params.id!);
		await startTask(scope, actor, visit.id, now, early);
		return { to: event.url.pathname, flash: { words: m.tasks_started_flash() } };
	}),
	finish: personAction(finished, async ({ scope, actor, now }, { minutes, note }, event) => {
		const visit = await ownVisit(scope, actor, event.params.id!);
		await finishTask(scope, actor, { id: visit.id, minutes, note, photoId: null }, now);
		return { to: event.url.pathname, flash: { words: m.tasks_finished_flash() } };
	}),
	drop: personAction(z.object({ reason: z.enum(dropOutReasons) }), async (act, { reason }, event) => {
		const visit = await ownVisit(act.scope, act.actor, event.params.id!);
		await dropOut(act.scope, act.actor, { id: visit.id, reason }, act.now);
		return { to: event.url.pathname, flash: { words: m.tasks_dropped_flash() } };
	}),
	review: personAction(review, async ({ scope, actor, now }, data, event) => {
		const given = {
			id: event.params.id!,
			stars: data.stars === '' ? null : Number(data.stars),
			wouldGoOn: data.go_on === '' ? null : data.go_on === 'yes',
			words: data.review_words
		};
		await reviewPairing(scope, actor, given, now);
		return { to: event.url.pathname, flash: { words: m.pairings_reviewed_flash() } };
	})
};
