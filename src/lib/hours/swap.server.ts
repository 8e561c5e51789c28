import type { Actor } from '#lib/accounts/people.ts';
import { staffIds } from '#lib/accounts/role-queries.server.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import type { NoticeTemplate } from '#lib/notifications/notices.ts';
import { notify } from '#lib/notifications/notify.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { ifFree } from '#lib/tasks/queries.server.ts';
import { admitStaff, seeFree } from './place.server.ts';
import * as duty from './roster-queries.server.ts';
import * as query from './swap-queries.server.ts';
import { handOver } from './watch.server.ts';
import { whenOf } from './when.ts';

/*
 * A colleague asks another to take a duty, for one of the other's or for nothing. What is accepted calls the old duties
 * off and puts new ones in their place, so that it stays visible who had them.
 */

/** A swap to be asked for. */
export interface SwapAsked {
	id: string;
	dutyId: string;
	askedOf: string;
	/** The duty that is taken in return, one of the colleague's; null for none. */
	forDutyId: string | null;
}

/**
 * Asks a colleague to take one of one's own duties.
 * @throws AppError `not_found` for a duty that is not one's own, `not_possible_now` / `duty_over`, `already_taken` /
 *   `swap_asked` where somebody is asked already
 */
export async function askSwap(
	scope: Scope,
	actor: Actor,
	given: SwapAsked,
	now: Date,
	zone: string
): Promise<void> {
	admitStaff(actor);
	const { id, dutyId, askedOf, forDutyId } = given;
	if (askedOf === actor.personId || !(await staffIds(scope)).includes(askedOf)) {
		throw new AppError('invalid', 'colleague');
	}
	const two = await duty.dutiesForUpdate(scope, forDutyId ? [dutyId, forDutyId] : [dutyId]);
	const mine = standing(two, dutyId, actor.personId, now);
	if (forDutyId) standing(two, forDutyId, askedOf, now);
	const row = { id, dutyId, forDutyId, askedOf, askedBy: actor.personId, askedAt: now, answeredAt: null };
	if (!(await query.addSwap(scope, { ...row, status: 'asked' }))) {
		throw new AppError('already_taken', 'swap_asked');
	}
	await recordEvent(scope, { kind: 'duty', id: dutyId }, 'swap_asked', actor.personId, now, { of: askedOf });
	await tell(scope, askedOf, 'swap_asked', { actor, id, when: whenOf(mine.during, zone) }, now);
}

/** A published duty of somebody that lies ahead. */
function standing(duties: readonly duty.DutyRow[], id: string, staffId: string, now: Date): duty.DutyRow {
	const found = duties.find((one) => one.id === id);
	if (!found || found.staffId !== staffId) throw new AppError('not_found');
	if (found.status !== 'published') throw new AppError('changed_meanwhile', 'duty');
	if (found.during.start <= now) throw new AppError('not_possible_now', 'duty_over');
	return found;
}

function tell(
	scope: Scope,
	personId: string,
	template: NoticeTemplate,
	{ actor, id, when }: { actor: Actor; id: string; when: string },
	now: Date
): Promise<void> {
	const news = { template, params: { name: actor.name, when }, path: '/desk/roster/swaps', about: id };
	return notify(scope, [personId], news, now);
}

/** Says no to a swap. @throws AppError `not_found`, `already_answered` / `swap` */
export async function declineSwap(
	scope: Scope,
	actor: Actor,
	id: string,
	now: Date,
	zone: string
): Promise<void> {
	admitStaff(actor);
	const swap = await askedOfMe(scope, actor, id);
	if (!(await query.answerSwap(scope, id, 'declined', now))) throw new AppError('already_answered', 'swap');
	const [asked] = await duty.dutiesByIds(scope, [swap.dutyId]);
	const subject = { kind: 'duty', id: swap.dutyId } as const;
	await recordEvent(scope, subject, 'swap_declined', actor.personId, now);
	const when = asked ? whenOf(asked.during, zone) : '';
	await tell(scope, swap.askedBy, 'swap_declined', { actor, id, when }, now);
}

async function askedOfMe(scope: Scope, actor: Actor, id: string): Promise<query.SwapRow> {
	const swap = await query.swapById(scope, id);
	if (!swap || swap.askedOf !== actor.personId) throw new AppError('not_found');
	return swap;
}

/** Takes a question back. @throws AppError `not_found`, `already_answered` / `swap` */
export async function withdrawSwap(scope: Scope, actor: Actor, id: string, now: Date): Promise<void> {
	admitStaff(actor);
	const swap = await query.swapById(scope, id);
	if (!swap || swap.askedBy !== actor.personId) throw new AppError('not_found');
	if (!(await query.answerSwap(scope, id, 'withdrawn', now))) throw new AppError('already_answered', 'swap');
	const subject = { kind: 'duty', id: swap.dutyId } as const;
	await recordEvent(scope, subject, 'swap_withdrawn', actor.personId, now);
}

/**
 * Takes a colleague's duty over, and gives the one that was asked for in return. What residents have booked goes with
 * the desk as far as the colleague who stands there now can do it.
 * @throws AppError `not_found`, `already_answered` / `swap`, `changed_meanwhile` / `duty`, `not_possible_now` /
 *   `duty_over`, and as `seeFree` does
 */
export async function acceptSwap(
	scope: Scope,
	actor: Actor,
	id: string,
	now: Date,
	zone: string
): Promise<void> {
	admitStaff(actor);
	const { dutyId, forDutyId, askedBy } = await askedOfMe(scope, actor, id);
	const two = await duty.dutiesForUpdate(scope, forDutyId ? [dutyId, forDutyId] : [dutyId]);
	if (!(await query.answerSwap(scope, id, 'accepted', now))) throw new AppError('already_answered', 'swap');
	const theirs = standing(two, dutyId, askedBy, now);
	const mine = forDutyId ? standing(two, forDutyId, actor.personId, now) : null;
	const given = [{ old: theirs, to: actor.personId }, ...(mine ? [{ old: mine, to: askedBy }] : [])];
	await query.withdrawSwapsOf(scope, [dutyId, ...(forDutyId ? [forDutyId] : [])], now);
	await exchange(scope, actor, given, now, zone);
	await tell(scope, askedBy, 'swap_accepted', { actor, id, when: whenOf(theirs.during, zone) }, now);
}

interface Given {
	old: duty.DutyRow;
	to: string;
}

async function exchange(
	scope: Scope,
	actor: Actor,
	given: readonly Given[],
	now: Date,
	zone: string
): Promise<void> {
	const by = { changedBy: actor.personId, changedAt: now };
	for (const { old } of given) {
		await duty.changeDuty(scope, old.id, { status: 'called_off', reason: 'swap', ...by });
	}
	const rows = given.map(({ old, to }) => ({ ...old, id: newId(), staffId: to, ...by }));
	for (const row of rows) await seeFree(scope, row, zone);
	const added = await ifFree(scope, async (inner) => {
		await duty.addDuties(inner, rows);
		return true;
	});
	if (!added) throw new AppError('changed_meanwhile', 'duty');
	for (const { old, to } of given) {
		await handOver(scope, old, to);
		await recordEvent(scope, { kind: 'duty', id: old.id }, 'swapped', actor.personId, now, { to });
	}
}
