import type { Actor } from '#lib/accounts/people.ts';
import { personById } from '#lib/accounts/queries.server.ts';
import { staffIds } from '#lib/accounts/role-queries.server.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { desksOf } from '#lib/places/station-queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { addDays, overlaps, type Day } from '#lib/shared/time.ts';
import { exceptionsBetween } from './hours-queries.server.ts';
import { spanOf } from './hours.ts';
import { leavesDuring } from './leave-queries.server.ts';
import { rosterLines, shiftPatterns } from './lines.server.ts';
import { calendarBetween } from './open.server.ts';
import { admitStaff, rosterOf } from './place.server.ts';
import * as query from './roster-queries.server.ts';
import { cutToOpen, doubled, dutiesOf, type PlannedDuty } from './shifts.ts';
import { whenOf } from './when.ts';

/** What came of making a draft. */
export interface Drafted {
	made: number;
	/** Left out: the colleague is on leave. */
	away: number;
	/** Left out: the colleague or the desk has a duty then already. */
	taken: number;
}

/**
 * Makes the duties that the lines say for a week, beside those that there are: what was put there by hand stays. Nobody on
 * leave gets one, and a day on which a station is closed or open for less is heeded.
 * @throws AppError `not_possible_now` / `week_published`, `invalid` / `lines_doubled` with who and when
 */
export async function makeDraft(
	scope: Scope,
	actor: Actor,
	monday: Day,
	now: Date,
	zone: string
): Promise<Drafted> {
	admitStaff(actor);
	await query.holdWeek(scope, monday);
	if (await query.publishedWeek(scope, monday)) throw new AppError('not_possible_now', 'week_published');
	const planned = await plannedFor(scope, monday, zone);
	const standing = (await query.dutiesBetween(scope, monday, addDays(monday, 6))).filter(
		({ status }) => status !== 'called_off'
	);
	const leaves = await leavesDuring(scope, spanOfWeek(monday, zone));
	const there = planned.filter(
		(one) => !leaves.some((leave) => leave.staffId === one.staffId && overlaps(leave.during, one.during))
	);
	const free = there.filter((one) => !standing.some((other) => inTheWay(one, other)));
	await query.addDuties(
		scope,
		free.map((one) => ({
			...one,
			id: newId(),
			status: 'draft',
			reason: null,
			changedBy: actor.personId,
			changedAt: now
		}))
	);
	const made = { made: free.length, away: planned.length - there.length, taken: there.length - free.length };
	await recordEvent(scope, rosterOf(scope), 'drafted', actor.personId, now, { monday, ...made });
	return made;
}

async function plannedFor(scope: Scope, monday: Day, zone: string): Promise<PlannedDuty[]> {
	const sunday = addDays(monday, 6);
	const { classOf } = await calendarBetween(scope, monday, sunday);
	const desks = new Map((await desksOf(scope)).map((desk) => [desk.id, desk]));
	const staff = new Set(await staffIds(scope));
	const lines = (await rosterLines(scope)).filter(
		({ staffId, deskId }) => staff.has(staffId) && !(deskId && desks.get(deskId)?.closed)
	);
	const planned = dutiesOf(monday, lines, await shiftPatterns(scope), classOf, zone);
	const exceptions = await exceptionsBetween(scope, monday, sunday);
	const exceptionOn = ({ deskId, day }: PlannedDuty) => {
		const stationId = deskId && desks.get(deskId)?.stationId;
		return exceptions.find((one) => one.stationId === stationId && one.day === day);
	};
	const cut = cutToOpen(planned, exceptionOn, zone);
	await refuseDoubled(scope, cut, zone);
	return cut;
}

async function refuseDoubled(scope: Scope, planned: readonly PlannedDuty[], zone: string): Promise<void> {
	const two = doubled(planned);
	if (!two) return;
	const name = await nameOf(scope, two[1].staffId);
	throw new AppError('invalid', 'lines_doubled', { name, when: whenOf(two[1].during, zone) });
}

async function nameOf(scope: Scope, personId: string): Promise<string> {
	return (await personById(scope, personId))?.name ?? '';
}

function inTheWay(one: PlannedDuty, other: query.DutyRow): boolean {
	const same = other.staffId === one.staffId || (one.deskId !== null && other.deskId === one.deskId);
	return same && overlaps(one.during, other.during);
}

function spanOfWeek(monday: Day, zone: string) {
	const { start } = spanOf(monday, { from: 0, to: 1440 }, zone);
	const { end } = spanOf(addDays(monday, 6), { from: 0, to: 1440 }, zone);
	return { start, end };
}

/** Takes back a draft that was just made; what was changed of it since stays. @returns how many duties went */
export async function undoDraft(
	scope: Scope,
	actor: Actor,
	{ monday, at }: { monday: Day; at: Date },
	now: Date
): Promise<number> {
	admitStaff(actor);
	const made = { by: actor.personId, at };
	const count = await query.dropDrafts(scope, { from: monday, to: addDays(monday, 6), made });
	await recordEvent(scope, rosterOf(scope), 'draft_undone', actor.personId, now, { monday, count });
	return count;
}

/** Throws the draft of a week away. @returns how many duties went */
export async function discardDraft(scope: Scope, actor: Actor, monday: Day, now: Date): Promise<number> {
	admitStaff(actor);
	await query.holdWeek(scope, monday);
	const count = await query.dropDrafts(scope, { from: monday, to: addDays(monday, 6) });
	await recordEvent(scope, rosterOf(scope), 'draft_discarded', actor.personId, now, { monday, count });
	return count;
}
