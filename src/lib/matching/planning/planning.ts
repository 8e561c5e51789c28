import type { Span } from '#lib/shared/time.ts';
import type { GateCode, Part, VolunteerFacts } from '../matching.ts';
import type { Relaxation } from '../relaxation.ts';

/** A volunteer as the rules know him, whichever of many requests looks at him. */
export interface Planned extends Omit<VolunteerFacts, 'history' | 'minutesThisWeek'> {
	/** What he has done for whom, by the person helped. */
	histories: ReadonlyMap<string, VolunteerFacts['history']>;
	/** All that counts for the minutes of a week. */
	promised: readonly Span[];
}

/** A pair that staff have decided on, for the plan or against it. */
export interface Decision {
	requestId: string;
	personId: string;
	kind: 'lock' | 'forbid';
}

/** One volunteer for one request, at the time that the plan gives it. */
export interface Pair {
	requestId: string;
	personId: string;
	during: Span;
	/** Points of the pair alone; each further task of one person adds the load step once more. */
	cost: number;
	parts: Part[];
	/** The one who would come instead, and the points of that pair alone: fewer where he is needed more elsewhere. */
	second: { personId: string; cost: number } | null;
	locked: boolean;
}

/** A request that the plan leaves short of people. */
export interface Unfilled {
	requestId: string;
	/** People still missing, ≥ 1. */
	missing: number;
	/** How many could come at the time of the plan; all of them are needed more elsewhere. */
	eligible: number;
	/** Under the first gate that stops them, most first; empty where somebody is eligible. */
	stopped: { gate: GateCode; count: number }[];
	/** Gates that could give way, and how many each would bring. */
	relaxations: Relaxation[];
}

/** One plan for many requests: as cheap as it can be, and never one person in two places. */
export interface Plan {
	pairs: Pair[];
	unfilled: Unfilled[];
	/** Points of all pairs, of the load they put on people, and of what stays open. */
	cost: number;
	/** No plan can cost less, even one that has somebody in two places at once. */
	bound: number;
	/** Times that somebody would have been in two places, or have worked too much, and was let off. */
	letOff: number;
}
