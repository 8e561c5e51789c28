import { colleaguesOf } from '#lib/hours/duty-page.server.ts';
import { spanOf } from '#lib/hours/hours.ts';
import { leavesFrom } from '#lib/hours/leave-queries.server.ts';
import { enterLeave, withdrawLeave } from '#lib/hours/leave.server.ts';
import { leaveKinds } from '#lib/hours/roster.ts';
import { leaveChoices, reasonName, sayLeave, touchedFlash } from '#lib/hours/words.ts';
import { m } from '#lib/paraglide/messages.js';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { dayOf } from '#lib/shared/time.ts';
import { readAsStaff, staffAction } from '#lib/web/act.server.ts';
import { choice, id, optionalClock, z } from '#lib/web/schema.server.ts';
import { rosterDay } from '../roster-schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, actor, now, zone }) => ({
		key: newId(),
		leaveId: newId(),
		today: dayOf(now, zone),
		me: actor.personId,
		colleagues: await colleaguesOf(scope),
		kinds: leaveChoices(),
		leaves: (await leavesFrom(scope, now)).map(({ id: leave, name, kind, during }) => ({
			id: leave,
			name,
			kind: reasonName(kind),
			when: sayLeave(during, { now, zone })
		}))
	}));

const leave = z.object({
	leave: id(),
	colleague: id(),
	kind: choice(leaveKinds),
	firstDay: rosterDay(),
	fromTime: optionalClock(),
	lastDay: rosterDay(),
	toTime: optionalClock()
});

export const actions: Actions = {
	enter: staffAction(leave, async ({ scope, actor, now, zone, community }, data, { url }) => {
		const { start } = spanOf(data.firstDay, { from: data.fromTime ?? 0, to: 1440 }, zone);
		const { end } = spanOf(data.lastDay, { from: 0, to: data.toTime ?? 1440 }, zone);
		if (end <= start) throw new AppError('invalid', 'lastDay');
		const given = { id: data.leave, staffId: data.colleague, kind: data.kind, during: { start, end } };
		const { duties, touched } = await enterLeave(scope, actor, given, now, zone);
		const done = m.hours_leave_flash({ count: duties });
		return { to: url.pathname, flash: touchedFlash(done, touched, `/${community.slug}/desk`) };
	}),
	withdraw: staffAction(z.object({ leave: id() }), async ({ scope, actor, now }, data, { url }) => {
		const count = await withdrawLeave(scope, actor, data.leave, now);
		return { to: url.pathname, flash: { words: m.hours_leave_withdrawn_flash({ count }) } };
	})
};
