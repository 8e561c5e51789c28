/** What can go wrong for a person, with the HTTP status it answers. Words stand in messages/{locale}/errors.json. */
export const errorStatus = {
	invalid: 400,
	not_signed_in: 401,
	not_allowed: 403,
	not_found: 404,
	already_taken: 409,
	already_answered: 409,
	changed_meanwhile: 409,
	lapsed: 409,
	not_possible_now: 409,
	id_in_use: 409,
	too_large: 413,
	key_reused: 422,
	too_many: 429,
	busy: 503
} as const;

export type ErrorCode = keyof typeof errorStatus;

/** Values put into the words of an error, a reason, a notice or an event. */
export type Params = Record<string, string | number | boolean | null>;

/**
 * An error a person can do something about. Anything that is not an AppError answers 500.
 * @param detail a finer reason within the code, e.g. `already_taken` + `request_approved`; picks finer words.
 */
export class AppError extends Error {
	readonly code: ErrorCode;
	readonly detail: string | undefined;
	readonly params: Params;
	/** Times that could be had in the place of the one that was refused, the best first. */
	readonly instead: readonly Date[];

	constructor(code: ErrorCode, detail?: string, params: Params = {}, instead: readonly Date[] = []) {
		super(detail ? `${code}: ${detail}` : code);
		this.name = 'AppError';
		this.code = code;
		this.detail = detail;
		this.params = params;
		this.instead = instead;
	}

	get status(): number {
		return errorStatus[this.code];
	}
}
