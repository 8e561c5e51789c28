import { setTimeout as pause } from 'node:timers/promises';
import { appNow } from '#lib/db/clock.server.ts';
import { hash32 } from '#lib/demo/random.ts';
import { acceptOffer } from '#lib/matching/accept.server.ts';
import { declineOffer } from '#lib/matching/offer.server.ts';
import { offersOf, type OfferRow } from '#lib/matching/queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { zone } from '../small-world.ts';
import type { Town } from './town.ts';

const answers = ['accept', 'accept', 'decline', 'silence'] as const;

/** What somebody makes of an offer: the same each time he looks at it. */
function answerTo({ personId, requestId }: OfferRow, seed: number): (typeof answers)[number] {
	return answers[hash32(`${seed} ${personId} ${requestId}`) % answers.length]!;
}

/** Lets volunteers answer what has reached them, several at a time, until the signal says stop. */
export async function answerOffers(town: Town, seed: number, signal: AbortSignal): Promise<void> {
	const known = new Set<string>();
	while (!signal.aborted) {
		const sent = (await town.world.run((scope) => offersOf(scope, town.requestIds))).filter(
			({ id, status }) => status === 'sent' && !known.has(id)
		);
		await Promise.all(sent.slice(0, 6).map((offer) => answer(town, offer, seed)));
		for (const { id } of sent.slice(0, 6)) known.add(id);
		await pause(20);
	}
}

async function answer(town: Town, offer: OfferRow, seed: number): Promise<void> {
	const actor = town.volunteers.get(offer.personId)!;
	const wish = answerTo(offer, seed);
	if (wish === 'silence') return;
	const say = (yes: boolean) =>
		town.world.run(async (scope) => {
			if (yes) await acceptOffer(scope, actor, offer.id, appNow(), zone);
			else await declineOffer(scope, actor, { offerId: offer.id, reason: 'no_time' }, appNow());
		});
	await say(wish === 'accept')
		.catch(async (error: unknown) => {
			// promised elsewhere at that time: then it is a no
			if (!(error instanceof AppError)) throw error;
			if (error.detail === 'busy_then') await say(false);
		})
		.catch((error: unknown) => {
			if (!(error instanceof AppError)) throw error;
		});
}
