import type { GroupRow } from './queries.server.ts';

/** A group as its form shows it: texts, as inputs have them. */
export function formValues(row: GroupRow): Record<string, string> {
	return {
		kind: row.kind,
		theme: row.theme,
		name: row.name,
		nameEn: row.nameEn,
		words: row.words,
		wordsEn: row.wordsEn,
		meets: row.meets,
		meetsEn: row.meetsEn,
		venue: row.venueId ?? '',
		partner: row.partnerId ?? '',
		join: row.join,
		question: row.question ?? '',
		most: row.places === null ? '' : String(row.places)
	};
}

/** What a new group begins with. */
export const newGroup: Record<string, string> = { join: 'approval' };
