import { sql } from 'drizzle-orm';
import type { Scope } from '#lib/db/client.server.ts';

const mostIds = 1_000;

interface Key {
	table: string;
	column: string;
	[name: string]: unknown;
}

/**
 * On which of these rows others lean, and in which table those stand. Read from the catalogue's foreign keys, so that
 * a feature that comes later counts at once.
 * @param except tables that do not count
 * @returns id to the name of one table
 */
export async function leaningOn(
	scope: Scope,
	table: 'people' | 'cards' | 'requests' | 'households',
	ids: readonly string[],
	except: readonly string[] = []
): Promise<Map<string, string>> {
	const found = new Map<string, string>();
	for (const key of await keysTo(scope, table)) {
		if (except.includes(key.table)) continue;
		for (let from = 0; from < ids.length; from += mostIds) {
			const some = ids.slice(from, from + mostIds).filter((id) => !found.has(id));
			for (const id of await leaning(scope, key, some)) found.set(id, key.table);
		}
	}
	return found;
}

/** The foreign keys to a table; all begin with the community. */
async function keysTo({ tx }: Scope, table: string): Promise<Key[]> {
	return tx.execute<Key>(sql`
		select c.relname as table, a.attname as column
		from pg_constraint k
		join pg_class c on c.oid = k.conrelid
		join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[2]
		where k.contype = 'f' and k.confrelid = to_regclass(${table})
		order by 1, 2`);
}

async function leaning({ tx, communityId }: Scope, { table, column }: Key, ids: string[]): Promise<string[]> {
	if (ids.length === 0) return [];
	const name = sql.identifier(column);
	const listed = sql.join(
		ids.map((id) => sql`${id}`),
		sql`, `
	);
	const rows = await tx.execute<{ id: string }>(sql`
		select distinct ${name} as id from ${sql.identifier(table)}
		where community_id = ${communityId} and ${name} in (${listed})`);
	return rows.map(({ id }) => id);
}
