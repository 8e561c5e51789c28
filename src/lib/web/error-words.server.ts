import { m } from '#lib/paraglide/messages.js';
import type { AppError, ErrorCode, Params } from '#lib/shared/errors.ts';

type Words = (params: never) => string;

const byCode: Record<ErrorCode, Words> = {
	invalid: m.errors_invalid,
	not_signed_in: m.errors_not_signed_in,
	not_allowed: m.errors_not_allowed,
	not_found: m.errors_not_found,
	already_taken: m.errors_already_taken,
	already_answered: m.errors_already_answered,
	changed_meanwhile: m.errors_changed_meanwhile,
	lapsed: m.errors_lapsed,
	not_possible_now: m.errors_not_possible_now,
	id_in_use: m.errors_id_in_use,
	too_large: m.errors_too_large,
	key_reused: m.errors_key_reused,
	too_many: m.errors_too_many,
	busy: m.errors_busy
};

/** Finer words for a code with a detail, where there are some: `errors_<code>_<detail>`. */
function finer(code: ErrorCode, detail: string | undefined): Words | undefined {
	const all = m as unknown as Record<string, Words | undefined>;
	return detail ? (all[`errors_${code}_${detail}`] ?? all[detail]) : undefined;
}

/** What a person reads about an error, in the reader's language. */
export function errorWords({ code, detail, params }: Pick<AppError, 'code' | 'detail' | 'params'>): string {
	const words = finer(code, detail) ?? byCode[code];
	return (words as (params: Params) => string)(params);
}

/** What a person reads about one field of a form. `said` is the schema's code for it, with limits: `between:1:9`. */
export function fieldWords(said: string): string {
	const [code, limit = '', most = ''] = said.split(':');
	const all = m as unknown as Record<string, ((params: Params) => string) | undefined>;
	return (all[`errors_field_${code}`] ?? m.errors_field_invalid)({ limit, least: limit, most });
}

/** Words for each field that has an error. Those of a list's entries stand under their places and count as the list's. */
export function wordsByField(errors: object): Record<string, string[]> {
	return Object.fromEntries(
		Object.entries(errors).flatMap(([field, said]) => {
			const words = new Set(codesIn(said).map(fieldWords));
			return words.size > 0 ? [[field, [...words]]] : [];
		})
	);
}

function codesIn(said: unknown): string[] {
	if (typeof said === 'string') return [said];
	return typeof said === 'object' && said !== null ? Object.values(said).flatMap(codesIn) : [];
}
