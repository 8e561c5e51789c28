import { customType, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Span } from '../shared/time.ts';

/** The tenant: first column of every table that belongs to a community, and of each of its keys. */
export const community = () => uuid().notNull();

/** An instant. */
export const instant = () => timestamp({ withTimezone: true, mode: 'date' });

/** Bytes: sealed text, pictures, wrapped keys. */
export const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });

/** A transaction's number, as text: it does not fit into a JavaScript number. */
export const transactionId = customType<{ data: string; driverData: string }>({ dataType: () => 'xid8' });

const bounds = /^\["?([^",]+)"?,"?([^",)]+)"?\)$/;

/** A half-open span of instants as `tstzrange '[)'`. */
export const span = customType<{ data: Span; driverData: string }>({
	dataType: () => 'tstzrange',
	toDriver: ({ start, end }) => `[${start.toISOString()},${end.toISOString()})`,
	fromDriver: (text) => {
		const found = bounds.exec(text);
		if (!found?.[1] || !found[2]) throw new Error(`not a bounded range: ${text}`);
		return { start: new Date(found[1]), end: new Date(found[2]) };
	}
});
