import type { Actor } from '#lib/accounts/people.ts';
import { recordEvent, recordEvents } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { stationById } from '#lib/places/station-queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { dayOf, type Day } from '#lib/shared/time.ts';
import { cutTo, type Cut } from './cut.ts';
import * as query from './hours-queries.server.ts';
import { inOrder, spanOf, type Hours } from './hours.ts';
import type { Absence } from './leave.server.ts';
import { admitStaff, rosterOf } from './place.server.ts';
import { changeDuty, dropDuty, dutiesAt, type DutyLine } from './roster-queries.server.ts';
import { withdrawSwapsOf } from './swap-queries.server.ts';
import { countUnder, type Stand } from './watch.server.ts';

/** A day on which a station is open at other hours, or not at all. */
export interface NewException {
	stationId: string;
	day: Day;
	/** Null: closed. */
	hours: Hours | null;
	/** What residents read. */
	reason: string;
}

/** A duty that such a day changes. */
export interface HitDuty extends Cut {
	duty: DutyLine;
}

/**
 * The duties of a station that other hours of a day call off or shorten, in order of time.
 * @throws AppError `not_found`, `invalid` / `past`, `hours_order`
 */
export async function dutiesHit(
	scope: Scope,
	{ stationId, day, hours }: Omit<NewException, 'reason'>,
	now: Date,
	zone: string,
	{ lock }: { lock: boolean } = { lock: false }
): Promise<HitDuty[]> {
	if (!(await stationById(scope, stationId))) throw new AppError('not_found');
	if (day < dayOf(now, zone)) throw new AppError('invalid', 'past');
	if (hours && !inOrder([hours])) throw new AppError('invalid', 'hours_order');
	const open = hours && spanOf(day, hours, zone);
	const duties = await dutiesAt(scope, stationId, day, { lock });
	return duties.flatMap((duty) => {
		const cut = duty.during.end > now ? cutTo(duty.during, open) : null;
		return cut ? [{ duty, ...cut }] : [];
	});
}

/** Where colleagues stood whom residents may have booked. */
export function standsLost(hit: readonly HitDuty[]): Stand[] {
	return hit
		.filter(({ duty }) => duty.status === 'published')
		.flatMap(({ duty, lost }) => lost.map((during) => ({ ...duty, during })));
}

/**
 * Says of one day that it is out of the ordinary. Duties outside of its hours are called off, others shortened. Any of the
 * staff may: a power cut does not wait for the admin.
 * @returns how many duties have changed, and how many appointments now lack their colleague
 * @throws AppError as `dutiesHit` does
 */
export async function setException(
	scope: Scope,
	actor: Actor,
	{ stationId, day, hours, reason }: NewException,
	now: Date,
	zone: string
): Promise<Absence> {
	admitStaff(actor);
	const hit = await dutiesHit(scope, { stationId, day, hours }, now, zone, { lock: true });
	const minutes = { fromMinute: hours?.from ?? null, toMinute: hours?.to ?? null };
	const by = { changedBy: actor.personId, changedAt: now };
	await query.putException(scope, { stationId, day, ...minutes, reason, ...by });
	await recordEvent(scope, rosterOf(scope), 'exception_set', actor.personId, now, {
		day,
		reason,
		...minutes
	});
	for (const one of hit) await cut(scope, one, by);
	const published = hit.filter(({ duty }) => duty.status === 'published');
	await withdrawSwapsOf(
		scope,
		published.map(({ duty }) => duty.id),
		now
	);
	const subjects = (gone: boolean) =>
		published
			.filter(({ left }) => (left === null) === gone)
			.map(({ duty }) => ({ kind: 'duty', id: duty.id }) as const);
	await recordEvents(scope, subjects(true), 'called_off', actor.personId, now);
	await recordEvents(scope, subjects(false), 'shortened', actor.personId, now);
	return { duties: published.length, touched: await countUnder(scope, standsLost(hit)) };
}

async function cut(
	scope: Scope,
	{ duty, left }: HitDuty,
	by: { changedBy: string; changedAt: Date }
): Promise<void> {
	if (left) return changeDuty(scope, duty.id, { during: left, ...by });
	if (duty.status === 'draft') return dropDuty(scope, duty.id);
	await changeDuty(scope, duty.id, { status: 'called_off', reason: 'other', ...by });
}

/** A day is as ordinary as others again; duties that it called off are let stand again on the roster. @throws AppError `not_found` */
export async function dropException(
	scope: Scope,
	actor: Actor,
	{ stationId, day }: { stationId: string; day: Day },
	now: Date
): Promise<void> {
	admitStaff(actor);
	if (!(await query.dropException(scope, stationId, day))) throw new AppError('not_found');
	await recordEvent(scope, rosterOf(scope), 'exception_dropped', actor.personId, now, { day });
}
