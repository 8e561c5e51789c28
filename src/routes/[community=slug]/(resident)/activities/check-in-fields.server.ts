import { id, optionalId, optionalInstant, optionalWhole, z } from '#lib/web/schema.server.ts';

/** When something was done that comes now: at an instant that the server gave, or kept on the phone for so long. */
export const whenFields = { at: optionalInstant(), late: optionalWhole(0, 999_999_999) };

/** The instant that a form means; null: now. The phone's clock is not asked, only how long it kept the form. */
export function momentOf({ at, late }: { at: Date | null; late: number | null }, now: Date): Date | null {
	return at ?? (late === null ? null : new Date(now.getTime() - late));
}

/** What somebody has read off the leader's screen. */
export const checkInFields = z.object({
	date: id(),
	for: optionalId(),
	code: z
		.string()
		.transform((text) => text.normalize('NFKC').replace(/\s/g, ''))
		.refine((text) => /^\d{6}$/.test(text), 'six_digits_code'),
	...whenFields
});
