/** What a grid has and what is wanted there. */
export interface GridSupply {
	gridId: string;
	/** Volunteers with an approved card who live there. */
	volunteers: number;
	/** Requests there for which somebody is looked for. */
	requests: number;
}

/**
 * The grids with fewer volunteers for each open request than the median of all grids where help is wanted. With one such
 * grid, or with all alike, none is.
 */
export function scarceGrids(supplies: readonly GridSupply[]): Set<string> {
	const wanting = supplies.filter(({ requests }) => requests > 0);
	const middle = median(wanting.map(perRequest));
	return new Set(wanting.filter((one) => perRequest(one) < middle).map(({ gridId }) => gridId));
}

function perRequest({ volunteers, requests }: GridSupply): number {
	return volunteers / requests;
}

function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const half = sorted.length / 2;
	return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
}
