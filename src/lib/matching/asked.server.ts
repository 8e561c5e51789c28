import type { Scope } from '#lib/db/client.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { requestById } from '#lib/requests/queries.server.ts';
import { saySpan, sayWhen, type Here } from '#lib/ui/dates.ts';
import type { Tone } from '#lib/ui/ui.ts';
import { openStates } from './again.ts';
import { budgetFor, readAround, toldLately } from './budget.server.ts';
import type { OfferState } from './offers.ts';
import * as query from './queries.server.ts';

/** Where it stands with somebody who was approved, in the reader's words. */
export interface Asked {
	personId: string;
	/** Null while only in reserve. */
	offerId: string | null;
	state: OfferState | 'reserve';
	words: string;
	tone: Tone;
	/** Another time that was proposed and awaits an answer. */
	proposed: string | null;
	/** Why he is asked, or is not asked yet, where that is not the usual. */
	note: string | null;
}

/** Everyone on an approval's list in order: asked, passed over or in reserve. */
export async function askedUnder(
	scope: Scope,
	approval: query.ApprovalRow,
	offers: readonly query.OfferRow[],
	here: Here
): Promise<Asked[]> {
	const approved = await query.approvedOf(scope, approval.id);
	const offerTo = new Map(offers.map((one) => [one.personId, one]));
	const reserves = approved.map(({ personId }) => personId).filter((id) => !offerTo.has(id));
	const passedOver = await passedOverAmong(scope, approval.requestId, reserves, here.now);
	return approved.map(({ personId }) => {
		const offer = offerTo.get(personId);
		return offer ? askedBy(offer, here) : reserve(personId, passedOver.get(personId));
	});
}

/** Those of the reserves who have had their share of offers this week, with how many that were. */
async function passedOverAmong(
	scope: Scope,
	requestId: string,
	personIds: readonly string[],
	now: Date
): Promise<Map<string, number>> {
	const request = personIds.length > 0 ? await requestById(scope, requestId) : undefined;
	if (!request) return new Map();
	const { budget, lifted } = budgetFor(request, await readAround(scope), now);
	const told = await toldLately(scope, personIds, now);
	return new Map([...told].filter(([, count]) => !lifted && count >= budget));
}

function reserve(personId: string, told: number | undefined): Asked {
	return {
		personId,
		offerId: null,
		state: 'reserve',
		words: m.desk_offer_reserve(),
		tone: 'grey',
		proposed: null,
		note: told === undefined ? null : m.desk_offer_passed_over({ count: told })
	};
}

/** One who was asked, under whichever approval. */
export function askedBy(offer: query.OfferRow, here: Here): Asked {
	const [words, tone] = stateWords[offer.status](offer, here);
	const { id, personId, status, proposed, beyondBudget } = offer;
	return {
		personId,
		offerId: id,
		state: status,
		words,
		tone,
		proposed: status === 'other_time_proposed' && proposed ? saySpan(proposed, here) : null,
		note: beyondBudget ? m.desk_offer_beyond_budget() : null
	};
}

type StateWords = (offer: query.OfferRow, here: Here) => [string, Tone];

/** Why somebody said no is not told: it must cost nobody anything. */
const stateWords: Record<OfferState, StateWords> = {
	waiting: () => [m.desk_offer_waiting(), 'blue'],
	sent({ expiresAt, remindedAt }, here) {
		const until = { until: sayWhen(expiresAt, here) };
		return [remindedAt ? m.desk_offer_reminded(until) : m.desk_offer_sent(until), 'blue'];
	},
	accepted: () => [m.desk_offer_accepted(), 'green'],
	declined: () => [m.desk_offer_declined(), 'grey'],
	other_time_proposed: () => [m.desk_offer_other_time(), 'amber'],
	lapsed: () => [m.desk_offer_lapsed(), 'grey'],
	withdrawn: () => [m.desk_offer_withdrawn(), 'grey']
};

/** How the asking goes, where it is not one after the other. */
export function askingRemarks(offers: readonly query.OfferRow[], places: number): string[] {
	const open = offers.filter(({ status }) => openStates.has(status));
	return [
		...(open.length > places ? [m.desk_asked_wave({ count: open.length })] : []),
		...(open.some(({ scarce }) => scarce) ? [m.desk_asked_scarce()] : [])
	];
}
