import { createHash } from 'node:crypto';
import { PgDialect } from 'drizzle-orm/pg-core';
import type { SQL } from 'drizzle-orm';
import type postgres from 'postgres';
import { stepOf } from '#lib/booking/booking.ts';
import { placing, type Attempt } from '#lib/booking/queries.server.ts';
import { busy, duty } from '#lib/booking/time-queries.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { addDays, dayOf, minute } from '#lib/shared/time.ts';
import { zone } from '../../support/small-world.ts';

/*
 * The SQL of one decision and nothing else, through postgres.js: the transaction for its community, the key, the service,
 * the attempt, and the nearest times for who loses. The texts are those of the app; what belongs to the winners alone
 * (their event, notice and reminder) is left out, which makes this a little quicker than it need be.
 */

const dialect = new PgDialect({ casing: 'snake_case' });
const minutes = 30;
/** Stand for what differs from one client to the next. */
const [own, person] = [newId(), newId()];

interface Prepared {
	text: string;
	values: unknown[];
}

const prepare = (statement: SQL): Prepared => {
	const { sql, params } = dialect.sqlToQuery(statement);
	return { text: sql, values: params };
};

export interface Asked {
	key: string;
	accountId: string;
	personId: string;
	start: Date;
}

/** Decides for one client after the other, as many at once as the pool has connections. */
export function decider(client: postgres.Sql, communityId: string, serviceId: string) {
	const now = new Date();
	const known = new Map<number, { place: Prepared; instead: Prepared[] }>();

	function statements(start: Date) {
		const found = known.get(+start);
		if (found) return found;
		const during = { start, end: new Date(+start + minutes * minute) };
		const localDay = dayOf(start, zone);
		const today = dayOf(now, zone);
		const wish = {
			id: own,
			serviceId,
			attendeeId: person,
			bookedBy: person,
			place: 'desk' as const,
			during,
			localDay,
			step: stepOf(minutes),
			status: 'booked' as const,
			heldUntil: null,
			offered: false,
			documentsReady: []
		};
		const days = { from: today, to: addDays(localDay, 10) };
		const made = {
			place: prepare(placing({ communityId }, wish, now)),
			instead: [duty, busy].map((one) =>
				prepare(one({ communityId }, { serviceId, place: 'desk', ...days, now }))
			)
		};
		known.set(+start, made);
		return made;
	}

	return async ({ key, accountId, personId, start }: Asked): Promise<number> => {
		const { place, instead } = statements(start);
		const id = newId();
		const hash = createHash('sha256').update(start.toISOString()).digest('base64url');
		try {
			return await client.begin(async (tx) => {
				await tx`select set_config('app.communities', ${`{${communityId}}`}, true)`;
				await tx`insert into answers (community_id, key, account_id, body_hash, answered_at)
					values (${communityId}, ${key}, ${accountId}, ${hash}, ${now}) on conflict do nothing returning key`;
				await tx`select * from services where community_id = ${communityId} and id = ${serviceId}`;
				const values = place.values.map((one) => (one === own ? id : one === person ? personId : one));
				for (;;) {
					const [attempt] = await tx.unsafe<Attempt[]>(place.text, values as never[], { prepare: true });
					if (attempt!.id) break;
					if (attempt!.dutyId) continue;
					await Promise.all(
						instead.map((one) => tx.unsafe(one.text, one.values as never[], { prepare: true }))
					);
					throw new Lost();
				}
				await tx`update answers set answer = ${tx.json({ id })} where community_id = ${communityId} and key = ${key}`;
				return 303;
			});
		} catch (thrown) {
			if (thrown instanceof Lost) return 409;
			throw thrown;
		}
	};
}

class Lost extends Error {}
