import type { SaidUnit } from '#lib/partners/manage.server.ts';
import { partnerKinds } from '#lib/partners/partners.ts';
import { choice, day, officePhone, optionalDay, text, z } from '#lib/web/schema.server.ts';

/** A text that may be left out; empty stays empty. */
const maybe = (longest: number) => z.string().trim().max(longest).default('');

/** All that staff say of a unit. */
export const partnerFields = z.object({
	version: z.coerce.number().int().min(0).max(1_000_000_000).default(0),
	kind: choice(partnerKinds),
	name: text(40),
	nameEn: maybe(80),
	words: text(400),
	wordsEn: maybe(600),
	contactName: text(40),
	contactPhone: officePhone(20),
	since: day(),
	lastDay: optionalDay()
});

/** What was typed, as the verb takes it. */
export function saidUnit(data: z.output<typeof partnerFields>): SaidUnit {
	const { version: _, lastDay: until, ...said } = data;
	return { ...said, until };
}
