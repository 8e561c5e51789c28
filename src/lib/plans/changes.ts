/** A pair as far as a comparison looks at it. */
export interface ComparedPair {
	requestId: string;
	personId: string;
	/** Points of the pair alone. */
	cost: number;
}

/** A request for which one plan has others than another. */
export interface Change {
	requestId: string;
	/** People only the earlier plan has. */
	left: string[];
	/** People only the later plan has. */
	came: string[];
	/** Points of its pairs in the later plan, less those in the earlier. */
	dearer: number;
}

/** What is different for whom between two plans, the dearest change first. */
export function changesBetween(before: readonly ComparedPair[], after: readonly ComparedPair[]): Change[] {
	const earlier = Map.groupBy(before, ({ requestId }) => requestId);
	const later = Map.groupBy(after, ({ requestId }) => requestId);
	return [...new Set([...earlier.keys(), ...later.keys()])]
		.map((id) => changeOf(id, earlier.get(id) ?? [], later.get(id) ?? []))
		.filter(({ left, came }) => left.length + came.length > 0)
		.sort((a, b) => b.dearer - a.dearer || (a.requestId < b.requestId ? -1 : 1));
}

function changeOf(
	requestId: string,
	before: readonly ComparedPair[],
	after: readonly ComparedPair[]
): Change {
	const had = new Set(before.map(({ personId }) => personId));
	const has = new Set(after.map(({ personId }) => personId));
	return {
		requestId,
		left: [...had.difference(has)],
		came: [...has.difference(had)],
		dearer: points(after) - points(before)
	};
}

function points(pairs: readonly ComparedPair[]): number {
	return pairs.reduce((sum, { cost }) => sum + cost, 0);
}
