import { m } from '#lib/paraglide/messages.js';
import { getLocale, type Locale } from '#lib/paraglide/runtime.js';
import type { Params } from '#lib/shared/errors.ts';
import { sayWhen, type Here } from '#lib/ui/dates.ts';
import type { Tone } from '#lib/ui/ui.ts';
import type { BookingState } from './booking.ts';

interface Named {
	name: string;
	nameEn: string;
}

/** A name in the reader's language. */
export function inWords({ name, nameEn }: Named, locale: Locale = getLocale()): string {
	return locale === 'en' ? nameEn : name;
}

/** The values of a notice about a booking, with words where an instant and two names stood. */
export function bookingValues(params: Params, here: Here): Params {
	const { service, serviceEn, at } = params;
	if (typeof service !== 'string' || typeof at !== 'string') return params;
	const name = { name: service, nameEn: String(serviceEn) };
	return { ...params, service: inWords(name), when: sayWhen(new Date(at), here) };
}

const states: Record<BookingState, { words: () => string; tone: Tone }> = {
	held: { words: m.booking_state_held, tone: 'amber' },
	booked: { words: m.booking_state_booked, tone: 'green' },
	arrived: { words: m.booking_state_arrived, tone: 'blue' },
	serving: { words: m.booking_state_serving, tone: 'blue' },
	served: { words: m.booking_state_served, tone: 'grey' },
	no_show: { words: m.booking_state_no_show, tone: 'grey' },
	cancelled: { words: m.booking_state_cancelled, tone: 'grey' },
	lapsed: { words: m.booking_state_lapsed, tone: 'grey' }
};

/** What is said of a booking for which nobody will be there any more. */
export function strandedTag(): { words: string; tone: Tone } {
	return { words: m.booking_stranded_tag(), tone: 'amber' };
}

/** What is said of a booking's state, and its tint. */
export function stateTag(state: BookingState): { words: string; tone: Tone } {
	const { words, tone } = states[state];
	return { words: words(), tone };
}
