/** Compressed sparse rows, columns ascending within a row. Costs, penalties, steps: integers 0 … 2^31−1. */
export interface AssignmentProblem {
	requests: number;
	volunteers: number;
	/** requests + 1 */
	start: Int32Array;
	/** Eligible volunteer of each arc. */
	volunteer: Int32Array;
	/** Cost of each arc. */
	cost: Int32Array;
	/** People needed by each request, ≥ 1; one volunteer serves a request at most once. */
	demand: Int32Array;
	/** Per unit of demand left open. */
	unmatchedCost: Int32Array;
	/** Further tasks each volunteer may take, ≥ 0 (more than his arcs is the same as his arcs). */
	capacity: Int32Array;
	/**
	 * Convex: the k-th of them (k = 0, 1, …) costs k × loadStep[v] more; tasks already done this month enter the
	 * arcs' cost.
	 */
	loadStep: Int32Array;
}

export interface Assignment {
	/** Chosen arcs, ascending, the fixed ones among them. */
	arc: Int32Array;
	cost: number;
	/** Per volunteer, ≥ 0, in cost units: the proof. Here always whole numbers. */
	price: Float64Array;
}

export interface AssignOptions {
	/** Arcs that must be in the answer. */
	fixed?: Int32Array;
	/**
	 * The answer to a problem much like this one, its arcs numbered as here. It only saves time: whatever of it
	 * does not fit is dropped, and the answer is the optimum all the same.
	 */
	warm?: Assignment;
	/** Told how far the work is, 0 … 1, never falling. */
	onProgress?(share: number): void;
	/** Asked now and then; true ends the work with an `AbortError`. */
	cancelled?(): boolean;
}
