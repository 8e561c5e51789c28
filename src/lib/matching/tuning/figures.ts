import { hour } from '#lib/shared/time.ts';
import type { Candidate, Part, PartCode, RequestFacts } from '../matching.ts';

/** A request of the past and when it was made. */
export interface PastRequest {
	request: RequestFacts;
	askedAt: Date;
}

/** The same with those whom a replay has chosen for it. */
export interface Outcome extends PastRequest {
	chosen: readonly Candidate[];
}

/** What came of the requests under one set of weights. */
export interface ReplayFigures {
	requests: number;
	/** People who were needed, and those of them who were found. */
	places: number;
	filled: number;
	/** The middle way between the two places, metres; null where nobody had to go anywhere. */
	medianMetres: number | null;
	/** The middle time from the request to the beginning of the help, hours; null where nobody was found. */
	medianHours: number | null;
	/** The share of all tasks that the busiest tenth of those who could be called upon has, 0 … 1. */
	busiestTenth: number;
	/** Tasks of the busiest of all. */
	mostTasks: number;
	/** How likely those chosen say yes and keep it, as far as was learned, 0 … 1; null without. */
	likely: number | null;
	/** Points that each part has brought to those chosen. */
	points: Partial<Record<PartCode, number>>;
}

/** @param loads tasks of each volunteer who could be called upon */
export function figuresOf(outcomes: readonly Outcome[], loads: readonly number[]): ReplayFigures {
	const pairs = outcomes.flatMap(({ askedAt, chosen }) => chosen.map((one) => ({ ...one, askedAt })));
	const parts = pairs.flatMap((one) => one.parts);
	const numbers = (code: PartCode, name: string) =>
		parts.filter((part) => part.code === code).flatMap((part) => numberIn(part, name));
	const likely = numbers('likelihood', 'percent');
	const busiest = [...loads].sort((a, b) => b - a).slice(0, Math.ceil(loads.length / 10));
	return {
		requests: outcomes.length,
		places: sum(outcomes.map(({ request }) => request.peopleNeeded)),
		filled: pairs.length,
		medianMetres: middle(numbers('distance', 'metres')),
		medianHours: middle(pairs.map(({ start, askedAt }) => (start!.getTime() - askedAt.getTime()) / hour)),
		busiestTenth: pairs.length > 0 ? sum(busiest) / pairs.length : 0,
		mostTasks: Math.max(0, ...busiest),
		likely: likely.length > 0 ? sum(likely) / likely.length / 100 : null,
		points: pointsOf(parts)
	};
}

function pointsOf(parts: readonly Part[]): ReplayFigures['points'] {
	const points: ReplayFigures['points'] = {};
	for (const part of parts) points[part.code] = (points[part.code] ?? 0) + part.points;
	return points;
}

function numberIn({ params }: Part, name: string): number[] {
	const value = params[name];
	return typeof value === 'number' ? [value] : [];
}

function sum(values: readonly number[]): number {
	return values.reduce((total, one) => total + one, 0);
}

/** The lower one of two in the middle. */
function middle(values: readonly number[]): number | null {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}
