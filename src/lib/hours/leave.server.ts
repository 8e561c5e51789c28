import type { Actor } from '#lib/accounts/people.ts';
import { staffIds } from '#lib/accounts/role-queries.server.ts';
import { recordEvent, recordEvents } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { day, type Span } from '#lib/shared/time.ts';
import { addLeave, leaveDuring, withdrawStandingLeave } from './leave-queries.server.ts';
import { admitStaff } from './place.server.ts';
import * as query from './roster-queries.server.ts';
import type { LeaveKind } from './roster.ts';
import { withdrawSwapsOf } from './swap-queries.server.ts';
import { countUnder } from './watch.server.ts';
import { whenOf } from './when.ts';

/** The longest leave at once, days. */
const longest = 190;

/** A leave to be entered. */
export interface NewLeave {
	id: string;
	staffId: string;
	during: Span;
	kind: LeaveKind;
}

/** What a leave does to the roster. */
export interface Absence {
	/** How many duties were called off. */
	duties: number;
	/** How many appointments now lack their colleague. */
	touched: number;
}

/**
 * Enters when a colleague is not there, oneself or another who called in. In one step all duties of that time are called
 * off; drafts of it are gone.
 * @throws AppError `not_found`, `invalid` / `leave_span`, `already_taken` / `leave` with the one that is there
 */
export async function enterLeave(
	scope: Scope,
	actor: Actor,
	{ id, staffId, during, kind }: NewLeave,
	now: Date,
	zone: string
): Promise<Absence> {
	admitStaff(actor);
	if (!(await staffIds(scope)).includes(staffId)) throw new AppError('not_found');
	const length = during.end.getTime() - during.start.getTime();
	if (length <= 0 || length > longest * day || during.end <= now) throw new AppError('invalid', 'leave_span');
	const duties = await query.standingDuties(scope, staffId, during);
	const other = await leaveDuring(scope, staffId, during);
	if (other) {
		throw new AppError('already_taken', 'leave', { name: other.name, when: whenOf(other.during, zone) });
	}
	await addLeave(scope, {
		id,
		staffId,
		during,
		kind,
		enteredBy: actor.personId,
		enteredAt: now,
		withdrawnAt: null
	});
	const off = duties.filter(({ during: { end } }) => end > now);
	await clear(scope, actor, off, kind, now);
	const published = off.filter(({ status }) => status === 'published');
	const subject = { kind: 'person', id: staffId } as const;
	await recordEvent(scope, subject, 'leave_entered', actor.personId, now, { kind, duties: published.length });
	return { duties: published.length, touched: await countUnder(scope, published) };
}

async function clear(
	scope: Scope,
	actor: Actor,
	duties: readonly query.DutyRow[],
	reason: LeaveKind,
	now: Date
): Promise<void> {
	const by = { changedBy: actor.personId, changedAt: now };
	for (const { id, status } of duties) {
		if (status === 'draft') await query.dropDuty(scope, id);
		else await query.changeDuty(scope, id, { status: 'called_off', reason, ...by });
	}
	const published = duties.filter(({ status }) => status === 'published').map(({ id }) => id);
	await withdrawSwapsOf(scope, published, now);
	const subjects = published.map((id) => ({ kind: 'duty', id }) as const);
	await recordEvents(scope, subjects, 'called_off', actor.personId, now);
}

/**
 * Takes a leave back. Duties that it called off stand again where nobody has taken the desk meanwhile.
 * @returns how many stand again
 * @throws AppError `not_found` where it was taken back already
 */
export async function withdrawLeave(scope: Scope, actor: Actor, id: string, now: Date): Promise<number> {
	admitStaff(actor);
	const leave = await withdrawStandingLeave(scope, id, now);
	if (!leave) throw new AppError('not_found');
	const by = { changedBy: actor.personId, changedAt: now };
	const ids = await query.reinstateFree(scope, { ...leave, now }, by);
	const subjects = ids.map((one) => ({ kind: 'duty', id: one }) as const);
	await recordEvents(scope, subjects, 'reinstated', actor.personId, now);
	const subject = { kind: 'person', id: leave.staffId } as const;
	await recordEvent(scope, subject, 'leave_withdrawn', actor.personId, now, { duties: ids.length });
	return ids.length;
}
