import {
	addDays,
	day as dayLength,
	dayOf,
	instantAt,
	minute,
	minuteOfDay,
	weekdayOf,
	type Day,
	type Span,
	type Weekday
} from '#lib/shared/time.ts';
import { chancesOf, hourBand, type Chance, type Learned } from './likelihood.ts';
import type { Context, GateCode, RequestFacts } from './matching.ts';

/** A local day with the instants at which it begins and ends, in milliseconds. */
export interface LocalDay {
	day: Day;
	weekday: Weekday;
	start: number;
	end: number;
}

/** A window that is still to come, with the local days it touches. */
export interface Opening {
	start: number;
	end: number;
	days: LocalDay[];
}

/** A request as it stands at one moment: all that is the same for every volunteer, worked out once. */
export interface Occasion {
	request: RequestFacts;
	now: number;
	/** The next five minutes from `now`: nothing begins before. */
	soonest: number;
	zone: string;
	today: Day;
	lifted: ReadonlySet<GateCode>;
	/** In order of their beginnings, each long enough for the help. */
	openings: Opening[];
	/** The first day on which the help may happen: papers must be valid then. */
	firstDay: Day;
	/** The help's length in milliseconds. */
	length: number;
	/** Somebody has to go there. By telephone nobody travels and nobody is too far. */
	inPerson: boolean;
	/** What the community has learned of its offers, if anything. */
	learned: Learned | null;
	/** How likely an offer leads to help, by band of distance; null where nothing was learned. */
	chances: readonly Chance[] | null;
}

/**
 * The local days of instants, as far as worked out; share one among the requests of a plan, for zones are slow to
 * ask.
 */
export type Calendar = Map<number, LocalDay>;

const fortnight = 14 * dayLength;

/** The request seen from a moment. Windows begin no earlier than the next five minutes from `now`. */
export function occasionOf(
	request: RequestFacts,
	context: Context,
	calendar: Calendar = new Map()
): Occasion {
	const { now, zone, today, lifted = [], learned } = context;
	const soonest = nextFiveMinutes(now.getTime());
	const length = Math.max(1, request.minutes) * minute;
	const openings = windowsOf(request, soonest)
		.map(({ start, end }) => ({ start: Math.max(start.getTime(), soonest), end: end.getTime() }))
		.filter(({ start, end }) => end - start >= length)
		.sort((a, b) => a.start - b.start || a.end - b.end)
		.map(({ start, end }) => ({ start, end, days: daysTouched(start, end, zone, calendar) }));
	return {
		request,
		now: now.getTime(),
		soonest,
		zone,
		today,
		lifted: new Set(lifted),
		openings,
		firstDay: openings[0]?.days[0]?.day ?? today,
		length,
		inPerson: request.presence === 'home' || request.presence === 'outside',
		learned: learned ?? null,
		chances: learned ? chancesOf(learned, request.skill, hourOf(openings, length, zone)) : null
	};
}

/** The same when one time is agreed, a moment of its openings: they are that time alone. */
export function agreedAt(occasion: Occasion, start: number): Occasion {
	const { request, learned, length, zone } = occasion;
	const end = start + length;
	const opening = occasion.openings.find((one) => one.start <= start && end <= one.end)!;
	const days = opening.days.filter((day) => day.start < end && start < day.end);
	const openings = [{ start, end, days }];
	const chances = learned && chancesOf(learned, request.skill, hourOf(openings, length, zone));
	return { ...occasion, openings, firstDay: days[0]!.day, chances };
}

/** The band of hours in which it begins; null where it may begin in several. */
function hourOf(openings: readonly Opening[], length: number, zone: string): number | null {
	const bandAt = (instant: number) => hourBand(Math.floor(minuteOfDay(new Date(instant), zone) / 60));
	const [first] = openings;
	if (!first) return null;
	const band = bandAt(first.start);
	const same = openings.every(
		({ start, end, days }) => days.length === 1 && bandAt(start) === band && bandAt(end - length) === band
	);
	return same ? band : null;
}

/** The instant at or after `instant` that stands on whole five minutes, in milliseconds. */
function nextFiveMinutes(instant: number): number {
	return Math.ceil(instant / (5 * minute)) * 5 * minute;
}

/** The instant of a minute of a local day, in milliseconds; 1440 is its end. */
export function instantOf({ day, start, end }: LocalDay, minutes: number, zone: string): number {
	if (minutes >= 1440) return end;
	if (end - start === dayLength) return start + minutes * minute;
	const hours = String(Math.floor(minutes / 60)).padStart(2, '0');
	return instantAt(day, `${hours}:${String(minutes % 60).padStart(2, '0')}`, zone).getTime();
}

function windowsOf({ windows }: RequestFacts, soonest: number): readonly Span[] {
	if (windows.length > 0) return windows;
	return [{ start: new Date(soonest), end: new Date(soonest + fortnight) }];
}

function daysTouched(start: number, end: number, zone: string, calendar: Calendar): LocalDay[] {
	const days: LocalDay[] = [];
	for (let at = start; at < end; at = days.at(-1)!.end) days.push(dayAt(at, zone, calendar));
	return days;
}

function dayAt(instant: number, zone: string, calendar: Calendar): LocalDay {
	const known = calendar.get(instant);
	if (known) return known;
	const day = dayOf(new Date(instant), zone);
	const start = instantAt(day, '00:00', zone).getTime();
	const found = calendar.get(start) ?? {
		day,
		weekday: weekdayOf(day),
		start,
		end: instantAt(addDays(day, 1), '00:00', zone).getTime()
	};
	calendar.set(start, found).set(instant, found);
	return found;
}
