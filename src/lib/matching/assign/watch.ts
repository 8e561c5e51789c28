import type { AssignOptions } from './problem.ts';

/** Lets the one who asked look on, and stop it. */
export interface Watch {
	/** @throws DOMException `AbortError` when the work is not wanted any more */
	check(): void;
	/** Reports the share of this stage that is done, and checks. */
	done(share: number): void;
}

/** Watches a stage that lies between two shares of the whole. */
export function watching(options: AssignOptions, from: number, to: number): Watch {
	const check = () => {
		if (options.cancelled?.()) throw new DOMException('The work was cancelled', 'AbortError');
	};
	return {
		check,
		done(share) {
			check();
			options.onProgress?.(from + (to - from) * share);
		}
	};
}
