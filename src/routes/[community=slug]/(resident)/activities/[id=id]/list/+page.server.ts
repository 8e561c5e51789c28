import { attendanceStates } from '#lib/activities/activities.ts';
import { cancelActivity, cancelDate, moveDate } from '#lib/activities/change-date.server.ts';
import { markAttendance, markRestMissed, unmarkArrival } from '#lib/activities/check-in.server.ts';
import { enter } from '#lib/activities/enter.server.ts';
import { enterChoice } from '#lib/activities/enter-page.server.ts';
import { rollPage } from '#lib/activities/roll-page.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { isId, newId } from '#lib/shared/ids.ts';
import { personAction, readAs } from '#lib/web/act.server.ts';
import {
	choice,
	clock,
	day,
	id,
	optionalText,
	optionalWhole,
	text,
	ticked,
	whole,
	z
} from '#lib/web/schema.server.ts';
import { momentOf, whenFields } from '../../check-in-fields.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAs(event, async ({ scope, actor, now, zone, community }) => {
		const asked = event.url.searchParams.get('date');
		const dateId = isId(asked) ? asked : null;
		const find = (event.url.searchParams.get('find') ?? '').slice(0, 40);
		const roll = await rollPage(scope, actor, event.params.id, dateId, { now, zone });
		const entering = { activityId: event.params.id, dateId: roll.date?.id ?? '', find };
		return {
			...roll,
			enter: roll.date?.ahead ? await enterChoice(scope, actor, entering, { now, zone }) : null,
			enterKey: newId(),
			key: newId(),
			otherKey: newId(),
			back: { href: `/${community.slug}/activities/${event.params.id}` }
		};
	});

const sequence = whole(0, 999_999);
const mark = z.object({
	date: id(),
	person: id(),
	status: choice(attendanceStates),
	...whenFields
});
const entry = z.object({
	person: id(),
	/** `series`, or the id of a date. */
	target: z.string().refine((one) => one === 'series' || isId(one), 'choose'),
	companions: optionalWhole(0, 9),
	asked: ticked()
});
const moving = z.object({ date: id(), sequence, day: day(), clock: clock(), reason: optionalText(200) });

export const actions: Actions = {
	mark: personAction(mark, async ({ scope, actor, now, zone }, data, event) => {
		const { date: occurrenceId, person: personId, status } = data;
		const at = momentOf(data, now);
		await markAttendance(scope, actor, { occurrenceId, personId, status, at }, { now, zone });
		return { to: `${event.url.pathname}?date=${occurrenceId}` };
	}),
	unmark: personAction(
		z.object({ date: id(), person: id() }),
		async ({ scope, actor, now, zone }, { date: occurrenceId, person: personId }, event) => {
			await unmarkArrival(scope, actor, { occurrenceId, personId }, { now, zone });
			const to = `${event.url.pathname}?date=${occurrenceId}`;
			return { to, flash: { words: m.activities_unmarked() } };
		}
	),
	rest: personAction(z.object({ date: id() }), async ({ scope, actor, now, zone }, data, event) => {
		const count = await markRestMissed(scope, actor, data.date, { now, zone });
		const to = `${event.url.pathname}?date=${data.date}`;
		return { to, flash: { words: m.activities_rest_marked({ count }) } };
	}),
	enter: personAction(entry, async ({ scope, actor, now, zone }, data, { params, url }) => {
		const { person: personId, target, companions, asked } = data;
		const occurrenceId = target === 'series' ? null : target;
		const said = { activityId: params.id!, personId, occurrenceId, companions: companions ?? 0, asked };
		const status = await enter(scope, actor, said, { now, zone });
		const words = status === 'signed' ? m.activities_entered() : m.activities_entered_waiting();
		const date = url.searchParams.get('date');
		return { to: date && isId(date) ? `${url.pathname}?date=${date}` : url.pathname, flash: { words } };
	}),
	move: personAction(moving, async ({ scope, actor, now, zone }, data, event) => {
		const { date: occurrenceId, clock: startMinute, ...move } = data;
		await moveDate(scope, actor, { ...move, occurrenceId, startMinute }, { now, zone });
		const to = `${event.url.pathname}?date=${occurrenceId}`;
		return { to, flash: { words: m.activities_moved_now() } };
	}),
	cancel: personAction(
		z.object({ date: id(), sequence, reason: text(200) }),
		async ({ scope, actor, now, zone }, { date: occurrenceId, ...said }, event) => {
			await cancelDate(scope, actor, { ...said, occurrenceId }, { now, zone });
			const to = `${event.url.pathname}?date=${occurrenceId}`;
			return { to, flash: { words: m.activities_cancelled_now() } };
		}
	),
	end: personAction(
		z.object({ version: whole(1, 999_999), reason: text(200) }),
		async ({ scope, actor, now, zone }, { version, reason }, event) => {
			await cancelActivity(scope, actor, { id: event.params.id!, version, reason }, { now, zone });
			return { to: event.url.pathname, flash: { words: m.activities_cancelled_now() } };
		}
	)
};
