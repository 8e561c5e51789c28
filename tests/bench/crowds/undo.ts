class Undone extends Error {}

/** What came of some work in a transaction that is then undone. */
export async function undo<S, T>(
	work: (scope: S) => Promise<T>,
	begin: (work: (scope: S) => Promise<void>) => Promise<unknown>
): Promise<T> {
	const done: T[] = [];
	try {
		await begin(async (scope) => {
			done.push(await work(scope));
			throw new Undone();
		});
	} catch (thrown) {
		if (!(thrown instanceof Undone)) throw thrown;
	}
	return done[0]!;
}
