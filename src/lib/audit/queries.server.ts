import { and, asc, desc, eq, inArray, ne } from 'drizzle-orm';
import type { Scope } from '../db/client.server.ts';
import { insertMany } from '../db/insert-many.server.ts';
import { events, openings } from './tables.server.ts';

export type EventRow = typeof events.$inferSelect;
export type OpeningRow = typeof openings.$inferSelect;

export async function addEvent(
	scope: Scope,
	row: Omit<typeof events.$inferInsert, 'communityId'>
): Promise<void> {
	await scope.tx.insert(events).values({ ...row, communityId: scope.communityId });
}

export function addEvents(
	scope: Scope,
	rows: readonly Omit<typeof events.$inferInsert, 'communityId'>[]
): Promise<void> {
	return insertMany(scope, events, rows);
}

/** Of these things those to which something else has happened than events of one kind. */
export async function changedSince(
	scope: Scope,
	subjectKind: string,
	ids: readonly string[],
	kind: string
): Promise<Set<string>> {
	const changed = new Set<string>();
	for (let from = 0; from < ids.length; from += 1_000) {
		const rows = await scope.tx
			.selectDistinct({ id: events.subjectId })
			.from(events)
			.where(
				and(
					eq(events.communityId, scope.communityId),
					eq(events.subjectKind, subjectKind),
					inArray(events.subjectId, ids.slice(from, from + 1_000)),
					ne(events.kind, kind)
				)
			);
		for (const { id } of rows) changed.add(id);
	}
	return changed;
}

/** Everything that happened to one thing, oldest first. */
export function eventsOf(scope: Scope, subjectKind: string, subjectId: string): Promise<EventRow[]> {
	return scope.tx
		.select()
		.from(events)
		.where(
			and(
				eq(events.communityId, scope.communityId),
				eq(events.subjectKind, subjectKind),
				eq(events.subjectId, subjectId)
			)
		)
		.orderBy(asc(events.at), asc(events.id));
}

export async function addOpening(
	scope: Scope,
	row: Omit<typeof openings.$inferInsert, 'communityId'>
): Promise<void> {
	await scope.tx.insert(openings).values({ ...row, communityId: scope.communityId });
}

/** Who opened a person's data, newest first. */
export function openingsOf(scope: Scope, personId: string, limit = 50): Promise<OpeningRow[]> {
	return scope.tx
		.select()
		.from(openings)
		.where(and(eq(openings.communityId, scope.communityId), eq(openings.personId, personId)))
		.orderBy(desc(openings.at))
		.limit(limit);
}
