import { isStaff, type Actor, type ConsentPurpose } from '#lib/accounts/people.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { notify } from '#lib/notifications/notify.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { moveTask, nextVisits } from '#lib/tasks/queries.server.ts';
import { standingStates } from '#lib/tasks/tasks.ts';
import * as query from './pair-queries.server.ts';
import type { EndReason, Reviewer } from './pairings.ts';
import { tellResident, tellStaff } from './tell.server.ts';

interface Ending {
	reason: EndReason;
	words: string | null;
	/** Null when the system acted. */
	by: string | null;
}

/** Ends a pair, whatever state it is in: the visit ahead is off. The resident is without a companion again. */
export async function endPairing(
	scope: Scope,
	pairing: query.PairingRow,
	{ reason, words, by }: Ending,
	now: Date
): Promise<void> {
	const ended = await query.movePairing(scope, pairing.id, 'ended', {
		endedAt: now,
		endedBy: by,
		endReason: reason,
		endWords: words,
		lookAt: null
	});
	if (!ended) throw new AppError('changed_meanwhile', 'pairing');
	const visit = (await nextVisits(scope, [pairing.id])).get(pairing.id);
	if (visit) {
		const off = { status: 'cancelled' as const, reason: 'pair_ended', endedAt: now };
		await moveTask(scope, visit.id, [...standingStates], off);
	}
	await recordEvent(scope, { kind: 'pairing', id: pairing.id }, 'ended', by, now, { reason });
}

/** Staff end a pair with a reason; both are told. */
export async function endByStaff(
	scope: Scope,
	actor: Actor,
	given: { id: string; reason: EndReason; words: string | null },
	now: Date
): Promise<void> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	const pairing = await query.pairingForUpdate(scope, given.id);
	if (!pairing) throw new AppError('not_found');
	const { reason, words } = given;
	await endPairing(scope, pairing, { reason, words, by: actor.personId }, now);
	await notify(scope, [pairing.memberId], endedNews(pairing.id), now);
	if (pairing.status !== 'offered') await tellResident(scope, pairing, 'pairing_ended', now);
}

/** What a member reads whose pair is over, or who is no longer asked. */
export function endedNews(pairingId: string) {
	return {
		template: 'pairing_ended',
		path: `/volunteer/pairs/${pairingId}`,
		about: pairingId
	} as const;
}

/** Only what is still offered can be answered. @throws AppError `lapsed` / `pairing`, `pairing_accepted` */
export function stillOffered({ status }: query.PairingRow): void {
	if (status === 'offered') return;
	throw new AppError('lapsed', status === 'ended' ? 'pairing' : 'pairing_accepted');
}

/** The member says no, in one tap: staff find another one. A no costs nothing. */
export async function declinePairing(scope: Scope, actor: Actor, id: string, now: Date): Promise<void> {
	const pairing = await query.pairingForUpdate(scope, id);
	if (pairing?.memberId !== actor.personId) throw new AppError('not_found');
	stillOffered(pairing);
	await endPairing(scope, pairing, { reason: 'member_declined', words: null, by: actor.personId }, now);
	await tellStaff(scope, pairing, 'staff_pairing_declined', now);
}

/** The resident would rather have another companion. Why need not be said; staff are told and find one. */
export async function refuseCompanion(
	scope: Scope,
	actor: Actor,
	given: { id: string; words: string | null },
	now: Date
): Promise<void> {
	const pairing = await query.pairingForUpdate(scope, given.id);
	// who was only asked is not known to the resident yet
	if (pairing?.residentId !== actor.personId || pairing.status === 'offered') throw new AppError('not_found');
	const { words } = given;
	await endPairing(scope, pairing, { reason: 'resident_declined', words, by: actor.personId }, now);
	await notify(scope, [pairing.memberId], endedNews(pairing.id), now);
	await tellStaff(scope, pairing, 'staff_companion_refused', now);
}

/** What somebody says looking back. */
export interface Review {
	id: string;
	stars: number | null;
	wouldGoOn: boolean | null;
	words: string | null;
}

/** Keeps what one of the two, or staff, say of a pair that has ended. */
export async function reviewPairing(scope: Scope, actor: Actor, given: Review, now: Date): Promise<void> {
	const pairing = await query.pairingById(scope, given.id);
	const reviewer = pairing && reviewerOf(pairing, actor);
	if (!reviewer) throw new AppError('not_found');
	if (pairing.status !== 'ended') throw new AppError('not_possible_now', 'pair_lives');
	const { id, ...said } = given;
	await query.putReview(scope, { pairingId: id, reviewer, personId: actor.personId, ...said, at: now });
	await recordEvent(scope, { kind: 'pairing', id }, 'reviewed', actor.personId, now, { by: reviewer });
}

function reviewerOf({ memberId, residentId }: query.PairingRow, actor: Actor): Reviewer | null {
	if (memberId === actor.personId) return 'member';
	if (residentId === actor.personId) return 'resident';
	return isStaff(actor) ? 'staff' : null;
}

/** Works `consentWithdrawn`: who no longer agrees has no companion any longer (PIPL 15). */
export async function endWithoutConsent(
	scope: Scope,
	{ personId, purpose }: { personId: string; purpose: ConsentPurpose },
	now: Date
): Promise<void> {
	if (purpose !== 'matching') return;
	for (const pairing of await query.livingWith(scope, personId)) {
		if (pairing.residentId !== personId) continue;
		await endPairing(scope, pairing, { reason: 'consent_withdrawn', words: null, by: null }, now);
		await notify(scope, [pairing.memberId], endedNews(pairing.id), now);
	}
}

/** Works `cardEnded`: who is no volunteer any longer goes on no visits, and staff find another companion. */
export async function endWithoutCard(
	scope: Scope,
	{ personId }: { personId: string },
	now: Date
): Promise<void> {
	for (const pairing of await query.livingWith(scope, personId)) {
		if (pairing.memberId !== personId) continue;
		await endPairing(scope, pairing, { reason: 'card_ended', words: null, by: null }, now);
		if (pairing.status !== 'offered') await tellResident(scope, pairing, 'pairing_ended', now);
		await tellStaff(scope, pairing, 'staff_pairing_declined', now);
	}
}
