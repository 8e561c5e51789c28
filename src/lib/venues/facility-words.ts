import { m } from '#lib/paraglide/messages.js';
import type { FacilityKind } from './reach.ts';
import type { IconName } from '#lib/ui/icons.ts';
import type { Tone } from '#lib/ui/ui.ts';
import { kindLook, kindName } from './words.ts';
import { venueKinds, type VenueKind } from '#lib/places/venues.ts';

const others: Record<
	Exclude<FacilityKind, VenueKind>,
	{ words: () => string; icon: IconName; tone: Tone }
> = {
	station: { words: m.venues_point_station, icon: 'landmark', tone: 'red' },
	milk: { words: m.venues_point_milk, icon: 'store', tone: 'blue' },
	post: { words: m.venues_point_post, icon: 'send', tone: 'green' },
	newspapers: { words: m.venues_point_newspapers, icon: 'newspaper', tone: 'grey' },
	reading: { words: m.venues_point_reading, icon: 'book-open', tone: 'amber' },
	clinic: { words: m.venues_point_clinic, icon: 'stethoscope', tone: 'red' },
	canteen: { words: m.venues_point_canteen, icon: 'utensils', tone: 'amber' },
	repairs: { words: m.venues_point_repairs, icon: 'wrench', tone: 'blue' },
	market: { words: m.venues_point_market, icon: 'shopping-basket', tone: 'green' }
};

function isVenueKind(kind: FacilityKind): kind is VenueKind {
	return (venueKinds as readonly string[]).includes(kind);
}

/** What one walks to, in words. */
export function facilityName(kind: FacilityKind): string {
	return isVenueKind(kind) ? kindName(kind) : others[kind].words();
}

/** Its picture and tint. */
export function facilityLook(kind: FacilityKind): { icon: IconName; tone: Tone } {
	if (isVenueKind(kind)) return kindLook(kind);
	const { icon, tone } = others[kind];
	return { icon, tone };
}
