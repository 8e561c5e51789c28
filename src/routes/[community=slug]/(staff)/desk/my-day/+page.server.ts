import { myDay } from '#lib/hall/my-day.server.ts';
import { missBooking } from '#lib/hall/serve.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { newId } from '#lib/shared/ids.ts';
import { addDays, dayOf, isDay } from '#lib/shared/time.ts';
import { sayDay, sayWhen } from '#lib/ui/dates.ts';
import { readAsStaff, staffAction } from '#lib/web/act.server.ts';
import { id, z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, actor, now, zone }) => {
		const { searchParams } = event.url;
		const today = dayOf(now, zone);
		const asked = searchParams.get('day') ?? '';
		const day = isDay(asked) ? asked : today;
		const search = searchParams.get('q')?.slice(0, 60) ?? '';
		return {
			key: newId(),
			search,
			isToday: day === today,
			days: { before: addDays(day, -1), name: sayDay(day, today), after: addDays(day, 1) },
			mine: await myDay(scope, actor, { day, search }, { now, zone }),
			printed: sayWhen(now, { now, zone })
		};
	});

export const actions: Actions = {
	missed: staffAction(z.object({ booking: id() }), async (act, { booking }, { url }) => {
		await missBooking(act.scope, act.actor, booking, act.now);
		const day = url.searchParams.get('day') ?? '';
		const to = `/${act.community.slug}/desk/my-day${isDay(day) ? `?day=${day}` : ''}`;
		return { to, flash: { words: m.hall_missed_flash() } };
	})
};
