import { z } from 'zod';

/*
 * What forms are read with. Errors are codes: words are found for them in the reader's language (error-words.server.ts).
 */
z.config({
	customError: (issue) => {
		if (issue.code === 'too_small') return issue.origin === 'string' ? 'required' : 'too_small';
		if (issue.code === 'too_big') return issue.origin === 'string' ? 'too_long' : 'too_big';
		if (issue.code === 'invalid_value') return 'choose';
		return issue.input === undefined || issue.input === '' ? 'required' : 'invalid';
	}
});

/** A text that must be given. */
export const text = (longest: number) => z.string().trim().min(1).max(longest);

/** A text that may be left out; empty is null. */
export const optionalText = (longest: number) =>
	z
		.string()
		.trim()
		.max(longest)
		.transform((value) => value || null)
		.default('');

/** A UUID. */
export const id = () => z.uuid();

/** A UUID that may be left out; empty is null. */
export const optionalId = () => z.union([z.uuid(), z.literal('').transform(() => null)]).default('');

/** A local day, `YYYY-MM-DD`, that exists. */
export const day = () =>
	z
		.string()
		.regex(/^\d{4}-\d{2}-\d{2}$/)
		.refine((value) => !Number.isNaN(Date.parse(`${value}T00:00:00Z`)));

/** A local day that may be left out; empty is null. */
export const optionalDay = () => z.union([day(), z.literal('').transform(() => null)]).default('');

/** A ticked box. */
export const ticked = () => z.stringbool({ truthy: ['on', 'true', '1'], falsy: ['', 'off', 'false'] }).default(false);

export { z };
