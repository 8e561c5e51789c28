/** What came of some work, and how long it took. */
export async function timed<T>(work: () => Promise<T>): Promise<{ result: T; ms: number }> {
	const started = performance.now();
	const result = await work();
	return { result, ms: performance.now() - started };
}

/** The value below which a share of all lies: 0.5 is the median. */
export function atShare(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function milliseconds(ms: number): string {
	return ms < 100 ? `${ms.toFixed(1)} ms` : `${Math.round(ms)} ms`;
}
