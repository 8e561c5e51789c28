import type { Actor } from '#lib/accounts/people.ts';
import { peopleByIds } from '#lib/accounts/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { groupById, type GroupRow } from '#lib/groups/queries.server.ts';
import { groupName } from '#lib/groups/words.ts';
import { m } from '#lib/paraglide/messages.js';
import type { VenueRow } from '#lib/places/venue-queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { dayOf, type Day } from '#lib/shared/time.ts';
import type { Here } from '#lib/ui/dates.ts';
import { quarterOf, readQuarter, type Quarter } from './quarter.ts';
import { plansFor } from './rights.server.ts';
import { boardOf, takesPlace, type BoardNames } from './term-board.ts';
import {
	standingLines,
	termContext,
	termHolidays,
	termLeaders,
	type TermLeader
} from './term-context.server.ts';
import { emptyWeeks, ruleDaysOf } from './term-dates.ts';
import { newRowValues, rowValues } from './term-form.ts';
import { draftLine, standingLine, termDatesIn, type BoardLine } from './term-lines.ts';
import { outcomeOf } from './term-outcome.ts';
import * as query from './term-queries.server.ts';
import { mostRows, type TermRow } from './term.ts';
import { quarterName, quartersBeside, rowName } from './term-words.ts';
import { nameOf } from './words.ts';

/** What an address asks for. */
export interface TermAddress {
	/** `2027-1`; else the quarter of today. */
	quarter: string | null;
	/** The row whose form is open. */
	row?: string | null;
}

/** The quarter of which everybody may see what a group has planned: this one, or else the next; null where none is. */
export async function publishedTerm(
	scope: Scope,
	groupId: string,
	{ now, zone }: Here
): Promise<string | null> {
	const quarter = quarterOf(dayOf(now, zone));
	for (const key of [quarter.key, quartersBeside(quarter).after.key]) {
		const plan = await query.termPlanOf(scope, { groupId, quarter: key });
		if (plan?.publishedAt) return key;
	}
	return null;
}

/**
 * The quarter of a group: its draft for those who plan, and for everybody what was published.
 * @throws AppError `not_found`, also where nothing was published for somebody who does not plan
 */
export async function termPage(
	scope: Scope,
	actor: Actor | null,
	groupId: string,
	address: TermAddress,
	here: Here
) {
	const group = await groupById(scope, groupId);
	if (!group) throw new AppError('not_found');
	const today = dayOf(here.now, here.zone);
	const quarter = readQuarter(address.quarter, today);
	const planner = actor && (await plansFor(scope, actor, groupId, here)) ? actor : null;
	const plan = await query.termPlanOf(scope, { groupId, quarter: quarter.key });
	const published = plan?.publishedAt ? plan : null;
	if (!planner && !published) throw new AppError('not_found');
	const rows = planner && plan && !published ? plan.rows : [];
	const leaders = planner ? await termLeaders(scope, planner, groupId, here) : [];
	const holidays = await termHolidays(scope, quarter);
	const dates = await query.datesOfGroup(scope, groupId, quarter);
	const standing = await standingLines(scope, groupId, quarter, dates, here);
	const context = await termContext(scope, rows, standing, quarter, here);
	const lines = [
		...rows.map((row) => draftLine(row, context)),
		...standing.map((line) => standingLine(line, dates, plan, { quarter, ...here }))
	];
	const names: BoardNames = {
		...{ today, planner: planner !== null, holidays: holidays.names },
		...(await namesIn(scope, lines, context.venues, dates, planner !== null))
	};
	const board = boardOf(quarter, lines, context, names);
	const days = lines.flatMap((line) => line.dates.filter(({ state }) => takesPlace(state)));
	return {
		group: { id: group.id, name: groupName(group) },
		quarter: { key: quarter.key, name: quarterName(quarter.key), ...quartersBeside(quarter) },
		published: published !== null,
		/** The draft can be worked on. */
		plans: planner !== null && !published && quarter.to >= today,
		planner: planner !== null,
		version: plan?.version ?? 0,
		undo: planner !== null && !published && (plan?.earlier.length ?? 0) > 0,
		full: rows.length >= mostRows,
		unknownYears: planner && !published ? holidays.unknownYears : [],
		troubles: board.rows.filter(({ troubles }) => troubles.length > 0).length,
		emptyWeeks: emptyWeeks(
			quarter,
			days.map(({ day }) => day)
		),
		outcome: published ? outcomeOf(termDatesIn(quarter, dates, published, here.now)) : null,
		...board,
		form: formOf(
			group,
			rows.find(({ id }) => id === address.row),
			quarter,
			holidays.names,
			leaders
		),
		venues: context.venues
			.filter(({ closed }) => !closed)
			.map((row) => ({
				value: row.id,
				label: m.activities_venue_seats({ name: nameOf(row), seats: row.seats })
			}))
	};
}

/** The names of rooms and leaders; of an activity that is not written down yet its own. */
async function namesIn(
	scope: Scope,
	lines: readonly BoardLine[],
	venues: readonly VenueRow[],
	written: readonly query.GroupDate[],
	planner: boolean
) {
	const named = new Map(written.map(({ activity }) => [activity.id, nameOf(activity)]));
	const ids = new Set(planner ? lines.map(({ row }) => row.ledBy) : []);
	const people = ids.size > 0 ? await peopleByIds(scope, [...ids]) : [];
	const leaders = new Map(people.map(({ id, name }) => [id, name]));
	const rooms = new Map(venues.map((venue) => [venue.id, nameOf(venue)]));
	return {
		nameOf: ({ row }: BoardLine) => named.get(row.id) ?? rowName(row),
		venue: (id: string | null) => (id && rooms.get(id)) ?? '',
		leader: (id: string) => leaders.get(id) ?? ''
	};
}

/** What stands in the form: the row that is changed, or a new one. */
function formOf(
	{ kind }: GroupRow,
	row: TermRow | undefined,
	quarter: Quarter,
	holidays: ReadonlyMap<Day, string>,
	leaders: readonly TermLeader[]
) {
	const keeps = (one: TermRow) =>
		ruleDaysOf(one).some((day) => holidays.has(day) && !one.except.includes(day));
	return {
		row: row?.id ?? null,
		values: row
			? rowValues(row, { quarter }, !keeps(row))
			: newRowValues(kind === 'class' ? 'course' : 'meeting', leaders[0]?.id ?? ''),
		leaders: leaders.map(({ id, name }) => ({ value: id, label: name }))
	};
}
