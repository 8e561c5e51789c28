import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { clockAt } from '#lib/pairings/visit-start.ts';
import { weekdayName } from '#lib/pairings/words.ts';
import { dayOf, minuteOfDay, weekdayOf, type Day, type Span } from '#lib/shared/time.ts';
import { sayDay, sayMinutes, saySpan, type Here } from '#lib/ui/dates.ts';
import type { Option, Tone } from '#lib/ui/ui.ts';
import type { DayClass } from './calendar.ts';
import type { Coverage } from './coverage.ts';
import { openKinds, type Hours, type HoursRule, type OpenKind } from './hours.ts';
import { leaveKinds, type LeaveKind } from './roster.ts';

/** A name in the reader's language. */
export function named({ name, nameEn }: { name: string; nameEn: string | null }): string {
	return getLocale() === 'en' ? nameEn || name : name;
}

/** 8:00–12:00. */
export function sayHours({ from, to }: Hours): string {
	return m.app_span({ from: short(from), to: short(to) });
}

function short(minute: number): string {
	return clockAt(minute).replace(/^0/, '');
}

/** 8:00–12:00、13:30–17:00, or that it is closed. */
export function sayOpen(hours: readonly Hours[]): string {
	if (hours.length === 0) return m.hours_closed();
	return hours.map(sayHours).join(m.hours_comma());
}

/** A local day as a heading of the roster: 周一 11月23日. */
export function sayHeading(day: Day): string {
	const date = dates({ month: 'short', day: 'numeric' }).format(noon(day));
	return m.hours_day_heading({ weekday: weekdayName(weekdayOf(day)), date });
}

/** The days from one to another: 2026年11月23日至29日. */
export function sayDays(from: Day, to: Day): string {
	return dates({ year: 'numeric', month: 'long', day: 'numeric' }).formatRange(noon(from), noon(to));
}

/** A leave: 今天, 周一—周三, or with the hours where it is not of whole days. */
export function sayLeave(during: Span, here: Here): string {
	const { now, zone } = here;
	const isWhole = [during.start, during.end].every((at) => minuteOfDay(at, zone) === 0);
	if (!isWhole) return saySpan(during, here);
	const today = dayOf(now, zone);
	const last = dayOf(new Date(during.end.getTime() - 1), zone);
	const [from, to] = [sayDay(dayOf(during.start, zone), today), sayDay(last, today)];
	return from === to ? from : m.app_span({ from, to });
}

function dates(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	const locale = getLocale() === 'en' ? 'en-GB' : getLocale();
	return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
}

function noon(day: Day): Date {
	return new Date(`${day}T12:00:00Z`);
}

const classNames: Record<DayClass, () => string> = {
	workday: m.hours_class_workday,
	rest: m.hours_class_rest,
	holiday: m.hours_class_holiday,
	makeup_workday: m.hours_class_makeup_workday
};

/** 工作日, 休息日, 节假日, 调休上班. */
export function className(dayClass: DayClass): string {
	return classNames[dayClass]();
}

/** The colour of a day that is not an ordinary one. */
export const classTones: Record<DayClass, Tone> = {
	workday: 'grey',
	rest: 'grey',
	holiday: 'red',
	makeup_workday: 'blue'
};

const kindNames: Record<OpenKind, () => string> = {
	workday: m.hours_class_workday,
	saturday: m.hours_kind_saturday,
	sunday: m.hours_kind_sunday,
	holiday: m.hours_class_holiday
};

/** 工作日, 周六, 周日, 节假日. */
export function kindName(kind: OpenKind): string {
	return kindNames[kind]();
}

export function kindChoices(): Option[] {
	return openKinds.map((value) => ({ value, label: kindName(value) }));
}

const ruled: readonly HoursRule['dayClass'][] = ['workday', 'rest', 'holiday'];

/** The classes of days on which shifts are worked. */
export function classChoices(): Option[] {
	return ruled.map((value) => ({ value, label: className(value) }));
}

const leaveNames: Record<LeaveKind | 'swap', () => string> = {
	sick: m.hours_leave_sick,
	holiday: m.hours_leave_holiday,
	training: m.hours_leave_training,
	other: m.hours_leave_other,
	swap: m.hours_leave_swap
};

/** Why somebody is not there, or why a duty was called off. */
export function reasonName(reason: LeaveKind | 'swap'): string {
	return leaveNames[reason]();
}

export function leaveChoices(): Option[] {
	return leaveKinds.map((value) => ({ value, label: reasonName(value) }));
}

/** Early 30 minutes, noon 1 hour 30, late 30; on a day of rest all of it. */
export function sayCoverage({ early, noon, late, rest }: Coverage): string[] {
	const parts: [number, (words: { time: string }) => string][] = [
		[early, m.hours_coverage_early],
		[noon, m.hours_coverage_noon],
		[late, m.hours_coverage_late],
		[rest, m.hours_coverage_rest]
	];
	return parts.flatMap(([minutes, words]) => (minutes > 0 ? [words({ time: sayMinutes(minutes) })] : []));
}

/** Nobody 12:00–13:30; null where somebody always is. */
export function sayGaps({ gaps }: Pick<Coverage, 'gaps'>): string | null {
	return gaps.length === 0 ? null : m.hours_gap({ hours: gaps.map(sayHours).join(m.hours_comma()) });
}

/** What was done and, where appointments now lack their colleague, how many, with the way to them. */
export function touchedFlash(
	done: string,
	touched: number,
	desk: string
): { words: string; link?: { href: string; label: string } } {
	if (touched === 0) return { words: done };
	const words = [done, m.hours_touched({ count: touched })].join(m.hours_sentence_gap());
	return { words, link: { href: `${desk}/bookings?show=stranded`, label: m.hours_touched_link() } };
}

const events: Record<string, () => string> = {
	added: m.hours_event_added,
	moved: m.hours_event_moved,
	called_off: m.hours_event_called_off,
	shortened: m.hours_event_shortened,
	reinstated: m.hours_event_reinstated,
	swap_asked: m.hours_event_swap_asked,
	swap_declined: m.hours_event_swap_declined,
	swap_withdrawn: m.hours_event_swap_withdrawn,
	swapped: m.hours_event_swapped
};

/** What happened to a duty; null for what is not told. */
export function eventWords(kind: string): string | null {
	return events[kind]?.() ?? null;
}
