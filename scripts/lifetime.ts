import { explain } from './steps.ts';

/** The life of a script: what it must undo at its end, and whether somebody has asked it to end. */
export interface Lifetime {
	/** Aborted when the end begins. */
	signal: AbortSignal;
	/** Resolves when the end begins. */
	asked: Promise<void>;
	/** Adds something to undo; the last thing done is undone first. */
	atEnd(undo: () => Promise<unknown>): void;
	/** Ends early, saying why. */
	fail(error: unknown): void;
}

/**
 * Runs a script to its end: its own (with the exit code it returns), a failure's (1), or that of a signal. All that
 * it started is stopped. A second signal changes nothing: npm passes on a Ctrl-C that the terminal has already sent.
 * @param signalCode exit code after a signal: 0 for what runs until it is told to stop
 */
export async function live(
	work: (life: Lifetime) => Promise<number | undefined>,
	signalCode = 0
): Promise<void> {
	const undos: (() => Promise<unknown>)[] = [];
	const stopping = new AbortController();
	const asked = new Promise<void>((resolve) => stopping.signal.addEventListener('abort', () => resolve()));

	const end = async (code: number): Promise<void> => {
		if (stopping.signal.aborted) return;
		stopping.abort();
		for (const undo of undos.reverse()) await undo().catch((error: unknown) => complain(error));
		process.exit(code);
	};
	const fail = (error: unknown): void => {
		// What breaks because everything is being stopped is no news.
		if (!stopping.signal.aborted) complain(error);
		void end(1);
	};
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(signalCode));
	process.on('uncaughtException', fail);
	if (process.env.npm_lifecycle_event) whenOrphaned(() => void end(signalCode));

	try {
		const code = await work({ signal: stopping.signal, asked, atEnd: (undo) => undos.push(undo), fail });
		await end(code ?? 0);
	} catch (error) {
		fail(error);
	}
}

/** npm passes signals on, but not the one that kills it. */
function whenOrphaned(then: () => void): void {
	const parent = process.ppid;
	setInterval(() => process.ppid !== parent && then(), 1000).unref();
}

function complain(error: unknown): void {
	process.stderr.write(`${explain(error)}\n`);
}
