import { isStaff, type Actor } from '#lib/accounts/people.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { dayOf } from '#lib/shared/time.ts';
import { sayDay, type Here } from '#lib/ui/dates.ts';
import { starsOf, wordsTo } from './rating-queries.server.ts';
import { isLow, starChoices } from './ratings.ts';

/** What was said of a service; who said it stays untold. */
export interface RatingsPage {
	count: number;
	/** With one decimal; null where nobody has rated. */
	average: string | null;
	low: number;
	stars: { stars: number; count: number }[];
	words: { id: string; stars: number; words: string; day: string }[];
}

const mostWords = 20;

/** The figures and words of a service, for staff. */
export async function ratingsPage(
	scope: Scope,
	actor: Actor,
	serviceId: string,
	{ now, zone }: Here
): Promise<RatingsPage> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	const given = await starsOf(scope, serviceId);
	const stars = starChoices.map((one) => ({ stars: one, count: given.get(one) ?? 0 }));
	const count = stars.reduce((sum, one) => sum + one.count, 0);
	const total = stars.reduce((sum, one) => sum + one.stars * one.count, 0);
	const words = await wordsTo(scope, serviceId, mostWords);
	return {
		count,
		average: count > 0 ? (total / count).toFixed(1) : null,
		low: stars.filter((one) => isLow(one.stars)).reduce((sum, one) => sum + one.count, 0),
		stars,
		words: words.map((one) => ({
			id: one.bookingId,
			stars: one.stars,
			words: one.words ?? '',
			day: sayDay(dayOf(one.at, zone), dayOf(now, zone))
		}))
	};
}
