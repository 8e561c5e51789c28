import { dayOf, type Span } from '#lib/shared/time.ts';

/** True on a local day before the one that was planned; another hour of the same day is nobody's surprise. */
export function isEarly(during: Span, now: Date, zone: string): boolean {
	return dayOf(now, zone) < dayOf(during.start, zone);
}

/** The time that a task takes when it begins now instead, as long as it was planned. */
export function spanFromNow({ start, end }: Span, now: Date): Span {
	return { start: now, end: new Date(now.getTime() + end.getTime() - start.getTime()) };
}
