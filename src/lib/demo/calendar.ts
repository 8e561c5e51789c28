import { addDays, instantAt, minute, type Day, type Span } from '#lib/shared/time.ts';

/** The zone of the demo's communities. */
export const demoZone = 'Asia/Shanghai';

/**
 * The days around the one that the world is made for. All that has happened in the world lies before 18:00 on the day
 * before it, and all that is still to come ends after 18:00 on the day itself: so it is true all day, and from the
 * evening before.
 */
export interface Calendar {
	anchor: Day;
	/** The day `offset` days after the anchor (before it when negative). */
	day(offset: number): Day;
	/** The instant of a minute of that day; below 0 and from 1440 on it lies in the days beside it. */
	at(offset: number, minuteOfDay: number): Date;
	/** From one minute of that day to another. */
	span(offset: number, from: number, to: number): Span;
	/** A birth date with which someone is `age` on the anchor; `part` in [0, 1) says when in the year. */
	bornOn(age: number, part: number): Day;
}

export function calendarAround(anchor: Day): Calendar {
	const midnights = new Map<number, number>();
	const midnight = (offset: number) => {
		const known = midnights.get(offset) ?? instantAt(addDays(anchor, offset), '00:00', demoZone).getTime();
		midnights.set(offset, known);
		return known;
	};
	const at = (offset: number, minuteOfDay: number) => new Date(midnight(offset) + minuteOfDay * minute);
	return {
		anchor,
		day: (offset) => addDays(anchor, offset),
		at,
		span: (offset, from, to) => ({ start: at(offset, from), end: at(offset, to) }),
		bornOn(age, part) {
			const birthday = addDays('2001-01-01', Math.floor(part * 365)).slice(5);
			const year = Number(anchor.slice(0, 4)) - age - (birthday > anchor.slice(5) ? 1 : 0);
			return `${year}-${birthday}`;
		}
	};
}

/** Minutes since midnight of `HH:MM`. */
export function minutesOf(clock: string): number {
	return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}
