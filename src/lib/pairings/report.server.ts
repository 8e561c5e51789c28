import type { Scope } from '#lib/db/client.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { dayOf } from '#lib/shared/time.ts';
import { sayDay, sayMinutes, type Here } from '#lib/ui/dates.ts';
import { reviewsOf } from './pair-queries.server.ts';
import { reviewLine } from './pair-page.server.ts';
import { pairLines, type PairLine } from './pairs.server.ts';
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
		figures: figuresOf(pairs),
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

function figuresOf(pairs: readonly PairLine[]): Report['figures'] {
	const sum = (of: (pair: PairLine) => number) => pairs.reduce((total, pair) => total + of(pair), 0);
	const rated = pairs.flatMap(({ figures: { stars, kept } }) =>
		stars === null ? [] : [{ stars, weight: kept }]
	);
	const weight = rated.reduce((total, one) => total + one.weight, 0);
	const stars = rated.reduce((total, one) => total + one.stars * one.weight, 0) / (weight || 1);
	const kept = sum(({ figures }) => figures.kept);
	const missed = sum(({ figures }) => figures.missed);
	const share = kept + missed === 0 ? null : Math.round((100 * kept) / (kept + missed));
	const count = (value: number) => String(value);
	return [
		{ label: m.pairings_figure_approved(), value: count(pairs.length) },
		{
			label: m.pairings_figure_accepted(),
			value: count(
				pairs.filter(({ status, met }) => met !== null || !['offered', 'ended'].includes(status)).length
			)
		},
		{ label: m.pairings_figure_met(), value: count(pairs.filter(({ met }) => met !== null).length) },
		{
			label: m.pairings_figure_going_on(),
			value: count(pairs.filter(({ status }) => status === 'going_on').length)
		},
		{ label: m.pairings_figure_kept(), value: count(kept) },
		{ label: m.pairings_figure_missed(), value: count(missed) },
		{ label: m.pairings_figure_share(), value: share === null ? '—' : `${share}%` },
		{ label: m.pairings_figure_hours(), value: sayMinutes(sum(({ figures }) => figures.minutes)) },
		{ label: m.pairings_figure_stars(), value: weight === 0 ? '—' : stars.toFixed(1) }
	];
}
