import type { SaidWords } from '#lib/groups/found.server.ts';
import { joinModes } from '#lib/groups/groups.ts';
import { choice, optionalText, optionalWhole, text, z } from '#lib/web/schema.server.ts';

/** A text that may be left out; empty stays empty. */
const maybe = (longest: number) => z.string().trim().max(longest).default('');

/** What leaders may say of their group. */
export const wordFields = z.object({
	version: z.coerce.number().int().min(0).max(1_000_000_000).default(0),
	words: text(600),
	wordsEn: maybe(900),
	meets: text(80),
	meetsEn: maybe(120),
	join: choice(joinModes),
	question: optionalText(120),
	most: optionalWhole(2, 2000)
});

/** What was typed, as the verb takes it. */
export function saidWords(data: z.output<typeof wordFields>): SaidWords {
	const { words, wordsEn, meets, meetsEn, join, question, most } = data;
	return { words, wordsEn, meets, meetsEn, join, question, places: most };
}
