import { phoneOf } from '#lib/accounts/open.server.ts';
import type { Actor } from '#lib/accounts/people.ts';
import { personById } from '#lib/accounts/queries.server.ts';
import { recordOpening } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { historyWith } from '#lib/records/queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { day, dayOf } from '#lib/shared/time.ts';
import { cardOf } from '#lib/volunteers/queries.server.ts';
import { helpSpan } from '#lib/tasks/help-span.ts';
import { nextVisits } from '#lib/tasks/queries.server.ts';
import { sayMinutes, saySpan, type Here } from '#lib/ui/dates.ts';
import { pairingById, pairingsWith, reviewsOf, type PairingRow } from './pair-queries.server.ts';
import { mayDispute } from './confirm.server.ts';
import { startFields } from './pair-page.server.ts';
import { nextWords } from './pairs.server.ts';
import { togetherStates } from './pairings.ts';
import { partsNow, type PairPart } from './score.ts';
import { visitsToConfirm } from './visit-queries.server.ts';
import { rhythmWords, whyPair } from './words.ts';

/** A companion as the resident reads about her or him. */
export interface CompanionCard {
	id: string;
	name: string;
	partyMember: boolean;
	why: string;
	status: PairingRow['status'];
	/** When they see each other next. */
	next: string;
	rhythm: string | null;
	/** The visit ahead that can be moved. */
	visit: { day: string; time: string } | null;
	/** A pair that ended and was not looked back on. */
	ended: boolean;
}

/** A visit that a companion has reported, for the resident's word. */
export interface VisitToConfirm {
	id: string;
	words: string;
	when: string;
	/** She may still say that nobody came. */
	mayDispute: boolean;
}

/** Days for which the end of a pair stays on the page. */
const daysAfter = 60;

/** The resident's companions: those that are, and those that were until lately. */
export async function companionsOf(
	scope: Scope,
	actor: Actor,
	here: Here
): Promise<{ companions: CompanionCard[]; confirm: VisitToConfirm[]; disputed: string[] }> {
	const together = await pairingsWith(scope, 'resident', actor.personId, togetherStates);
	const ended = await endedLately(scope, actor, here);
	const visits = await nextVisits(
		scope,
		together.map(({ id }) => id)
	);
	const helped = await historyWith(scope, actor.personId);
	const companions: CompanionCard[] = [];
	for (const pairing of [...together, ...ended]) {
		const member = await personById(scope, pairing.memberId);
		const visit = visits.get(pairing.id);
		companions.push({
			id: pairing.id,
			name: member?.name ?? '',
			partyMember: (await cardOf(scope, pairing.memberId))?.partyMember ?? false,
			why: whyPair(
				partsNow(pairing.parts as PairPart[], helped.get(pairing.memberId)),
				'resident',
				member?.gender ?? null
			).join(' · '),
			status: pairing.status,
			next: nextFor(pairing, visit ? saySpan(visit.during, here) : null, here),
			rhythm: pairing.status === 'ended' ? null : rhythmWords(pairing),
			visit:
				visit?.status === 'planned' && pairing.status === 'going_on'
					? startFields(visit.during.start, here)
					: null,
			ended: pairing.status === 'ended'
		});
	}
	const done = await visitsToConfirm(scope, { residentId: actor.personId });
	return {
		companions,
		confirm: done
			.filter(({ task }) => task.status === 'done')
			.map(({ task, member }) => ({
				id: task.id,
				words: m.pairings_confirm_line({ name: member, minutes: sayMinutes(task.minutes ?? 0) }),
				when: saySpan(helpSpan(task), here),
				mayDispute: mayDispute(task, here.now)
			})),
		disputed: done
			.filter(({ task }) => task.status === 'disputed')
			.map(({ task }) => m.pairings_disputed_line({ when: saySpan(task.during, here) }))
	};
}

async function endedLately(scope: Scope, { personId }: Actor, { now }: Here): Promise<PairingRow[]> {
	const since = now.getTime() - daysAfter * day;
	const rows = (await pairingsWith(scope, 'resident', personId, ['ended'])).filter(
		({ acceptedAt, endedAt }) => acceptedAt !== null && endedAt !== null && endedAt.getTime() >= since
	);
	const reviews = await reviewsOf(
		scope,
		rows.map(({ id }) => id)
	);
	const said = new Set(reviews.filter(({ reviewer }) => reviewer === 'resident').map((one) => one.pairingId));
	return rows.filter(({ id }) => !said.has(id));
}

function nextFor(pairing: PairingRow, visit: string | null, { now, zone }: Here): string {
	if (pairing.status === 'ended') return m.pairings_mine_ended();
	if (pairing.status === 'setting_up') return m.pairings_mine_setting_up();
	return nextWords(pairing, visit, dayOf(now, zone));
}

/** The number of one's companion; the companion can see that it was opened (PIPL). @throws AppError `not_found` */
export async function callCompanion(
	scope: Scope,
	actor: Actor,
	id: string,
	now: Date
): Promise<{ phone: string | null }> {
	const pairing = await pairingById(scope, id);
	const isMine = pairing?.residentId === actor.personId;
	const together = (togetherStates as readonly string[]).includes(pairing?.status ?? '');
	const member = isMine && together ? await personById(scope, pairing.memberId) : undefined;
	if (!member) throw new AppError('not_found');
	await recordOpening(scope, {
		personId: member.id,
		what: 'phone',
		reason: 'task_accepted',
		actorId: actor.personId,
		at: now
	});
	return { phone: await phoneOf(scope, member) };
}
