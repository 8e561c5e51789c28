import { inCommunity, type Scope } from '#lib/db/client.server.ts';

/** A transaction that stays open between the steps of a test. */
export interface OpenTransaction {
	run<T>(work: (scope: Scope) => Promise<T>): Promise<T>;
	commit(): Promise<void>;
	undo(): Promise<void>;
}

/** Opens one in a community. End it, or the database stays busy. */
export async function openTransaction(communityId: string): Promise<OpenTransaction> {
	const opened = Promise.withResolvers<Scope>();
	const ending = Promise.withResolvers<void>();
	const undone = new Error('undone');
	const ended = inCommunity(communityId, (scope) => {
		opened.resolve(scope);
		return ending.promise;
	}).catch((error: unknown) => {
		if (error !== undone) throw error;
	});
	const scope = await opened.promise;
	return {
		run: (work) => work(scope),
		commit: () => (ending.resolve(), ended),
		undo: () => (ending.reject(undone), ended)
	};
}
