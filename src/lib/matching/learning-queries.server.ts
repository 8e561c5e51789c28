import { and, eq, gte, inArray, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { households, people } from '#lib/accounts/tables.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { buildings } from '#lib/places/tables.server.ts';
import { requests } from '#lib/requests/tables.server.ts';
import { tasks } from '#lib/tasks/tables.server.ts';
import { distanceSteps } from './likelihood.ts';
import { offers } from './tables.server.ts';

/*
 * How the community's own offers and promises went: counted by kind, hour and distance, never by person.
 */

const home = alias(buildings, 'home');
const place = alias(buildings, 'place');

/** Straight metres from where the volunteer lives today to where the help was, as a band; null where one is unknown. */
const band = sql<number | null>`width_bucket(sqrt(power(${home.east} - ${place.east}, 2)
	+ power(${home.north} - ${place.north}, 2)), ${sql.raw(`array[${distanceSteps.join()}]::float8[]`)})`;
const hourOf = (during: typeof offers.during | typeof tasks.during, zone: string) =>
	sql<number>`extract(hour from lower(${during}) at time zone ${zone})::int`;
const counted = (which: ReturnType<typeof sql>) => sql<number>`(count(*) filter (where ${which}))::int`;

/** How offers since an instant were answered; those that somebody else's yes ended say nothing. */
export function answersSince(scope: Scope, since: Date, zone: string) {
	return scope.tx
		.select({
			need: requests.need,
			hour: hourOf(offers.during, zone),
			distance: band,
			yes: counted(sql`${offers.status} = 'accepted'`),
			no: counted(sql`${offers.status} <> 'accepted'`)
		})
		.from(offers)
		.innerJoin(requests, and(eq(requests.communityId, offers.communityId), eq(requests.id, offers.requestId)))
		.innerJoin(people, and(eq(people.communityId, offers.communityId), eq(people.id, offers.personId)))
		.leftJoin(
			households,
			and(eq(households.communityId, people.communityId), eq(households.id, people.householdId))
		)
		.leftJoin(home, and(eq(home.communityId, households.communityId), eq(home.id, households.buildingId)))
		.leftJoin(place, and(eq(place.communityId, requests.communityId), eq(place.id, requests.buildingId)))
		.where(
			and(
				eq(offers.communityId, scope.communityId),
				gte(offers.sentAt, since),
				inArray(offers.status, ['accepted', 'declined', 'lapsed'])
			)
		)
		.groupBy(sql`1, 2, 3`);
}

/** How promises made since an instant ended: given back less than twelve hours before, or not. */
export function promisesSince(scope: Scope, since: Date, zone: string) {
	const late = sql`${tasks.status} = 'dropped_out' and ${tasks.endedAt} > lower(${tasks.during}) - interval '12 hours'`;
	return scope.tx
		.select({
			need: requests.need,
			hour: hourOf(tasks.during, zone),
			distance: band,
			dropped: counted(late),
			kept: counted(sql`not (${late})`)
		})
		.from(tasks)
		.innerJoin(requests, and(eq(requests.communityId, tasks.communityId), eq(requests.id, tasks.subjectId)))
		.innerJoin(people, and(eq(people.communityId, tasks.communityId), eq(people.id, tasks.personId)))
		.leftJoin(
			households,
			and(eq(households.communityId, people.communityId), eq(households.id, people.householdId))
		)
		.leftJoin(home, and(eq(home.communityId, households.communityId), eq(home.id, households.buildingId)))
		.leftJoin(place, and(eq(place.communityId, requests.communityId), eq(place.id, requests.buildingId)))
		.where(
			and(
				eq(tasks.communityId, scope.communityId),
				eq(tasks.kind, 'help'),
				gte(tasks.createdAt, since),
				inArray(tasks.status, ['done', 'confirmed', 'disputed', 'resolved', 'dropped_out'])
			)
		)
		.groupBy(sql`1, 2, 3`);
}
