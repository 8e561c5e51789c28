import { dayClassOf, type NamedDay } from '#lib/hours/calendar.ts';
import type { Hours, HoursRule } from '#lib/hours/hours.ts';
import { cutToOpen, dutiesOf, type ShiftPattern } from '#lib/hours/shifts.ts';
import { weekdayOf, type Day, type Weekday } from '#lib/shared/time.ts';
import { demoZone, minutesOf } from './calendar.ts';
import type { Draft } from './draft.ts';
import type { PersonRow } from './rows.ts';
import { desksOf } from './station.ts';

/*
 * Staggered hours (错时工作制, seed 003): half an hour early, over noon, half an hour late, and Saturday mornings. Each
 * window changes its shift from day to day, so that every day has all of them.
 */

interface PatternPlan {
	name: string;
	nameEn: string;
	dayClass: HoursRule['dayClass'];
	hours: [from: string, to: string][];
}

const early: PatternPlan = {
	name: '早班',
	nameEn: 'Early',
	dayClass: 'workday',
	hours: [
		['08:00', '12:00'],
		['13:30', '16:30']
	]
};
const noon: PatternPlan = {
	name: '午班',
	nameEn: 'Noon',
	dayClass: 'workday',
	hours: [
		['09:30', '14:00'],
		['14:30', '17:00']
	]
};
const late: PatternPlan = {
	name: '晚班',
	nameEn: 'Late',
	dayClass: 'workday',
	hours: [
		['09:00', '12:00'],
		['13:30', '17:30']
	]
};
const saturdayMorning: PatternPlan = {
	name: '周六上午',
	nameEn: 'Saturday morning',
	dayClass: 'rest',
	hours: [['09:00', '12:00']]
};
const round: PatternPlan = {
	name: '上门',
	nameEn: 'Home visits',
	dayClass: 'workday',
	hours: [
		['09:00', '11:30'],
		['14:00', '17:00']
	]
};

/** Weeks before and after that of the anchor whose roster is published; the one after them is a draft. */
const publishedWeeks = { from: -4, to: 4 };

/** The two who take turns at a window. */
export function officersOf(draft: Draft, desk: number): PersonRow[] {
	const [, ...others] = draft.staff;
	return [others[desk]!, others[desksOf(draft).length + desk]!];
}

/** The two who take turns on the round of home visits. */
export function roundOfficers(draft: Draft): PersonRow[] {
	const [, ...others] = draft.staff;
	const first = 2 * desksOf(draft).length;
	return others.slice(first, first + 2);
}

/** Draws up the roster of the weeks around the anchor. */
export function drawUpRoster(draft: Draft): void {
	const [shifts, home, saturday] = [[early, noon, late].map(add), add(round), add(saturdayMorning)];
	const workweek: Weekday[] = [1, 2, 3, 4, 5];
	for (const weekday of workweek) {
		for (const [at, { id }] of draft.rows.desks.entries()) {
			line(weekday, officersOf(draft, at)[(weekday + at + 1) % 2]!, id, shifts[(weekday + at) % 3]!);
		}
		line(weekday, roundOfficers(draft)[weekday % 2]!, null, home);
	}
	for (const [at, { id }] of draft.rows.desks.slice(0, 2).entries()) {
		line(6, officersOf(draft, at)[(at + 1) % 2]!, id, saturday);
	}
	for (let week = publishedWeeks.from; week <= publishedWeeks.to + 1; week++) makeWeek(draft, week);

	function add({ name, nameEn, dayClass, hours }: PatternPlan): string {
		const id = draft.id('shift_pattern');
		const inMinutes = hours.map(([from, to]): Hours => ({ from: minutesOf(from), to: minutesOf(to) }));
		draft.rows.shiftPatterns.push({ id, name, nameEn, dayClass, hours: inMinutes, retiredAt: null });
		return id;
	}

	function line(weekday: Weekday, officer: PersonRow, deskId: string | null, patternId: string): void {
		const id = draft.id('roster_line');
		draft.rows.rosterLines.push({ id, weekday, staffId: officer.id, deskId, patternId });
	}
}

/** A week's duties, made by the rules of the app on the Friday five weeks before, when it was published too. */
function makeWeek(draft: Draft, week: number): void {
	const { calendar, rows, staff } = draft;
	const toMonday = 7 * week - ((weekdayOf(calendar.anchor) + 6) % 7);
	const by = { changedBy: staff[0]!.id, changedAt: calendar.at(toMonday - 31, 16 * 60) };
	const published = week <= publishedWeeks.to;
	if (!published) by.changedAt = calendar.at(-1, 10 * 60);
	for (const duty of planned(draft, calendar.day(toMonday))) {
		rows.duties.push({
			id: draft.id('duty'),
			...duty,
			status: published ? 'published' : 'draft',
			reason: null,
			...by
		});
	}
	if (!published) return;
	const { changedBy: publishedBy, changedAt: publishedAt } = by;
	rows.rosterWeeks.push({ monday: calendar.day(toMonday), publishedBy, publishedAt });
}

function planned({ rows }: Draft, monday: Day) {
	const named = new Map(rows.calendarDays.map((one) => [one.day, one as NamedDay]));
	const lines = rows.rosterLines.map(({ deskId = null, weekday, ...line }) => ({
		...line,
		deskId,
		weekday: weekday as Weekday
	}));
	const shorter = new Map(
		rows.hoursExceptions.map((one) => [one.day, { hours: { from: one.fromMinute!, to: one.toMinute! } }])
	);
	const duties = dutiesOf(
		monday,
		lines,
		rows.shiftPatterns as ShiftPattern[],
		(day) => dayClassOf(day, named),
		demoZone
	);
	return cutToOpen(duties, ({ deskId, day }) => (deskId ? shorter.get(day) : undefined), demoZone);
}
