/** Stars that can be given, best first (好差评). */
export const starChoices = [5, 4, 3, 2, 1] as const;

/** Up to so many stars somebody was not content, and is asked what went wrong. */
export const lowStars = 2;

/** The longest words to a rating, characters. */
export const longestRating = 500;

/** True where what went wrong has to be asked. */
export function isLow(stars: number): boolean {
	return stars <= lowStars;
}
