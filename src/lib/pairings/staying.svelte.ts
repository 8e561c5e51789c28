import { goto, invalidateAll } from '$app/navigation';
import type { SubmitFunction } from '@sveltejs/kit';

/**
 * How a form of a board is answered: the page shows what has changed where the eye is, without a jump to its top, and the
 * keys go on from where they were.
 */
export const staying: SubmitFunction =
	() =>
	async ({ result, update }) => {
		if (result.type === 'redirect') {
			await goto(result.location, { invalidateAll: true, noScroll: true, keepFocus: true });
			return;
		}
		await update({ reset: false, invalidateAll: false });
		if (result.type === 'failure') await invalidateAll();
	};
