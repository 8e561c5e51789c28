import { id, optionalId, optionalInstant, z } from '#lib/web/schema.server.ts';

/** What somebody has read off the leader's screen; `at`: when, where the phone kept it. */
export const checkInFields = z.object({
	date: id(),
	for: optionalId(),
	code: z
		.string()
		.transform((text) => text.normalize('NFKC').replace(/\s/g, ''))
		.refine((text) => /^\d{6}$/.test(text), 'six_digits_code'),
	at: optionalInstant()
});
