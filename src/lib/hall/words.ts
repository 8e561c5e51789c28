import { m } from '#lib/paraglide/messages.js';
import type { Tone } from '#lib/ui/ui.ts';
import type { BookingState } from '../booking/booking.ts';
import type { TicketState } from './hall.ts';

const states: Record<TicketState, [words: () => string, tone: Tone]> = {
	waiting: [m.hall_state_waiting, 'grey'],
	called: [m.hall_state_called, 'red'],
	serving: [m.hall_state_serving, 'blue'],
	served: [m.hall_state_served, 'green'],
	no_show: [m.hall_state_no_show, 'amber'],
	left: [m.hall_state_left, 'grey']
};

/** The state of a number, in words. */
export function ticketTag(state: TicketState): { words: string; tone: Tone } {
	const [words, tone] = states[state];
	return { words: words(), tone };
}

const bookingStates: Partial<Record<BookingState, [words: () => string, tone: Tone]>> = {
	booked: [m.hall_booking_booked, 'grey'],
	arrived: [m.hall_booking_arrived, 'red'],
	serving: [m.hall_state_serving, 'blue'],
	served: [m.hall_state_served, 'green'],
	no_show: [m.hall_booking_no_show, 'amber']
};

/** The state of an appointment on an officer's day, in words. */
export function bookingTag(state: BookingState): { words: string; tone: Tone } {
	const [words, tone] = bookingStates[state] ?? [m.hall_booking_booked, 'grey'];
	return { words: words(), tone };
}
