import type { Scope } from '#lib/db/client.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { clockOf, dayOf, weekdayOf, type Day } from '#lib/shared/time.ts';
import { sayDay, sayWhen } from '#lib/ui/dates.ts';
import type { BookableDay } from './bookable-days.ts';
import { stationsByIds } from './time-queries.server.ts';
import type { DayCell, TimesView } from './times-view.ts';
import { freeTimesFor, type Here, type Wanted } from './times.server.ts';
import { inWords } from './words.ts';

/**
 * The days and times of a service as a page shows them.
 * @param day the day that was chosen; that of the first free time where none was
 */
export async function timesView(
	scope: Scope,
	wanted: Wanted,
	day: Day | null,
	here: Here
): Promise<TimesView> {
	const { days, first, stationIds } = await freeTimesFor(scope, wanted, here);
	const today = dayOf(here.now, here.zone);
	const wished = day ?? (first ? dayOf(first, here.zone) : today);
	const chosen = days.find((one) => one.day === wished) ?? days[0]!;
	const stations = stationIds.length > 1 ? await stationsByIds(scope, stationIds) : [];
	return {
		before: (weekdayOf(today) + 6) % 7,
		days: days.map((one) => cell(one, today, one === chosen)),
		first: first && { start: first.toISOString(), words: sayWhen(first, here) },
		chosen: {
			day: chosen.day,
			title: sayDay(chosen.day, today),
			times: chosen.times.map(({ start, staggered }) => ({
				start: start.toISOString(),
				clock: clockOf(start, here.zone).replace(/^0/, ''),
				staggered
			})),
			why: whyNone(chosen)
		},
		unknownYear: days.find(({ unknownYear }) => unknownYear)?.day.slice(0, 4) ?? null,
		stations: stations.map((one) => ({ id: one.id, name: inWords(one) }))
	};
}

function cell(one: BookableDay, today: Day, current: boolean): DayCell {
	const { day, state } = one;
	const words = {
		full: m.booking_day_full,
		closed: m.booking_day_closed,
		unpublished: m.booking_day_unpublished
	};
	return {
		day,
		number: String(Number(day.slice(8))),
		words: sayDay(day, today),
		mark: state === 'free' ? null : words[state](),
		staggered: one.times.some(({ staggered }) => staggered),
		current
	};
}

function whyNone({ state, reason }: BookableDay): string | null {
	if (state === 'free') return null;
	if (state === 'full') return m.booking_why_full();
	if (state === 'unpublished') return m.booking_why_unpublished();
	return reason ? m.booking_why_closed_for({ reason }) : m.booking_why_closed();
}
