import { getTableColumns, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Scope } from './client.server.ts';

/** Rows in one statement. */
const atATime = 1_000;
/**
 * From so many rows on, foreign keys are checked by new plans. The old ones may be from when the other table was nearly
 * empty; by those each row reads all of a community.
 */
const many = 200;

/** Rows of a table without their community, which the scope knows. All of them name the same columns. */
export type NewRows<T extends PgTable> = readonly Omit<T['$inferInsert'], 'communityId'>[];

/**
 * Inserts many rows of the scope's community, a thousand in a statement. They travel as one JSON value: a thousand rows
 * of parameters cost driver and server several times as much as the rows themselves.
 * @param onConflict `skip` leaves those out that are there already
 */
export async function insertMany<T extends PgTable>(
	{ tx, communityId }: Scope,
	table: T,
	rows: NewRows<T>,
	onConflict?: 'skip'
): Promise<void> {
	const [first] = rows;
	if (!first) return;
	const keys = ['communityId', ...Object.keys(first)];
	const names = sql.join(
		keys.map((key) => sql.identifier(snakeCase(key))),
		sql`, `
	);
	if (rows.length >= many) await tx.execute(sql`discard plans`);
	for (let from = 0; from < rows.length; from += atATime) {
		const some = rows.slice(from, from + atATime).map((row) => plain(table, keys, { ...row, communityId }));
		await tx.execute(sql`
			insert into ${table} (${names})
			select ${names} from jsonb_populate_recordset(null::${table}, ${JSON.stringify(some)}::jsonb)
			${onConflict === 'skip' ? sql`on conflict do nothing` : sql``}`);
	}
}

/** A row by the names of its columns, each value as JSON can say it to PostgreSQL. */
function plain(
	table: PgTable,
	keys: readonly string[],
	row: Record<string, unknown>
): Record<string, unknown> {
	const columns = getTableColumns(table);
	return Object.fromEntries(
		keys.map((key) => {
			const value = row[key] ?? null;
			const column = columns[key]!;
			// the driver's own form of JSON is a text, which would be stored as one
			const itself = value === null || Array.isArray(value) || column.columnType === 'PgJsonb';
			if (itself) return [snakeCase(key), value];
			const driven: unknown = column.mapToDriverValue(value);
			return [snakeCase(key), Buffer.isBuffer(driven) ? `\\x${driven.toString('hex')}` : driven];
		})
	);
}

function snakeCase(key: string): string {
	return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
