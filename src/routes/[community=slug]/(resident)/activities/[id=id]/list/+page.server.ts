import { attendanceStates } from '#lib/activities/activities.ts';
import { cancelActivity, cancelDate, moveDate } from '#lib/activities/change-date.server.ts';
import { markAttendance, markRestMissed } from '#lib/activities/check-in.server.ts';
import { rollPage } from '#lib/activities/roll-page.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { isId, newId } from '#lib/shared/ids.ts';
import { personAction, readAs } from '#lib/web/act.server.ts';
import { choice, clock, day, id, optionalText, text, whole, z } from '#lib/web/schema.server.ts';
import { momentOf, whenFields } from '../../check-in-fields.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAs(event, async ({ scope, actor, now, zone, community }) => {
		const asked = event.url.searchParams.get('date');
		const dateId = isId(asked) ? asked : null;
		return {
			...(await rollPage(scope, actor, event.params.id, dateId, { now, zone })),
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
const moving = z.object({ date: id(), sequence, day: day(), clock: clock(), reason: optionalText(200) });

export const actions: Actions = {
	mark: personAction(mark, async ({ scope, actor, now, zone }, data, event) => {
		const { date: occurrenceId, person: personId, status } = data;
		const at = momentOf(data, now);
		await markAttendance(scope, actor, { occurrenceId, personId, status, at }, { now, zone });
		return { to: `${event.url.pathname}?date=${occurrenceId}` };
	}),
	rest: personAction(z.object({ date: id() }), async ({ scope, actor, now, zone }, data, event) => {
		const count = await markRestMissed(scope, actor, data.date, { now, zone });
		const to = `${event.url.pathname}?date=${data.date}`;
		return { to, flash: { words: m.activities_rest_marked({ count }) } };
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
