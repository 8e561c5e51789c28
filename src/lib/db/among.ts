import { sql, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';

/**
 * That a column is one of these ids; without a list, anything. One statement for lists of every length, unlike `in`, so
 * that it stays prepared.
 */
export function among(column: PgColumn, ids: readonly string[] | undefined): SQL | undefined {
	return ids && sql`${column} = any(${`{${ids.join()}}`}::uuid[])`;
}
