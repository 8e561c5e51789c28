import type { Scope } from '#lib/db/client.server.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Option } from '#lib/ui/ui.ts';
import { buildingsOf } from './queries.server.ts';

/** Buildings to choose from, by the name that the reader's language has for them. */
export async function buildingOptions(scope: Scope): Promise<Option[]> {
	const english = getLocale() === 'en';
	return (await buildingsOf(scope)).map(({ id, name, nameEn }) => ({
		value: id,
		label: (english && nameEn) || name
	}));
}
