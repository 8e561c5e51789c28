import type { SubmitFunction } from '@sveltejs/kit';
import { errorStatus } from '#lib/shared/errors.ts';
import { keep } from './outbox.ts';

/**
 * Sends a form at once, or keeps it on the phone where there is no network, nobody answers, or the server is too busy. The
 * form says so to the guard of forms by `data-offline="keep"`; when it is sent it says in `late` how many milliseconds it was
 * kept. It may be done twice without harm.
 * @param kept told that it was kept
 */
export function keepOffline(kept: () => void): SubmitFunction {
	return ({ action, formData, cancel }) => {
		const at = new Date().toISOString();
		const keepIt = async () => {
			const fields = [...formData].map(([name, value]): [string, string] => [name, String(value)]);
			await keep({ key: String(formData.get('key')), action: action.pathname + action.search, fields, at });
			dispatchEvent(new Event('kept'));
			kept();
		};
		if (!navigator.onLine) {
			cancel();
			void keepIt();
			return;
		}
		return async ({ result, update }) => {
			const unheard =
				result.type === 'error' || (result.type === 'failure' && result.status === errorStatus.busy);
			await (unheard ? keepIt() : update({ reset: false }));
		};
	};
}
