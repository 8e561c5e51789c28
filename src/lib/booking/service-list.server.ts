import type { Scope } from '#lib/db/client.server.ts';
import { queryTokens } from '#lib/accounts/search.ts';
import { m } from '#lib/paraglide/messages.js';
import { bookingsAhead, listServices, officerCounts } from './catalogue-queries.server.ts';
import { byGroup } from './catalogue.ts';
import { ratingFigures } from './rating-queries.server.ts';
import { groupName, placesWords } from './service-words.ts';
import { inWords } from './words.ts';

/** A service in the list of the desk. */
export interface DeskService {
	id: string;
	name: string;
	group: string;
	minutes: number;
	places: string;
	walkIn: boolean;
	officers: number;
	/** Bookings that are still to come. */
	ahead: number;
	withdrawn: boolean;
	/** Stars on average and how many gave them; null where nobody did. */
	rating: string | null;
	/** How many were not content. */
	low: number;
}

/** The catalogue as staff see it, by headings; with those that are withdrawn where they are asked for. */
export async function serviceList(
	scope: Scope,
	{ q, withdrawn }: { q: string; withdrawn: boolean },
	now: Date
): Promise<DeskService[]> {
	const rows = await listServices(scope, { tokens: queryTokens(q), withdrawn: true });
	const shown = rows.filter(({ withdrawnAt }) => (withdrawnAt !== null) === withdrawn);
	const ahead = await bookingsAhead(scope, now);
	const officers = await officerCounts(scope);
	const ratings = await ratingFigures(scope);
	return byGroup(shown).flatMap(([group, services]) =>
		services.map((row) => {
			const rating = ratings.get(row.id);
			return {
				id: row.id,
				name: inWords(row),
				group: groupName(group),
				minutes: row.minutes,
				places: placesWords(row),
				walkIn: row.walkIn,
				officers: officers.get(row.id) ?? 0,
				ahead: ahead.get(row.id) ?? 0,
				withdrawn: row.withdrawnAt !== null,
				rating: rating
					? m.services_rating_figure({ stars: rating.average.toFixed(1), count: rating.count })
					: null,
				low: rating?.low ?? 0
			};
		})
	);
}
