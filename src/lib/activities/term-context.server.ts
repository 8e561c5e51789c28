import { isStaff, type Actor } from '#lib/accounts/people.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { postsOn } from '#lib/groups/post-queries.server.ts';
import { calendarBetween } from '#lib/hours/open.server.ts';
import { venuesOf, type VenueRow } from '#lib/places/venue-queries.server.ts';
import { dayOf, minuteOfDay, type Day } from '#lib/shared/time.ts';
import type { Here } from '#lib/ui/dates.ts';
import { takenOn } from '#lib/venues/queries.server.ts';
import type { Quarter } from './quarter.ts';
import { datesOf } from './recurrence.ts';
import { lineOf, slotOf, type TermContext, type TermLine } from './term-conflicts.ts';
import * as query from './term-queries.server.ts';
import type { TermRow } from './term.ts';

/** Somebody who may lead a row of a plan. */
export interface TermLeader {
	id: string;
	name: string;
}

/** Who may lead: those who answer for something in the group, and staff who plan for it. */
export async function termLeaders(
	scope: Scope,
	actor: Actor,
	groupId: string,
	here: Here
): Promise<TermLeader[]> {
	const posts = await postsOn(scope, groupId, dayOf(here.now, here.zone));
	const people = posts.map(({ personId, name }) => ({ id: personId, name }));
	if (isStaff(actor)) people.push({ id: actor.personId, name: actor.name });
	return [...new Map(people.map((one) => [one.id, one])).values()];
}

/** The public holidays of a quarter by their names, and the years of it of which nothing is known. */
export async function termHolidays(
	scope: Scope,
	{ from, to }: Quarter
): Promise<{ names: Map<Day, string>; unknownYears: number[] }> {
	const { named, unknownYears } = await calendarBetween(scope, from, to);
	const days = [...named.values()].filter((one) => one.class === 'holiday');
	return { names: new Map(days.map(({ day, name }) => [day, name])), unknownYears };
}

/** What a group has in a quarter beside a draft: written dates, and those that a series will have. */
export async function standingLines(
	scope: Scope,
	groupId: string,
	quarter: Quarter,
	dates: readonly query.GroupDate[],
	{ now, zone }: Here
): Promise<TermLine[]> {
	const today = dayOf(now, zone);
	const from = today < quarter.from ? quarter.from : today;
	const series = await query.seriesOfGroup(scope, groupId, { begunBy: quarter.to, datesFrom: today });
	const all = new Map([...dates.map(({ activity }) => activity), ...series].map((one) => [one.id, one]));
	const lines = [...all.values()].map((activity) => {
		const written = dates.filter((one) => one.activity.id === activity.id).map(({ date }) => date);
		const known = new Set([...written.map(({ ruleDay }) => ruleDay), ...activity.exceptDays]);
		const goesOn = activity.rule !== null && activity.status === 'published';
		const later = goesOn ? datesOf(activity.rule, activity.firstDay, from, quarter.to) : [];
		const own = written.filter(({ status }) => status === 'planned');
		const days = [...own.map(({ localDay }) => localDay), ...later.filter((day) => !known.has(day))];
		const changes = own.map((date) => ({
			day: date.localDay,
			startMinute: minuteOfDay(date.during.start, zone),
			...(date.venueId && { venueId: date.venueId })
		}));
		return { row: { ...standingRow(activity, quarter.to), changes }, days: [...new Set(days)].sort() };
	});
	// what was planned is told of even where all of it was called off
	const planned = new Set(dates.flatMap(({ activity }) => (activity.termPlanId ? activity.id : [])));
	return lines.filter(({ row, days }) => days.length > 0 || planned.has(row.id));
}

function standingRow(activity: query.GroupDate['activity'], lastDay: Day): TermRow {
	const { id, name, kind, rule, firstDay, exceptDays, startMinute, minutes } = activity;
	const { venueId, place, seats, ledBy } = activity;
	return {
		...{ id, name, kind, rule, firstDay, lastDay, except: exceptDays, startMinute, minutes },
		...{ venueId, place, seats, ledBy, like: null }
	};
}

/** All that a draft has to go round. */
export async function termContext(
	scope: Scope,
	rows: readonly TermRow[],
	standing: readonly TermLine[],
	quarter: Quarter,
	here: Here
): Promise<TermContext & { venues: VenueRow[] }> {
	const venues = await venuesOf(scope);
	const taken = Map.groupBy(await takenOn(scope, quarter), (one) => slotOf(one.venueId, one.localDay));
	return {
		venues,
		rooms: venues,
		taken: new Map([...taken].map(([slot, all]) => [slot, all.map(({ during }) => during)])),
		lines: [...rows.map((row) => lineOf(row, here)), ...standing],
		...here
	};
}
