import type { DecisionKind } from './plans.ts';

/** What staff decided about one pair. */
export interface Decided {
	requestId: string;
	personId: string;
	kind: DecisionKind;
	/** The plan was made with it; otherwise it was decided since and counts more. */
	applied: boolean;
}

/** What counts now: decided since before what the plan was made with, and nothing about pairs that are free again. */
export function standingDecisions<D extends Decided>(decided: readonly D[]): D[] {
	const byPair = new Map<string, D>();
	for (const one of decided.toSorted((a, b) => Number(a.applied) - Number(b.applied))) {
		const key = `${one.requestId} ${one.personId}`;
		if (!byPair.has(key)) byPair.set(key, one);
	}
	return [...byPair.values()].filter(({ kind }) => kind !== 'free');
}

/**
 * The decisions with another one. A request has no more locked people than it needs: the one locked longest ago is let
 * go. What only says again what the plan was made with is left out.
 * @param places how many people the request needs
 */
export function withDecision<D extends Decided>(
	decided: readonly D[],
	added: D,
	places: number
): { applied: D[]; since: D[] } {
	const applied = decided.filter((one) => one.applied);
	let since = [...decided.filter((one) => !one.applied && !isSamePair(one, added)), added];
	const locked = standingDecisions([...applied, ...since]).filter(
		({ requestId, kind }) => requestId === added.requestId && kind === 'lock'
	);
	const others = locked.filter((one) => !isSamePair(one, added));
	for (const other of others.slice(0, Math.max(0, locked.length - places))) {
		since = [...since.filter((one) => !isSamePair(one, other)), { ...other, kind: 'free', applied: false }];
	}
	return { applied, since: since.filter((one) => saysSomething(one, applied)) };
}

function saysSomething(one: Decided, applied: readonly Decided[]): boolean {
	const before = applied.find((other) => isSamePair(one, other))?.kind ?? 'free';
	return one.kind !== before;
}

function isSamePair(one: Decided, other: Decided): boolean {
	return one.requestId === other.requestId && one.personId === other.personId;
}
