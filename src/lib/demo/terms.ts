import { quarterOf, type Quarter } from '#lib/activities/quarter.ts';
import { datesOfRow } from '#lib/activities/term-dates.ts';
import type { TermRow } from '#lib/activities/term.ts';
import { addDays, daysBetween, minute } from '#lib/shared/time.ts';
import { activityOfRow, occurrenceOf, seat } from './activities.ts';
import { castMember, randomOf, type Draft } from './draft.ts';
import { idsFrom } from './random.ts';
import type { ActivityRow, OccurrenceRow } from './rows.ts';
import { fixersNext, readersNow, rowNamesEn, type RowPlan } from './term-plans.ts';

/** Ids of their own, so that those of everything else stay as they are. */
const ownSeed = 20_270_101;

/** So many members sign up for each. */
const mostComing = 10;

/** One group lives by its plan of this quarter, another has begun that of the next. */
export function planTerms(shared: Draft): void {
	const draft = { ...shared, id: idsFrom(shared.seed + ownSeed) };
	const quarter = quarterOf(draft.calendar.anchor);
	live(draft, '城东读书会', '林晓慧', quarter);
	begin(draft, '便民维修队', '张守田', quarterOf(addDays(quarter.to, 1)));
}

const groupNamed = ({ rows }: Draft, name: string) => rows.groups.find((one) => one.name === name)!;

function rowsOf(draft: Draft, plans: readonly RowPlan[], quarter: Quarter, ledBy: string): TermRow[] {
	return plans.map(({ inRoom, once, ...plan }) => {
		const firstDay = once === undefined ? quarter.from : addDays(quarter.from, once);
		const venue = draft.rows.venues.find(({ kind }) => kind === inRoom);
		return {
			...{
				id: draft.id('term_row'),
				...plan,
				nameEn: rowNamesEn[plan.name],
				firstDay,
				venueId: venue?.id ?? null,
				ledBy,
				like: null
			},
			lastDay: once === undefined ? quarter.to : firstDay,
			except: []
		};
	});
}

function begin(draft: Draft, group: string, leader: string, quarter: Quarter): void {
	const rows = rowsOf(draft, fixersNext, quarter, castMember(draft, leader).id);
	const groupId = groupNamed(draft, group).id;
	draft.rows.termPlans.push({
		...{ id: draft.id('term_plan'), groupId, quarter: quarter.key, rows, earlier: [rows.slice(0, -1)] },
		...{ publishedAt: null, publishedBy: null, version: rows.length }
	});
}

function live(draft: Draft, group: string, leader: string, quarter: Quarter): void {
	const { id: ledBy } = castMember(draft, leader);
	const rows = rowsOf(draft, readersNow, quarter, ledBy);
	const since = draft.calendar.at(daysBetween(draft.calendar.anchor, quarter.from) - 6, 20 * 60);
	const groupId = groupNamed(draft, group).id;
	const plan = { id: draft.id('term_plan'), groupId, quarter: quarter.key, rows, earlier: [] };
	draft.rows.termPlans.push({ ...plan, publishedAt: since, publishedBy: ledBy, version: rows.length + 1 });
	for (const row of rows) hold(draft, row, plan, since);
}

/** Writes an activity of the plan with its dates, rooms and those who come. */
function hold(draft: Draft, row: TermRow, plan: { id: string; groupId: string }, since: Date): void {
	const { calendar, rows } = draft;
	const activity: ActivityRow = activityOfRow(draft, row, { ...plan, since });
	rows.activities.push(activity);
	const dates = datesOfRow(row).map((day) =>
		occurrenceOf(draft, activity, daysBetween(calendar.anchor, day))
	);
	if (dates.length > 4) changeSome(draft, dates);
	rows.occurrences.push(...dates);
	const random = randomOf(draft, `term ${row.name}`);
	const standing = rows.groupMembers.filter((one) => one.groupId === plan.groupId && one.status === 'member');
	const members = new Set(standing.map(({ personId }) => personId));
	const on = dates.filter(({ status }) => status === 'planned');
	const people = rows.people.filter(({ id }) => members.has(id)).slice(0, mostComing);
	for (const person of people) seat(draft, random, activity, on, person);
}

/** The first date of a series began later, the second was called off. */
function changeSome({ rows }: Draft, [first, second]: readonly OccurrenceRow[]): void {
	const bookingOf = (date: OccurrenceRow) => rows.venueBookings.find(({ id }) => id === date.venueBookingId)!;
	const half = 30 * minute;
	const during = { start: new Date(+first!.during.start + half), end: new Date(+first!.during.end + half) };
	Object.assign(first!, { during, sequence: 1, reason: '等下班的人，晚半小时开始' });
	Object.assign(bookingOf(first!), { during, sequence: 1 });
	Object.assign(second!, { status: 'cancelled', sequence: 1, reason: '台风，路上不安全' });
	Object.assign(bookingOf(second!), { status: 'cancelled' });
}
