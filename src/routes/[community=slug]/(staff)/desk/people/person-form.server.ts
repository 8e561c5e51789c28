import { genders } from '#lib/accounts/people.ts';
import { optionalDay, optionalId, optionalText, text, ticked, z } from '#lib/web/schema.server.ts';

/** What staff write down about a person, at the first time and when they put it right. */
export const personFields = {
	name: text(60),
	gender: z
		.enum(['', ...genders])
		.default('')
		.transform((value) => value || null),
	born: optionalDay(),
	phone: optionalText(30),
	building: optionalId(),
	door: optionalText(40),
	vulnerable: ticked()
};
