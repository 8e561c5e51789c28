import { startApp } from '../../support/app.ts';
import { announceDay, countedOn, stormDay } from '../../support/storm/campaign.ts';
import type { Hall } from '../../support/storm/hall.ts';
import { atShare } from '../support/figures.ts';

/** What came of a crowd that checked in. */
export interface CrowdedDay {
	/** Phones that were told they are there, and people who are. */
	told: number;
	counted: number;
	/** More on an area than it has places. */
	oversold: number;
	/** Phones that were told nothing but errors. */
	broken: number;
	/** Share of first answers that were 503. */
	busy: number;
	/** Milliseconds until a phone was told. */
	p50: number;
	p99: number;
}

/** Everybody checks in at once, so often, each time on another day, at one instance of the built app. */
export async function crowdedDays(
	hall: Hall,
	size: { areas: number; places: number },
	rounds: number
): Promise<CrowdedDay[]> {
	const app = await startApp({
		databaseUrl: process.env.DATABASE_URL!,
		dataDir: process.env.DATA_DIR!,
		env: { WORKERS: 'none', LOG_LEVEL: 'error' }
	});
	const days: CrowdedDay[] = [];
	for (let round = 0; round < rounds; round++) {
		const day = await announceDay(hall, size);
		const decided = await stormDay(hall, day, [app.url], 2_000);
		const { taken, here, people } = await countedOn(hall, day);
		const times = decided.map(({ ms }) => ms);
		days.push({
			told: decided.filter(({ status }) => status === 303).length,
			counted: people,
			oversold: [...taken, ...here].filter((count) => count > size.places).length,
			broken: decided.filter(({ status }) => status !== 303 && status !== 409).length,
			busy: decided.filter(({ first }) => first === 503).length / decided.length,
			p50: atShare(times, 0.5),
			p99: atShare(times, 0.99)
		});
	}
	await app.stop();
	return days;
}
