import type { Actor } from '#lib/accounts/people.ts';
import { homeById } from '#lib/accounts/household-queries.server.ts';
import { personById } from '#lib/accounts/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { groupById, groupIdsOf } from '#lib/groups/queries.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { buildingById } from '#lib/places/queries.server.ts';
import { addDays, dayOf, weekdayOf, type Day, type Span } from '#lib/shared/time.ts';
import { sayDay, sayTime, type Here } from '#lib/ui/dates.ts';
import type { IconName } from '#lib/ui/icons.ts';
import type { Tone } from '#lib/ui/ui.ts';
import { cardOf } from '#lib/volunteers/queries.server.ts';
import { forMe, type Likes } from './for-me.ts';
import { listQuery, type ListAddress } from './list-address.ts';
import { countDates, goingOn, listDates, type DateFilter, type ListedDate } from './list-queries.server.ts';
import { kindLooks, nameOf, placeWords, sayMonth, seatsWords } from './words.ts';

/** Metres in a straight line that are near: ten minutes on foot. */
const nearMetres = 800;
/** Rows of a list; the next day shows what a day has more. */
const mostRows = 40;
/** Rows of a group's page. */
const mostNext = 5;
/** Local days in which what comes next is looked for. */
const daysAhead = 60;

/** A date in a list. */
export interface DateLine {
	id: string;
	/** Where more is said of it, below the community. */
	path: string;
	title: string;
	time: string;
	text: string;
	/** Null where nobody counts seats. */
	seats: string | null;
	icon: IconName;
	tone: Tone;
	cancelled: boolean;
	/** Why it is shown to this person. */
	reason: string | null;
}

/** What is on beside the activities, from another room. */
export interface OtherDate {
	localDay: Day;
	during: Span;
	line: DateLine;
}

/** A day of the month's calendar. */
export interface DayCell {
	day: Day;
	number: number;
	count: number;
	words: string;
	today: boolean;
	chosen: boolean;
}

/**
 * The calendar of a month, and what is on a day or comes next.
 * @param others what else is on, of what the address asks for
 */
export async function listPage(
	scope: Scope,
	actor: Actor | null,
	address: ListAddress,
	here: Here,
	others: readonly OtherDate[] = []
) {
	const today = dayOf(here.now, here.zone);
	const month = address.month ?? (address.day ?? today).slice(0, 7);
	const likes = actor && (await likesOf(scope, actor, today));
	const reasons = likes ? await reasonsFor(scope, likes, today) : new Map<string, string>();
	const filter = await filterOf(scope, actor, address, [...reasons.keys()]);
	const days = daysOf(month);
	const inMonth = filter && { ...filter, from: days[0]!, to: days.at(-1)! };
	const counts = inMonth ? await countDates(scope, inMonth) : new Map<Day, number>();
	for (const { localDay, line } of others) {
		if (!line.cancelled) counts.set(localDay, (counts.get(localDay) ?? 0) + 1);
	}
	const from = address.day ?? (month === today.slice(0, 7) ? today : days[0]!);
	const to = address.day ?? addDays(from, daysAhead);
	const rows = filter ? await listDates(scope, { ...filter, from, to }, mostRows) : [];
	const dates = rows.map((one) => ({ ...one, line: lineOf(one, reasons.get(one.activityId) ?? null, here) }));
	// where the list was cut, what else is on further on is not shown before it
	const last = rows.length === mostRows ? rows.at(-1)!.localDay : to;
	const beside = others.filter(({ localDay }) => localDay >= from && localDay <= last);
	const shown = [...dates, ...beside]
		.filter(({ during }) => address.day !== null || during.end > here.now)
		.toSorted((a, b) => +a.during.start - +b.during.start);
	return {
		month: {
			name: sayMonth(month),
			weeks: weeksOf(month, counts, { today, chosen: address.day }),
			before: listQuery(address, { month: addMonths(month, -1), day: null }),
			after: listQuery(address, { month: addMonths(month, 1), day: null })
		},
		days: byDay(shown, today),
		group: address.group ? await nameOfGroup(scope, address.group) : null,
		/** Asked for what is near without a home to be near to. */
		homeless: filter === null
	};
}

/** What a group does next, each with its day. */
export async function nextDates(scope: Scope, groupId: string, here: Here): Promise<DateLine[]> {
	const today = dayOf(here.now, here.zone);
	const asked = { kind: null, theme: null, groupId, activityIds: null, near: null };
	const rows = await listDates(scope, { ...asked, from: today, to: addDays(today, daysAhead) }, mostNext);
	return rows
		.filter(({ during }) => during.end > here.now)
		.map((one) => {
			const line = lineOf(one, null, here);
			return { ...line, time: `${sayDay(one.localDay, today)} ${line.time}` };
		});
}

async function nameOfGroup(scope: Scope, id: string): Promise<string | null> {
	const group = await groupById(scope, id);
	return group ? nameOf(group) : null;
}

async function likesOf(scope: Scope, { personId }: Actor, today: Day): Promise<Likes> {
	const card = await cardOf(scope, personId);
	return { hobbies: card?.hobbies ?? [], groupIds: await groupIdsOf(scope, personId, today) };
}

/** Why activities may be something for somebody, by their ids. */
async function reasonsFor(scope: Scope, likes: Likes, today: Day): Promise<Map<string, string>> {
	if (likes.hobbies.length === 0 && likes.groupIds.size === 0) return new Map();
	const all = await goingOn(scope, today);
	return new Map(
		all.flatMap((one) => {
			const found = forMe(likes, one);
			if (!found) return [];
			const words =
				found.why === 'group' ? m.activities_for_group() : m.activities_for_hobby({ hobby: found.hobby });
			return [[one.id, words] as const];
		})
	);
}

type Asked = Omit<DateFilter, 'from' | 'to'>;

/** What is asked for; null where that cannot be said, since nobody knows where the reader lives. */
async function filterOf(
	scope: Scope,
	actor: Actor | null,
	{ kind, theme, group: groupId, only }: ListAddress,
	forMeIds: string[]
): Promise<Asked | null> {
	const asked = { kind, theme, groupId, activityIds: only === 'for_me' ? forMeIds : null, near: null };
	if (only !== 'near') return asked;
	const home = actor && (await homeOf(scope, actor));
	return home ? { ...asked, near: { ...home, metres: nearMetres } } : null;
}

async function homeOf(scope: Scope, { personId }: Actor) {
	const person = await personById(scope, personId);
	const home = person?.householdId ? await homeById(scope, person.householdId) : undefined;
	const building = home && (await buildingById(scope, home.buildingId));
	return building ? { east: building.east, north: building.north } : null;
}

function lineOf(one: ListedDate, reason: string | null, here: Here): DateLine {
	const { activity, during, group, status } = one;
	return {
		id: one.id,
		path: `/activities/${one.activityId}`,
		title: nameOf(activity),
		time: sayTime(during.start, here.zone),
		text: [placeWords(one), group && nameOf(group)].filter(Boolean).join(' · '),
		seats: seatsWords(one),
		...kindLooks[activity.kind],
		cancelled: status === 'cancelled',
		reason
	};
}

function byDay(rows: readonly OtherDate[], today: Day) {
	const days = Map.groupBy(rows, ({ localDay }) => localDay);
	return [...days].map(([day, dates]) => {
		return { day, name: sayDay(day, today), dates: dates.map(({ line }) => line) };
	});
}

function daysOf(month: string): Day[] {
	const [year, number] = month.split('-').map(Number) as [number, number];
	const count = new Date(Date.UTC(year, number, 0)).getUTCDate();
	return Array.from({ length: count }, (_, at) => `${month}-${String(at + 1).padStart(2, '0')}`);
}

/** The month so many later, as far as the calendar goes. */
function addMonths(month: string, count: number): string {
	const [year, number] = month.split('-').map(Number) as [number, number];
	const all = Math.min(Math.max(year * 12 + number - 1 + count, 12), 9999 * 12 + 11);
	return `${String(Math.floor(all / 12)).padStart(4, '0')}-${String((all % 12) + 1).padStart(2, '0')}`;
}

/** Weeks from Monday on; null before the first and after the last day. */
function weeksOf(
	month: string,
	counts: ReadonlyMap<Day, number>,
	{ today, chosen }: { today: Day; chosen: Day | null }
): (DayCell | null)[][] {
	const days = daysOf(month);
	const lead = (weekdayOf(days[0]!) + 6) % 7;
	const cells: (DayCell | null)[] = [
		...Array<null>(lead).fill(null),
		...days.map((day) => {
			const count = counts.get(day) ?? 0;
			const number = Number(day.slice(8));
			const words = m.activities_day_count({ day: sayDay(day, today), count });
			return { day, number, count, words, today: day === today, chosen: day === chosen };
		})
	];
	while (cells.length % 7 > 0) cells.push(null);
	return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(7 * week, 7 * week + 7));
}
