import { searchTokens } from '#lib/accounts/search.ts';

/** What a service is found by: words and pinyin initials of its name, and words of what it is for, in both languages. */
export function serviceTokens(said: {
	name: string;
	nameEn: string;
	purpose: string;
	purposeEn: string;
}): string[] {
	const { name, nameEn, purpose, purposeEn } = said;
	return [...new Set([name, nameEn, purpose, purposeEn].flatMap(searchTokens))];
}
