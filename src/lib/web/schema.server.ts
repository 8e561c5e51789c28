import { z } from 'zod';
import { isDialable } from '#lib/accounts/phone.ts';
import { isDay } from '#lib/shared/time.ts';

/*
 * What forms are read with. Errors are codes: words are found for them in the reader's language (error-words.server.ts).
 */
z.config({
	customError: (issue) => {
		if (issue.code === 'too_small')
			return issue.origin === 'string' ? 'required' : limited('too_small', issue.minimum);
		if (issue.code === 'too_big')
			return limited(issue.origin === 'string' ? 'too_long' : 'too_big', issue.maximum);
		if (issue.code === 'invalid_value') return 'choose';
		return issue.input === undefined || issue.input === '' ? 'required' : 'invalid';
	}
});

/** A code with the limit that was passed, `too_big:9`. Beyond what counts exactly no limit is worth telling. */
function limited(code: 'too_small' | 'too_big' | 'too_long', limit: unknown): string {
	return Number.isSafeInteger(limit) && Math.abs(Number(limit)) < Number.MAX_SAFE_INTEGER
		? `${code}:${String(limit)}`
		: 'invalid';
}

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

/** The number of an office or a unit, as people write it. */
export const officePhone = (longest: number) =>
	text(longest).refine((value) => value === '' || isDialable(value), 'phone');

/** A whole number within limits, as people write it: what is more than digits, such as 1小时, is none. */
export const whole = (least: number, most: number) =>
	z
		.string()
		.trim()
		.min(1, { abort: true })
		.refine((value) => isWhole(value, least, most), between(least, most))
		.transform((value) => Number(plain(value)));

/** The same where it may be left out; empty is null. */
export const optionalWhole = (least: number, most: number) =>
	z
		.string()
		.trim()
		.default('')
		.refine((value) => value === '' || isWhole(value, least, most), between(least, most))
		.transform((value) => (value === '' ? null : Number(plain(value))));

/** A code with both limits, `between:1:30`. */
const between = (least: number, most: number) => ['between', least, most].join(':');

function isWhole(value: string, least: number, most: number): boolean {
	const digits = plain(value);
	return /^\d{1,9}$/.test(digits) && Number(digits) >= least && Number(digits) <= most;
}

/** Digits of any width as the plain ones. */
function plain(value: string): string {
	return value.normalize('NFKC');
}

/** A UUID. */
export const id = () => z.uuid();

/** A UUID that may be left out; empty is null. */
export const optionalId = () => z.union([z.uuid(), z.literal('').transform(() => null)]).default('');

/** A local day, `YYYY-MM-DD`, that exists. */
export const day = () => z.string().refine(isDay);

/** A local day that may be left out; empty is null. */
export const optionalDay = () => z.union([day(), z.literal('').transform(() => null)]).default('');

/** An instant, as ISO 8601 says it. */
export const instant = () =>
	z
		.string()
		.refine((value) => /^\d{4}-\d{2}-\d{2}T/.test(value) && !Number.isNaN(Date.parse(value)), 'invalid')
		.transform((value) => new Date(value));

/** An instant that may be left out; empty is null. */
export const optionalInstant = () => z.union([instant(), z.literal('').transform(() => null)]).prefault('');

const clockForm = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;
const minuteOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** A time of day, `HH:MM`, as its minute; 24:00 is the end of the day. */
export const clock = () => z.string().min(1, { abort: true }).regex(clockForm).transform(minuteOf);

/** A time of day that may be left out; empty is null. */
export const optionalClock = () =>
	z
		.string()
		.default('')
		.refine((value) => value === '' || clockForm.test(value))
		.transform((value) => (value === '' ? null : minuteOf(value)));

/** A box that may be ticked. Browsers leave an unticked one out of the form, which reads as false. */
export const ticked = () => z.boolean().default(false);

/** One of these. Where none was chosen that is an error; `z.enum` alone would take the first for the answer. */
export const choice = <T extends string>(values: readonly T[]) =>
	z
		.string('choose')
		.refine((value) => (values as readonly string[]).includes(value), 'choose')
		.transform((value) => value as T);

export { z };
