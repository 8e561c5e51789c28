import { genders } from '#lib/accounts/people.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { buildingsOf } from '#lib/places/queries.server.ts';
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

/** Buildings to choose from, by the name that the reader's language has for them. */
export async function buildingOptions(scope: Scope): Promise<{ value: string; label: string }[]> {
	const english = getLocale() === 'en';
	const buildings = await buildingsOf(scope);
	return buildings.map(({ id, name, nameEn }) => ({ value: id, label: english ? nameEn : name }));
}
