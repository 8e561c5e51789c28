/** What an activity may ask of people's fitness, by keys that have words in every language. */
export const fitnessKeys = ['heart', 'walk', 'stairs', 'stand'] as const;
export type FitnessKey = (typeof fitnessKeys)[number];

/** The most that an activity asks, and how long the leader's own words may be, characters. */
export const [mostFitness, longestFitness] = [8, 60];

/** What is asked: some of the keys, and what the leader wrote, a statement on each line. */
export function fitnessOf(keys: readonly FitnessKey[], own: string): string[] {
	const lines = own.split('\n').map((line) => line.trim().slice(0, longestFitness));
	return [...new Set([...keys, ...lines.filter((line) => line !== '')])].slice(0, mostFitness);
}

export function isFitnessKey(said: string): said is FitnessKey {
	return (fitnessKeys as readonly string[]).includes(said);
}

/** What is asked and has not been stated: each is stated by itself, none by a wave of the hand. */
export function unstated(asked: readonly string[], stated: readonly string[]): string[] {
	return asked.filter((one) => !stated.includes(one));
}

/** Whoever signs up others has told them of the risk and asked each, where there is anything to say. */
export function mustAsk({ risk, fitness }: { risk: string | null; fitness: readonly string[] }): boolean {
	return risk !== null || fitness.length > 0;
}
