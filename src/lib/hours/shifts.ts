import { addDays, weekdayOf, type Day, type Span, type Weekday } from '#lib/shared/time.ts';
import { hoursClassOf, type DayClass } from './calendar.ts';
import { spanOf, type Hours, type HoursException } from './hours.ts';

/** A named staggered shift: 早班, 午班, 晚班, 周六上午. */
export interface ShiftPattern {
	id: string;
	/** Days on which it is worked; worked weekends count as workdays. */
	dayClass: Exclude<DayClass, 'makeup_workday'>;
	/** One after the other, breaks between them. */
	hours: readonly Hours[];
}

/** Who stands at which desk on a weekday, in which shift. */
export interface RosterLine {
	weekday: Weekday;
	staffId: string;
	/** Null: a round of home visits. */
	deskId: string | null;
	patternId: string;
}

/** A member of staff at a desk, or on a round of home visits. */
export interface PlannedDuty {
	staffId: string;
	deskId: string | null;
	patternId: string;
	day: Day;
	during: Span;
}

/**
 * The duties of a week. A weekday's lines are worked where the day is of their pattern's class; on a worked Saturday those
 * of Friday are, on a worked Sunday those of Monday, unless the weekday has workday lines of its own.
 * @param monday the first day of the week
 */
export function dutiesOf(
	monday: Day,
	lines: readonly RosterLine[],
	patterns: readonly ShiftPattern[],
	classOf: (day: Day) => DayClass,
	zone: string
): PlannedDuty[] {
	const byId = new Map(patterns.map((one) => [one.id, one]));
	return Array.from({ length: 7 }, (_, at) => addDays(monday, at)).flatMap((day) => {
		const dayClass = classOf(day);
		const isWorked = (line: RosterLine) => byId.get(line.patternId)?.dayClass === hoursClassOf(dayClass);
		const own = lines.filter((line) => line.weekday === weekdayOf(day) && isWorked(line));
		const stands =
			own.length === 0 && dayClass === 'makeup_workday'
				? lines.filter((line) => line.weekday === standsInFor(day) && isWorked(line))
				: own;
		return stands.flatMap(({ staffId, deskId, patternId }) =>
			byId.get(patternId)!.hours.map((hours) => ({
				staffId,
				deskId,
				patternId,
				day,
				during: spanOf(day, hours, zone)
			}))
		);
	});
}

const friday = 5;
const monday = 1;
const saturday = 6;

function standsInFor(day: Day): Weekday {
	return weekdayOf(day) === saturday ? friday : monday;
}

/**
 * Duties without what an exception takes from them: on a closed day none, on a shorter one what lies within its hours.
 * @param exceptionOn what holds for a duty's desk on its day, if anything does
 */
export function cutToOpen(
	duties: readonly PlannedDuty[],
	exceptionOn: (duty: PlannedDuty) => Pick<HoursException, 'hours'> | undefined,
	zone: string
): PlannedDuty[] {
	return duties.flatMap((duty) => {
		const exception = exceptionOn(duty);
		if (!exception) return [duty];
		const { hours } = exception;
		const during = hours && shared(duty.during, spanOf(duty.day, hours, zone));
		return during ? [{ ...duty, during }] : [];
	});
}

function shared(a: Span, b: Span): Span | null {
	const [start, end] = [a.start > b.start ? a.start : b.start, a.end < b.end ? a.end : b.end];
	return start < end ? { start, end } : null;
}

/** A colleague or a desk that is wanted twice at a time: the first two duties that meet, or null. Rounds may be many. */
export function doubled(duties: readonly PlannedDuty[]): [PlannedDuty, PlannedDuty] | null {
	const inOrder = [...duties].sort((a, b) => a.during.start.getTime() - b.during.start.getTime());
	for (const [at, one] of inOrder.entries()) {
		for (const other of inOrder.slice(at + 1)) {
			if (other.during.start >= one.during.end) break;
			if (other.staffId === one.staffId || (one.deskId && other.deskId === one.deskId)) return [one, other];
		}
	}
	return null;
}
