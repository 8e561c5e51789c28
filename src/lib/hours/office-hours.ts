import { dayOf, minute, minuteOfDay, type Day, type Span } from '#lib/shared/time.ts';
import { hoursClassOf, type DayClass } from './calendar.ts';
import { spanOf, type Hours } from './hours.ts';

/** When offices were open before hours were staggered: a workday's morning and afternoon (seed 003, 错时工作制). */
export const oldOfficeHours: readonly Hours[] = [
	{ from: 8 * 60 + 30, to: 12 * 60 },
	{ from: 13 * 60 + 30, to: 17 * 60 }
];

/**
 * Minutes of a service that lie outside of the old office hours: before half past eight, over noon, after five, and all of
 * a day of rest or a holiday. This is what staggered hours gave to residents.
 * @param classOf the class of a local day
 */
export function minutesOutside(
	{ start, end }: Span,
	classOf: (day: Day) => DayClass,
	zone: string,
	office: readonly Hours[] = oldOfficeHours
): number {
	let inside = 0;
	const last = dayOf(new Date(end.getTime() - 1), zone);
	for (const day of new Set([dayOf(start, zone), last])) {
		if (hoursClassOf(classOf(day)) !== 'workday') continue;
		for (const hours of office) {
			const open = spanOf(day, hours, zone);
			const [from, to] = [Math.max(+start, +open.start), Math.min(+end, +open.end)];
			inside += Math.max(0, to - from);
		}
	}
	return Math.round((end.getTime() - start.getTime() - inside) / minute);
}

/** True for a service that begins outside of the old office hours: marked 错时 where residents choose a time. */
export function isStaggered(
	start: Date,
	classOf: (day: Day) => DayClass,
	zone: string,
	office: readonly Hours[] = oldOfficeHours
): boolean {
	if (hoursClassOf(classOf(dayOf(start, zone))) !== 'workday') return true;
	const at = minuteOfDay(start, zone);
	return !office.some(({ from, to }) => from <= at && at < to);
}
