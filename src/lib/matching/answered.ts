import { invalidateAll } from '$app/navigation';
import type { SubmitFunction } from '@sveltejs/kit';

/**
 * How a desk's form is answered in place: what was typed stays, what was opened is shown, and after a refusal the page
 * shows what a colleague has done meanwhile.
 * @param done called when it went through and another page follows
 */
export function answering(done: () => void): SubmitFunction {
	return () =>
		async ({ update, result }) => {
			await update({ reset: false, invalidateAll: false });
			if (result.type === 'failure') await invalidateAll();
			if (result.type === 'redirect') done();
		};
}

/** The same with nothing to do afterwards. */
export const answered: SubmitFunction = answering(() => {});
