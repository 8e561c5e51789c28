import { named, sayHours } from '#lib/hours/words.ts';
import { m } from '#lib/paraglide/messages.js';
import type { VenueKind } from '#lib/places/venues.ts';
import type { Params } from '#lib/shared/errors.ts';
import { sayWhen, type Here } from '#lib/ui/dates.ts';
import type { IconName } from '#lib/ui/icons.ts';
import type { Tone } from '#lib/ui/ui.ts';
import type { OpenMinutes } from './free-times.ts';
import type { VenueBookingState } from './venues.ts';

const kinds: Record<VenueKind, { words: () => string; icon: IconName; tone: Tone }> = {
	exercise: { words: m.venues_kind_exercise, icon: 'dumbbell', tone: 'green' },
	assembly: { words: m.venues_kind_assembly, icon: 'users-round', tone: 'red' },
	culture: { words: m.venues_kind_culture, icon: 'palette', tone: 'amber' },
	health: { words: m.venues_kind_health, icon: 'heart-pulse', tone: 'red' },
	training: { words: m.venues_kind_training, icon: 'graduation-cap', tone: 'blue' }
};

/** What a venue is for, in words. */
export function kindName(kind: VenueKind): string {
	return kinds[kind].words();
}

/** The picture and tint of a kind of venue. */
export function kindLook(kind: VenueKind): { icon: IconName; tone: Tone } {
	const { icon, tone } = kinds[kind];
	return { icon, tone };
}

/** 8:00–21:00, every day. */
export function sayDaily({ fromMinute, toMinute }: OpenMinutes): string {
	return m.venues_daily({ hours: sayHours({ from: fromMinute, to: toMinute }) });
}

const states: Record<VenueBookingState, { words: () => string; tone: Tone }> = {
	booked: { words: m.venues_state_booked, tone: 'green' },
	cancelled: { words: m.venues_state_cancelled, tone: 'grey' }
};

/** What is said of a booking's state, and its tint. */
export function stateTag(state: VenueBookingState): { words: string; tone: Tone } {
	const { words, tone } = states[state];
	return { words: words(), tone };
}

/** The values of a notice about a venue, with words where an instant and two names stood. */
export function venueValues(params: Params, here: Here): Params {
	const { venue, venueEn, at } = params;
	if (typeof venue !== 'string' || typeof at !== 'string') return params;
	const name = { name: venue, nameEn: String(venueEn) };
	return { ...params, venue: named(name), when: sayWhen(new Date(at), here) };
}
