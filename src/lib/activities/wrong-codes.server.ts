import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Actor } from '#lib/accounts/people.ts';
import { AppError } from '#lib/shared/errors.ts';

/** So many wrong codes somebody may give in so many seconds: enough for slips, far too few to find one of a million. */
const [most, within] = [10, 600];

const wrong = new RateLimiterMemory({ points: most, duration: within });

/**
 * Reads a check-in code, unless this person has given too many wrong ones lately, at any door.
 * @param read the moment for which a code stands, null where it is wrong
 * @throws AppError `invalid` / `code`; `too_many` / `wrong_codes`, whatever the code
 */
export async function readFewTimes(
	{ personId }: Pick<Actor, 'personId'>,
	read: () => Date | null
): Promise<Date> {
	const lately = await wrong.get(personId);
	if (lately && lately.consumedPoints >= most) {
		throw new AppError('too_many', 'wrong_codes', { minutes: Math.ceil(lately.msBeforeNext / 60_000) });
	}
	const at = read();
	if (at) return at;
	await wrong.penalty(personId);
	throw new AppError('invalid', 'code');
}
