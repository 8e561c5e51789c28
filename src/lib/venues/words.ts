import type { Params } from '#lib/shared/errors.ts';
import { inWords } from '#lib/booking/words.ts';
import { sayWhen, type Here } from '#lib/ui/dates.ts';

/** The values of a notice about a venue, with words where an instant and two names stood. */
export function venueValues(params: Params, here: Here): Params {
	const { venue, venueEn, at } = params;
	if (typeof venue !== 'string' || typeof at !== 'string') return params;
	const name = { name: venue, nameEn: String(venueEn) };
	return { ...params, venue: inWords(name), when: sayWhen(new Date(at), here) };
}
