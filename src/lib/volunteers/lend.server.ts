import type { Visitor } from '#lib/accounts/guests.server.ts';
import { phoneOf } from '#lib/accounts/open.server.ts';
import { consentingAmong } from '#lib/accounts/consent-queries.server.ts';
import { peopleByIds } from '#lib/accounts/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import type { Day } from '#lib/shared/time.ts';
import * as query from './queries.server.ts';

/**
 * A volunteer as the home community hands one on to a neighbouring one: who it is, how to call, and of the card what
 * pairing looks at. Nothing about health, work or party.
 */
export interface Lent extends Visitor {
	card: Pick<
		query.CardRow,
		| 'hobbies'
		| 'languages'
		| 'reachMetres'
		| 'activeTasksMax'
		| 'weeklyMinutesMax'
		| 'vettedUntil'
		| 'insuredUntil'
		| 'expiresOn'
	>;
	skills: Omit<query.SkillRow, 'communityId' | 'personId'>[];
	hours: Omit<query.AvailabilityRow, 'communityId' | 'personId'>[];
	/** Those not over yet. */
	absences: { fromDay: Day; toDay: Day }[];
}

/** Which of these volunteers agree to be handed on to neighbouring communities. */
export function willingToLend(scope: Scope, personIds: readonly string[]): Promise<Set<string>> {
	return consentingAmong(scope, personIds, 'neighbours');
}

/** Volunteers to hand on, in no order; those who do not agree, or whose card does not count, are left out. */
export async function lend(scope: Scope, personIds: readonly string[], today: Day): Promise<Lent[]> {
	const willing = await willingToLend(scope, personIds);
	const people = (await peopleByIds(scope, [...willing])).sort((a, b) => (a.id < b.id ? -1 : 1));
	const lent: Lent[] = [];
	for (const person of people) {
		const card = await query.cardOf(scope, person.id);
		if (card?.status !== 'approved') continue;
		lent.push({
			homeCommunityId: scope.communityId,
			person,
			phone: await phoneOf(scope, person),
			card,
			skills: await query.skillsOf(scope, [person.id]),
			hours: await query.availabilityOf(scope, [person.id]),
			absences: await query.absencesFrom(scope, [person.id], today)
		});
	}
	return lent;
}
