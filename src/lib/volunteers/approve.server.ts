import { personById } from '#lib/accounts/queries.server.ts';
import { grantRole, endRole } from '#lib/accounts/role-queries.server.ts';
import { isStaff, type Actor } from '#lib/accounts/people.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { enqueue, jobKind } from '#lib/jobs/queue.server.ts';
import { notify } from '#lib/notifications/notify.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { statesBefore } from '#lib/shared/states.ts';
import type { Day } from '#lib/shared/time.ts';
import * as query from './queries.server.ts';
import { cardTransitions } from './volunteers.ts';

/** Set off when a card ends; rooms above take back what was offered on its strength. */
export const cardEnded = jobKind<{ personId: string }>('card.ended');

/** What staff decide when they approve a card. A day that is left out stays as it was; null takes it away. */
export interface CardApproval {
	personId: string;
	/** Checked as fit to visit the vulnerable, until this day. */
	vettedUntil?: Day | null;
	/** Insured until this day (志愿服务条例 17). */
	insuredUntil?: Day | null;
	/** Skills that staff have seen proof of; the others stay the volunteer's own word. */
	confirmSkills: string[];
	expiresOn?: Day | null;
	/** `updatedAt` of the card as it was shown: what has changed since is not approved unseen. */
	seen?: Date;
}

/**
 * Approves a card: its holder is a volunteer from now on. On an approved card it renews days and confirms skills.
 * @throws AppError `not_possible_now` `card_unverified` where nobody has seen who the holder is
 */
export async function approveCard(scope: Scope, actor: Actor, given: CardApproval, now: Date): Promise<void> {
	const card = await cardToJudge(scope, actor, given.personId);
	const { personId, vettedUntil, insuredUntil, expiresOn, seen } = given;
	if (seen && seen.getTime() !== card.updatedAt.getTime()) throw new AppError('changed_meanwhile', 'card');
	if (!(await personById(scope, personId))?.verifiedAt)
		throw new AppError('not_possible_now', 'card_unverified');
	const first = card.status !== 'approved';
	const change = {
		status: 'approved' as const,
		vettedUntil,
		insuredUntil,
		expiresOn,
		updatedAt: now,
		...(first ? { approvedAt: now, approvedBy: actor.personId, returnReason: null } : {})
	};
	if (!(await query.moveCard(scope, personId, statesBefore(cardTransitions, 'approved'), change))) {
		throw new AppError('changed_meanwhile', 'card');
	}
	await query.confirmSkills(scope, personId, given.confirmSkills, {
		confirmedAt: now,
		confirmedBy: actor.personId
	});
	await recordEvent(
		scope,
		{ kind: 'card', id: personId },
		first ? 'approved' : 'renewed',
		actor.personId,
		now,
		{
			skills: given.confirmSkills.length
		}
	);
	if (!first) return;
	await grantRole(scope, personId, 'volunteer', actor.personId, now);
	await notify(
		scope,
		[personId],
		{ template: 'card_approved', path: '/volunteer/card', about: aboutOf(card) },
		now
	);
}

/** Gives a card back, with words that its holder reads. */
export async function returnCard(
	scope: Scope,
	actor: Actor,
	given: { personId: string; reason: string },
	now: Date
): Promise<void> {
	const card = await cardToJudge(scope, actor, given.personId);
	const words = given.reason.trim();
	if (!words) throw new AppError('invalid', 'reason');
	const change = { status: 'returned', returnReason: words, updatedAt: now } as const;
	if (!(await query.moveCard(scope, given.personId, statesBefore(cardTransitions, 'returned'), change))) {
		throw new AppError('changed_meanwhile', 'card');
	}
	await recordEvent(scope, { kind: 'card', id: given.personId }, 'returned', actor.personId, now, { words });
	const news = { params: { words }, path: '/volunteer/card', about: aboutOf(card) };
	await notify(scope, [given.personId], { template: 'card_returned', ...news }, now);
}

/**
 * Ends a card: by its holder, who is free to stop at any time (志愿服务条例 25), or by staff. Promises that stand are
 * kept or given back one by one; nothing new is offered.
 */
export async function endCard(
	scope: Scope,
	actor: Actor,
	given: { personId: string; reason: string | null },
	now: Date
): Promise<void> {
	if (given.personId !== actor.personId && !isStaff(actor)) throw new AppError('not_allowed');
	const change = { status: 'ended', updatedAt: now } as const;
	if (!(await query.moveCard(scope, given.personId, statesBefore(cardTransitions, 'ended'), change))) {
		throw new AppError('changed_meanwhile', 'card');
	}
	await endRole(scope, given.personId, 'volunteer', now);
	await recordEvent(scope, { kind: 'card', id: given.personId }, 'ended', actor.personId, now, {
		words: given.reason
	});
	await enqueue(scope, cardEnded, { personId: given.personId });
}

/** The card, locked, for staff; nobody judges his own. */
async function cardToJudge(scope: Scope, actor: Actor, personId: string): Promise<query.CardRow> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	if (personId === actor.personId) throw new AppError('not_allowed', 'own_card');
	const card = await query.cardForUpdate(scope, personId);
	if (!card) throw new AppError('not_found');
	return card;
}

/** Names one handing in, so that each is answered by one notice. */
function aboutOf({ personId, submittedAt }: query.CardRow): string {
	return `${personId}:${submittedAt?.getTime() ?? 0}`;
}
