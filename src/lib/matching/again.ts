import type { Span } from '#lib/shared/time.ts';
import type { OfferState } from './offers.ts';

/** States in which an offer still may fill a place. */
export const openStates: ReadonlySet<OfferState> = new Set<OfferState>([
	'waiting',
	'sent',
	'other_time_proposed'
]);

/** An offer of one request to one person, under whichever approval. */
export interface EarlierOffer {
	approvalId: string;
	status: OfferState;
}

/**
 * Whether somebody who is approved may be asked now: once under one approval, never after a no, and not while he is being
 * asked or has promised. Who did not answer, or was told that somebody had been first, is asked again only because
 * staff approved him anew.
 * @param earlier all offers of this request to him
 * @param promised whether his promise for this request stands
 * @param during when he would come
 */
export function mayBeAsked(
	earlier: readonly EarlierOffer[],
	approvalId: string,
	promised: boolean,
	during: Span,
	now: Date
): boolean {
	const stopped = ({ status, approvalId: under }: EarlierOffer) =>
		under === approvalId || status === 'declined' || openStates.has(status);
	return !promised && during.end > now && !earlier.some(stopped);
}
