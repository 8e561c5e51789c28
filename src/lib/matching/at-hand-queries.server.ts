import { sql } from 'drizzle-orm';
import type { Scope } from '#lib/db/client.server.ts';
import { volunteerChanges } from './tables.server.ts';

/** What changed since an earlier look, as this transaction sees it. */
export interface Changes {
	/** Every transaction with a lower number has ended; what it did is seen here, or was undone. */
	horizon: string;
	/** Whose facts changed, and whether in a transaction that the horizon leaves out: it may still be undone, this one's too. */
	people: [id: string, unsettled: boolean][];
}

/** Whose facts changed. @param since the horizon of the earlier look; without one, those alone who are unsettled */
export async function changesSince(scope: Scope, since?: string): Promise<Changes> {
	const rows = await scope.tx.execute(sql`
		select pg_snapshot_xmin(pg_current_snapshot())::text as horizon, (
			select json_agg(json_build_array(c.person_id, c.changed_in >= pg_snapshot_xmin(pg_current_snapshot())))
			from ${volunteerChanges} c
			where c.community_id = ${scope.communityId}
				and c.changed_in >= coalesce(${since ?? null}::xid8, pg_snapshot_xmin(pg_current_snapshot()))
		) as people`);
	const [row] = rows as unknown as { horizon: string; people: Changes['people'] | null }[];
	return { horizon: row!.horizon, people: row!.people ?? [] };
}

/** Clears away what no process asks for any more: each reads everybody anew once a day. */
export async function forgetOldChanges(scope: Scope): Promise<void> {
	await scope.tx.execute(sql`
		delete from ${volunteerChanges} where (community_id, changed_in, person_id) in (
			select community_id, changed_in, person_id from ${volunteerChanges}
			where community_id = ${scope.communityId} and changed_at < now() - interval '2 days'
			for update skip locked)`);
}
