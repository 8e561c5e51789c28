import type { Actor } from '#lib/accounts/people.ts';
import { personById } from '#lib/accounts/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { desksOf, stationsOf, type DeskRow } from '#lib/places/station-queries.server.ts';
import { addDays, dayOf, type Day } from '#lib/shared/time.ts';
import { sayWhen, type Here } from '#lib/ui/dates.ts';
import type { Tone } from '#lib/ui/ui.ts';
import { coverageOf } from './coverage.ts';
import { calendarBetween, openDays, type KnownCalendar } from './open.server.ts';
import * as query from './roster-queries.server.ts';
import { daysOfWeek, hoursOf } from './week.ts';
import {
	classTones,
	className,
	named,
	reasonName,
	sayCoverage,
	sayDays,
	sayGaps,
	sayHeading,
	sayHours,
	sayOpen
} from './words.ts';

/** A duty on the board. */
export interface Card {
	id: string;
	/** When it was last changed, as forms send it. */
	seen: string;
	name: string;
	shift: string | null;
	hours: string;
	status: query.DutyRow['status'];
	/** Why it was called off. */
	reason: string | null;
	mine: boolean;
	/** It can be carried elsewhere. */
	loose: boolean;
}

/** A desk, or the round of home visits, over a week. */
export interface BoardRow {
	/** Null: the round. */
	deskId: string | null;
	name: string;
	/** One for each day. */
	cells: Card[][];
}

/** How the desks of a station are staffed on a day. */
export interface CoverageCell {
	open: string;
	/** Why it is open at other hours. */
	reason: string | null;
	words: string[];
	gaps: string | null;
}

export interface BoardDay {
	day: Day;
	heading: string;
	/** What the day is called where it is not an ordinary one. */
	mark: { words: string; tone: Tone } | null;
	today: boolean;
	past: boolean;
}

/** A week's roster as staff see it. */
export interface RosterBoard {
	monday: Day;
	title: string;
	previous: Day;
	next: Day;
	/** Words on when and by whom it was published; null where it was not. */
	published: string | null;
	/** How many duties wait to be published. */
	drafts: number;
	days: BoardDay[];
	stations: { id: string; name: string; rows: BoardRow[]; coverage: CoverageCell[] }[];
	round: BoardRow;
	unknownYears: number[];
}

/** The board of the week from a Monday on. */
export async function rosterBoard(scope: Scope, actor: Actor, monday: Day, here: Here): Promise<RosterBoard> {
	const days = daysOfWeek(monday);
	const sunday = days.at(-1)!;
	const duties = await query.dutiesBetween(scope, monday, sunday);
	const calendar = await calendarBetween(scope, monday, sunday);
	const desks = await desksOf(scope);
	const card = cardsFor(actor, here);
	const rowOf = (deskId: string | null, name: string): BoardRow => ({
		deskId,
		name,
		cells: days.map((day) => duties.filter((one) => one.day === day && one.deskId === deskId).flatMap(card))
	});
	const used = new Set(duties.map(({ deskId }) => deskId));
	const shown = (desk: DeskRow) => !desk.closed || used.has(desk.id);
	const stations = [];
	for (const station of await stationsOf(scope)) {
		const own = desks.filter((desk) => desk.stationId === station.id && shown(desk));
		stations.push({
			id: station.id,
			name: named(station),
			rows: own.map((desk) => rowOf(desk.id, named(desk))),
			coverage: await coverage(scope, station.id, days, duties, new Set(own.map(({ id }) => id)), here.zone)
		});
	}
	return {
		monday,
		title: sayDays(monday, sunday),
		previous: addDays(monday, -7),
		next: addDays(monday, 7),
		published: await publishedWords(scope, monday, here),
		drafts: duties.filter(({ status }) => status === 'draft').length,
		days: days.map((day) => boardDay(day, calendar, here)),
		stations,
		round: rowOf(null, m.hours_round()),
		unknownYears: calendar.unknownYears
	};
}

async function publishedWords(scope: Scope, monday: Day, here: Here): Promise<string | null> {
	const week = await query.publishedWeek(scope, monday);
	if (!week) return null;
	const by = await personById(scope, week.publishedBy);
	return m.hours_published_at({ when: sayWhen(week.publishedAt, here), name: by?.name ?? '' });
}

function boardDay(day: Day, { classOf, named: names }: KnownCalendar, { now, zone }: Here): BoardDay {
	const dayClass = classOf(day);
	const known = names.get(day);
	const today = dayOf(now, zone);
	return {
		day,
		heading: sayHeading(day),
		mark: known
			? {
					words:
						dayClass === 'holiday'
							? known.name
							: m.hours_mark({ name: known.name, class: className(dayClass) }),
					tone: classTones[dayClass]
				}
			: null,
		today: day === today,
		past: day < today
	};
}

/** A duty that was swapped away is on the board already, under the name of who has it now. */
function cardsFor(actor: Actor, { now, zone }: Here) {
	return (duty: query.DutyLine): Card[] => {
		const { id, staffId, status, reason, during } = duty;
		if (reason === 'swap') return [];
		const shift = duty.pattern && named({ name: duty.pattern, nameEn: duty.patternEn });
		return [
			{
				id,
				seen: duty.changedAt.toISOString(),
				name: duty.name,
				shift,
				hours: sayHours(hoursOf(during, zone)),
				status,
				reason: reason && reasonName(reason),
				mine: staffId === actor.personId,
				loose: status !== 'called_off' && during.end > now
			}
		];
	};
}

async function coverage(
	scope: Scope,
	stationId: string,
	days: readonly Day[],
	duties: readonly query.DutyLine[],
	desks: ReadonlySet<string>,
	zone: string
): Promise<CoverageCell[]> {
	const open = await openDays(scope, stationId, days[0]!, days.at(-1)!);
	return open.map(({ day, dayClass, hours, reason }) => {
		const staffed = duties.filter(
			(one) => one.day === day && one.status !== 'called_off' && one.deskId && desks.has(one.deskId)
		);
		const covered = coverageOf(
			dayClass,
			hours,
			staffed.map(({ during }) => hoursOf(during, zone))
		);
		return { open: sayOpen(hours), reason, words: sayCoverage(covered), gaps: sayGaps(covered) };
	});
}
