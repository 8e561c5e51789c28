import { and, asc, eq, gt, gte, isNull, lte, or, sql } from 'drizzle-orm';
import type { Scope } from '#lib/db/client.server.ts';
import { addDays, type Day } from '#lib/shared/time.ts';
import type { HoursException, HoursRule } from './hours.ts';
import { hoursExceptions, hoursRules } from './tables.server.ts';

type RuleRow = typeof hoursRules.$inferSelect;
type ExceptionRow = typeof hoursExceptions.$inferSelect;

/** The rules of a station, those that ended too, in order. */
export async function rulesOf(scope: Scope, stationId: string): Promise<HoursRule[]> {
	const rows = await scope.tx
		.select()
		.from(hoursRules)
		.where(and(eq(hoursRules.communityId, scope.communityId), eq(hoursRules.stationId, stationId)))
		.orderBy(asc(hoursRules.since), asc(hoursRules.fromMinute));
	return rows.map(({ dayClass, weekday, fromMinute, toMinute, since, until }) => ({
		dayClass,
		weekday,
		from: fromMinute,
		to: toMinute,
		since,
		until
	}));
}

/** An exception of one station. */
export interface StationException extends HoursException {
	stationId: string;
}

/** The exceptions of all stations from one day to another, in order. */
export async function exceptionsBetween(scope: Scope, from: Day, to: Day): Promise<StationException[]> {
	const rows = await scope.tx
		.select()
		.from(hoursExceptions)
		.where(
			and(
				eq(hoursExceptions.communityId, scope.communityId),
				gte(hoursExceptions.day, from),
				lte(hoursExceptions.day, to)
			)
		)
		.orderBy(asc(hoursExceptions.day));
	return rows.map(({ stationId, day, fromMinute, toMinute, reason }) => ({
		stationId,
		day,
		hours: fromMinute === null || toMinute === null ? null : { from: fromMinute, to: toMinute },
		reason
	}));
}

/** Holds the hours of a station until the transaction ends, so that two who change them follow one another. */
export async function holdHours(scope: Scope, stationId: string): Promise<void> {
	await scope.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`hours:${stationId}`}, 0))`);
}

/** Ends the rules of some days with the day before; those that would only begin are gone. */
export async function endRules(
	scope: Scope,
	stationId: string,
	{ dayClass, weekday }: Pick<HoursRule, 'dayClass' | 'weekday'>,
	before: Day
): Promise<void> {
	const own = and(
		eq(hoursRules.communityId, scope.communityId),
		eq(hoursRules.stationId, stationId),
		eq(hoursRules.dayClass, dayClass),
		weekday === null ? undefined : or(isNull(hoursRules.weekday), eq(hoursRules.weekday, weekday))
	);
	await scope.tx.delete(hoursRules).where(and(own, gte(hoursRules.since, before)));
	await scope.tx
		.update(hoursRules)
		.set({ until: addDays(before, -1) })
		.where(and(own, or(isNull(hoursRules.until), gt(hoursRules.until, addDays(before, -1)))));
}

export async function addRules(scope: Scope, rows: readonly Omit<RuleRow, 'communityId'>[]): Promise<void> {
	if (rows.length === 0) return;
	await scope.tx.insert(hoursRules).values(rows.map((row) => ({ ...row, communityId: scope.communityId })));
}

/** Says at which hours a station is open on one day, whatever was said before. */
export async function putException(scope: Scope, row: Omit<ExceptionRow, 'communityId'>): Promise<void> {
	await scope.tx
		.insert(hoursExceptions)
		.values({ ...row, communityId: scope.communityId })
		.onConflictDoUpdate({
			target: [hoursExceptions.communityId, hoursExceptions.stationId, hoursExceptions.day],
			set: row
		});
}

/** @returns false where there is none */
export async function dropException(scope: Scope, stationId: string, day: Day): Promise<boolean> {
	const rows = await scope.tx
		.delete(hoursExceptions)
		.where(
			and(
				eq(hoursExceptions.communityId, scope.communityId),
				eq(hoursExceptions.stationId, stationId),
				eq(hoursExceptions.day, day)
			)
		)
		.returning({ day: hoursExceptions.day });
	return rows.length > 0;
}
