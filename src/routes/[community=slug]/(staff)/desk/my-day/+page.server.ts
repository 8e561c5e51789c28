import type { RequestEvent } from '@sveltejs/kit';
import { finishVisit, openVisit, startVisit } from '#lib/hall/home-visit.server.ts';
import { myDay } from '#lib/hall/my-day.server.ts';
import { missBooking } from '#lib/hall/miss.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { newId } from '#lib/shared/ids.ts';
import { addDays, dayOf, isDay } from '#lib/shared/time.ts';
import { sayDay, sayWhen } from '#lib/ui/dates.ts';
import { readAsStaff, staffAction, type Act } from '#lib/web/act.server.ts';
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

const one = z.object({ booking: id() });

/** Back to the same day. */
function here({ community }: Act, { url }: RequestEvent): { to: string } {
	const day = url.searchParams.get('day') ?? '';
	return { to: `/${community.slug}/desk/my-day${isDay(day) ? `?day=${day}` : ''}` };
}

export const actions: Actions = {
	missed: staffAction(one, async (act, { booking }, event) => {
		await missBooking(act.scope, act.actor, booking, act.now);
		return { ...here(act, event), flash: { words: m.hall_missed_flash() } };
	}),
	/** Its form carries no key: what is opened is not kept. */
	open: staffAction(one, async ({ scope, actor, now }, { booking }) => {
		const { building, door, phone } = await openVisit(scope, actor, booking, now);
		return { shown: { booking, home: [building, door].filter(Boolean).join(' ') || null, phone } };
	}),
	start: staffAction(one, async (act, { booking }, event) => {
		await startVisit(act.scope, act.actor, booking, act.now);
		return here(act, event);
	}),
	finish: staffAction(one, async (act, { booking }, event) => {
		await finishVisit(act.scope, act.actor, booking, act.now);
		return { ...here(act, event), flash: { words: m.hall_finished_flash() } };
	})
};
