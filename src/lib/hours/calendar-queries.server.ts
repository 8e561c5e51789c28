import { and, asc, between, eq, gte, inArray, lte, sql } from 'drizzle-orm';
import type { Scope } from '#lib/db/client.server.ts';
import type { Day } from '#lib/shared/time.ts';
import { calendarDays, calendarYears } from './tables.server.ts';

export type YearRow = typeof calendarYears.$inferSelect;
export type DayRow = typeof calendarDays.$inferSelect;

const most = 1_000;

/** The years whose holidays are known, in order. */
export function knownYears(scope: Scope): Promise<YearRow[]> {
	return scope.tx
		.select()
		.from(calendarYears)
		.where(eq(calendarYears.communityId, scope.communityId))
		.orderBy(asc(calendarYears.year));
}

/** The days from one to another that are not what their weekday says, in order. */
export function namedDays(scope: Scope, from: Day, to: Day): Promise<DayRow[]> {
	return scope.tx
		.select()
		.from(calendarDays)
		.where(
			and(
				eq(calendarDays.communityId, scope.communityId),
				gte(calendarDays.day, from),
				lte(calendarDays.day, to)
			)
		)
		.orderBy(asc(calendarDays.day))
		.limit(most);
}

/** Notes that a year was brought in, now or anew. */
export async function putYear(scope: Scope, row: Omit<YearRow, 'communityId'>): Promise<void> {
	await scope.tx
		.insert(calendarYears)
		.values({ ...row, communityId: scope.communityId })
		.onConflictDoUpdate({ target: [calendarYears.communityId, calendarYears.year], set: row });
}

type NewDay = Omit<DayRow, 'communityId'>;

/** Puts the announced days of a year in the place of those announced before; own days stand. */
export async function replaceAnnounced(scope: Scope, year: number, days: readonly NewDay[]): Promise<void> {
	const announced = and(
		eq(calendarDays.communityId, scope.communityId),
		eq(calendarDays.source, 'announced')
	);
	await scope.tx
		.delete(calendarDays)
		.where(and(announced, between(calendarDays.day, `${year}-01-01`, `${year}-12-31`)));
	if (days.length === 0) return;
	const listed = days.map(({ day }) => day);
	await scope.tx.delete(calendarDays).where(and(announced, inArray(calendarDays.day, listed)));
	await scope.tx
		.insert(calendarDays)
		.values(days.map((one) => ({ ...one, communityId: scope.communityId })))
		.onConflictDoNothing();
}

/** Says of a day what it is, whatever was said of it before. */
export async function putDay(scope: Scope, row: NewDay): Promise<void> {
	await scope.tx
		.insert(calendarDays)
		.values({ ...row, communityId: scope.communityId })
		.onConflictDoUpdate({ target: [calendarDays.communityId, calendarDays.day], set: row });
}

/** Takes back what was said of a day. @returns false where nothing was */
export async function dropDay(scope: Scope, day: Day): Promise<boolean> {
	const rows = await scope.tx
		.delete(calendarDays)
		.where(and(eq(calendarDays.communityId, scope.communityId), eq(calendarDays.day, day)))
		.returning({ day: calendarDays.day });
	return rows.length > 0;
}

/** Holds the calendar of the community until the transaction ends, so that two imports follow one another. */
export async function holdCalendar(scope: Scope): Promise<void> {
	await scope.tx.execute(
		sql`select pg_advisory_xact_lock(hashtextextended(${`calendar:${scope.communityId}`}, 0))`
	);
}
