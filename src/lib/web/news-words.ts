import { activityValues } from '#lib/activities/words.ts';
import { bookingValues } from '#lib/booking/words.ts';
import { groupValues } from '#lib/groups/words.ts';
import { noticeWords } from '#lib/notifications/words.ts';
import { noticeValues } from '#lib/requests/words.ts';
import type { Params } from '#lib/shared/errors.ts';
import type { Here } from '#lib/ui/dates.ts';
import { venueValues } from '#lib/venues/words.ts';

/** A notice of any room in the reader's words: each room says what its names and instants are called. */
export function newsWords(template: string, params: Params, here: Here): string {
	const named = groupValues(noticeValues(params));
	return noticeWords(template, activityValues(venueValues(bookingValues(named, here), here), here));
}
