import type postgres from 'postgres';
import type { CommunityKeys } from './fill.server.ts';

/*
 * What only the owner of the schema may do to a demo database. All facts but those of the demo stay, and so do the
 * migrations.
 */

/** The facts by which a demo world is known: loading it now, and loaded. */
export const loadingFact = 'demo_loading';
export const loadedFact = 'demo';

/** Empties every table of ours and the queue. */
export async function emptyDatabase(owner: postgres.Sql): Promise<void> {
	await owner.begin(async (tx) => {
		const [tables] = await tx`
			select string_agg(format('%I.%I', schemaname, tablename), ', ') as names
			from pg_tables where schemaname = 'public' and tablename <> 'facts'`;
		await tx.unsafe(`truncate ${String(tables?.names)}`);
		await tx`delete from facts where key in (${loadingFact}, ${loadedFact})`;
		const [queue] = await tx`select to_regclass('pgboss.job') is not null as present`;
		if (queue?.present) await tx`delete from pgboss.job`;
	});
}

/**
 * The keys of the communities that there are. A running server holds them in memory, so a world loaded again keeps
 * them.
 */
export async function communityKeys(owner: postgres.Sql): Promise<CommunityKeys> {
	const rows = await owner`select id, wrapped_key from communities`;
	return new Map(rows.map(({ id, wrapped_key: key }) => [id as string, Buffer.from(key as Uint8Array)]));
}
