/** Interests as people write them one after the other: 象棋、书法, walking. */
export function readInterests(text: string | null): string[] {
	const words = (text ?? '').split(/[、，,;；/\n]+/).map((word) => word.trim());
	return [...new Set(words.filter((word) => word !== ''))];
}
