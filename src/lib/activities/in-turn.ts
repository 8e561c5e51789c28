import type { SubmitFunction } from '@sveltejs/kit';

/** What of a form is of the moment: its own attempt, and what its page had seen. */
const ofTheMoment = ['key', 'version'] as const;

/**
 * Lets forms that change the same thing wait for each other: a press goes off when the page shows what the one before it
 * did, with the key and the version that the page has by then. Otherwise the quicker of two presses would be lost.
 * @param submit how each is answered; resolves when the page shows it
 */
export function inTurn(submit: SubmitFunction): SubmitFunction {
	let before = Promise.resolve();
	return async (press) => {
		const ahead = before;
		let done = () => {};
		before = new Promise<void>((resolve) => (done = resolve));
		await ahead;
		for (const name of ofTheMoment) {
			const field = press.formElement.elements.namedItem(name);
			if (field && 'value' in field) press.formData.set(name, String(field.value));
		}
		const answer = await submit(press);
		return async (result) => {
			try {
				await answer?.(result);
			} finally {
				done();
			}
		};
	};
}
