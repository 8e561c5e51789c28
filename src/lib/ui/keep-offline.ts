import type { SubmitFunction } from '@sveltejs/kit';
import { keep } from './outbox.ts';

/**
 * Sends a form at once, or keeps it on the phone where there is no network. The form says so to the guard of forms by
 * `data-offline="keep"`, and has a key; when it is sent it says in `late` how many milliseconds it was kept.
 * @param kept told that it was kept
 */
export function keepOffline(kept: () => void): SubmitFunction {
	return ({ action, formData, cancel }) => {
		if (navigator.onLine) return ({ update }) => update({ reset: false });
		cancel();
		const at = new Date().toISOString();
		const fields = [...formData].map(([name, value]): [string, string] => [name, String(value)]);
		const key = String(formData.get('key'));
		void keep({ key, action: action.pathname + action.search, fields, at }).then(() => {
			dispatchEvent(new Event('kept'));
			kept();
		});
	};
}
