import { isDay, type Day } from '#lib/shared/time.ts';
import { lengths, usualLength } from './venues.ts';

/** What the address of a venue's page asks for. */
export interface VenueAddress {
	day: Day | null;
	/** How long. */
	minutes: number;
	/** The time that was chosen. */
	start: Date | null;
}

/** Of this century: what is further away is no time to book. */
const instantForm = /^20\d{2}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** What an address asks for; what is broken in it is as if it were not there. @param usual how long where it does not say */
export function readVenueAddress(params: URLSearchParams, usual: number = usualLength): VenueAddress {
	const day = params.get('day') ?? '';
	const start = new Date(instantForm.test(params.get('start') ?? '') ? params.get('start')! : '');
	return {
		day: isDay(day) ? day : null,
		minutes: lengths.find((one) => String(one) === params.get('minutes')) ?? usual,
		start: Number.isNaN(start.getTime()) ? null : start
	};
}

/** An address as a query with its question mark. */
export function venueQuery({ day, minutes, start }: VenueAddress): string {
	const params = new URLSearchParams({ minutes: String(minutes) });
	if (day) params.set('day', day);
	if (start) params.set('start', start.toISOString());
	return `?${params}`;
}
