import type { Scope } from '#lib/db/client.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { dayOf } from '#lib/shared/time.ts';
import { sayDay, sayMinutes, type Here } from '#lib/ui/dates.ts';
import { reviewsOf } from './pair-queries.server.ts';
import { reviewLine } from './pair-page.server.ts';
import { pairLines, type PairLine } from './pairs.server.ts';
import { meanStars, shareKept, sumUp, type Sums } from './sums.ts';
import { thanksIn } from './visit-queries.server.ts';

/** A campaign in figures, with the table behind them. */
export interface Report {
	figures: { label: string; value: string }[];
	/** Pairs that said yes and have not met. */
	unmet: PairLine[];
	pairs: PairLine[];
	said: { id: string; words: string; from: string }[];
}

/** What became of a campaign so far, in the reader's words. */
export async function campaignReport(scope: Scope, campaignId: string, here: Here): Promise<Report> {
	const pairs = await pairLines(scope, campaignId, here);
	const today = dayOf(here.now, here.zone);
	const thanks = await thanksIn(scope, campaignId);
	const reviews = await reviewsOf(
		scope,
		pairs.map(({ id }) => id)
	);
	return {
		figures: figuresOf(sumUp(pairs)),
		unmet: pairs.filter(({ status }) => status === 'setting_up' || status === 'first_meeting'),
		pairs,
		said: [
			...thanks.map(({ id, thanks: words, member, servedOn }) => ({
				id,
				words: words ?? '',
				from: m.pairings_said_to({ name: member, day: sayDay(servedOn, today) })
			})),
			...reviews
				.map((review) => {
					const pair = pairs.find(({ id }) => id === review.pairingId);
					const two = m.pairings_two({ resident: pair?.resident ?? '', member: pair?.member ?? '' });
					const { who, words } = reviewLine(review);
					const from = m.pairings_said_by({ who, two });
					return { id: `${review.pairingId}:${review.reviewer}`, words, from };
				})
				.filter(({ words }) => words !== '')
		]
	};
}

/** Sums with their names, in the reader's words. */
export function figuresOf(sums: Sums): Report['figures'] {
	const [share, stars] = [shareKept(sums), meanStars(sums)];
	return [
		{ label: m.pairings_figure_approved(), value: String(sums.pairs) },
		{ label: m.pairings_figure_accepted(), value: String(sums.accepted) },
		{ label: m.pairings_figure_met(), value: String(sums.met) },
		{ label: m.pairings_figure_going_on(), value: String(sums.goingOn) },
		{ label: m.pairings_figure_kept(), value: String(sums.kept) },
		{ label: m.pairings_figure_missed(), value: String(sums.missed) },
		{ label: m.pairings_figure_share(), value: share === null ? '—' : `${share}%` },
		{ label: m.pairings_figure_hours(), value: sayMinutes(sums.minutes) },
		{ label: m.pairings_figure_stars(), value: stars === null ? '—' : stars.toFixed(1) }
	];
}
