import { hour, type Span } from '../shared/time.ts';

/** The headings of the catalogue (seed 001, 一站式服务; seed 003). */
export const serviceGroups = [
	'relief',
	'jobs',
	'insurance',
	'family_planning',
	'certificates',
	'party',
	'home_care',
	'other'
] as const;
export type ServiceGroup = (typeof serviceGroups)[number];

/** Where a service is done: at a desk, or at the home of those who cannot come (上门). */
export const servicePlaces = ['desk', 'home'] as const;
export type ServicePlace = (typeof servicePlaces)[number];

/**
 * A booking from the hold to the end. `held`: a form is open, or a place that became free is offered. `arrived`: checked in
 * at the hall or, at home, on the way. What has ended stays as it ended.
 */
export const bookingStates = [
	'held',
	'booked',
	'arrived',
	'serving',
	'served',
	'no_show',
	'cancelled',
	'lapsed'
] as const;
export type BookingState = (typeof bookingStates)[number];

/** Those that take a desk's, an officer's and the attendee's time. */
export const takingStates = [
	'held',
	'booked',
	'arrived',
	'serving'
] as const satisfies readonly BookingState[];

/** Somebody for whom no time suits, from the wish to its end. */
export const waitStates = ['waiting', 'offered', 'taken', 'lapsed', 'withdrawn'] as const;
export type WaitState = (typeof waitStates)[number];

/** Hours after which somebody who was there is no longer being served, but was left open. */
export const openHours = 2;

/** Who came and was never closed: staff have to say how it ended. */
export function isLeftOpen({ status, during }: { status: BookingState; during: Span }, now: Date): boolean {
	const open = status === 'arrived' || status === 'serving';
	return open && now.getTime() >= during.end.getTime() + openHours * hour;
}

/** How long a time stays held while a form is open, minutes. */
export const holdMinutes = 5;

/** How many days are shown to choose from. */
export const daysShown = 28;

/** Minutes from one possible beginning of a service to the next, counted from the beginning of a duty. */
export function stepOf(minutes: number): number {
	return Math.min(minutes, 30);
}

/** True while those who booked change or cancel it themselves: up to `cutOffMinutes` before it begins. */
export function isChangeable(start: Date, cutOffMinutes: number, now: Date): boolean {
	return now.getTime() <= start.getTime() - cutOffMinutes * 60_000;
}
