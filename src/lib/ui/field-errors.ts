import type { FieldError } from './ui.ts';

/** What is wrong with the fields of a form that was sent, for the summary at the top of its page. */
export function fieldErrors(sent: { errors: object } | null | undefined): FieldError[] {
	return Object.entries(sent?.errors ?? {}).flatMap(([field, messages]: [string, unknown]) => {
		const [message] = Array.isArray(messages) ? (messages as unknown[]) : [];
		return typeof message === 'string' ? [{ field, message }] : [];
	});
}
