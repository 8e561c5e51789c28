import { AppError } from '../shared/errors.ts';

/** PostgreSQL's words for what only meeting somebody else at that moment brought about. */
const unlucky: readonly string[] = [
	// a place that an exclusion keeps for one
	'23P01',
	// a name that two give at once: the second look finds it taken
	'23505',
	// two that wait for each other
	'40P01',
	// what was read has changed
	'40001'
];

/**
 * Runs a whole transaction, and once more where it met another one unluckily.
 * @throws AppError `busy` where that happened twice
 */
export async function againOnce<T>(work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (thrown) {
		if (!isUnlucky(thrown)) throw thrown;
	}
	try {
		return await work();
	} catch (thrown) {
		throw isUnlucky(thrown) ? new AppError('busy') : thrown;
	}
}

function isUnlucky(thrown: unknown): boolean {
	const { code, cause } = thrown as { code?: unknown; cause?: unknown };
	return (typeof code === 'string' && unlucky.includes(code)) || (cause instanceof Error && isUnlucky(cause));
}
