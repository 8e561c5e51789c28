import { Agent } from 'node:http';
import postgres from 'postgres';
import { appRole, clientOptions } from '#lib/db/client.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { startApp } from '../../support/app.ts';
import { wrongIn, type Hall, type Wanted } from '../../support/storm/hall.ts';
import { post, type Decided } from '../../support/storm/press.ts';
import { pressing, storm, type Send } from '../../support/storm/storm.ts';
import { atShare, timed } from '../support/figures.ts';
import { startBare } from './bare-process.ts';
import { decider } from './decision.ts';

/** What a storm came to. */
export interface Figures {
	/** Decisions a second. */
	rate: number;
	p99: number;
	booked: number;
	undecided: number;
	/** Share of first answers that were 503. */
	busy: number;
	/** Answers that are neither a booking, a refusal nor 503. */
	broken: number;
	wrong: string[];
}

function figuresOf(decided: readonly Decided[], ms: number, wrong: string[]): Figures {
	const times = decided.map((one) => one.ms);
	return {
		rate: (decided.length / ms) * 1000,
		p99: atShare(times, 0.99),
		booked: decided.filter(({ status }) => status === 303).length,
		undecided: decided.filter(({ status }) => status === null).length,
		busy: decided.filter(({ first }) => first === 503).length / decided.length,
		broken: decided.filter(({ status }) => status !== null && status !== 303 && status !== 409).length,
		wrong
	};
}

/** Two processes that are stormed again and again. */
export interface Stormed {
	storm(wanted: Wanted, seed: number): Promise<Figures>;
	stop(): Promise<void>;
}

/** Two instances of the built app. */
export async function startApps(hall: Hall): Promise<Stormed> {
	const apps = await Promise.all(
		[0, 1].map(() =>
			startApp({
				databaseUrl: process.env.DATABASE_URL!,
				dataDir: process.env.DATA_DIR!,
				env: { WORKERS: 'none', LOG_LEVEL: 'error' }
			})
		)
	);
	const urls = apps.map(({ url }) => url);
	return {
		storm: (wanted, seed) => stormBy(hall, wanted, seed, pressing(hall, wanted, urls)),
		stop: async () => void (await Promise.all(apps.map((app) => app.stop())))
	};
}

/** Two bare endpoints. */
export async function startBares(hall: Hall): Promise<Stormed> {
	const bares = await Promise.all([0, 1].map(() => startBare(hall.world.communityId)));
	return {
		storm: ({ serviceId, ...wanted }, seed) => {
			const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
			const send: Send = async ({ personId, accountId }, { key, start, instance }) => {
				const form = {
					...{ key, account: accountId, for: personId, service: serviceId },
					start: start.toISOString()
				};
				const body = new URLSearchParams(form).toString();
				const { status, text } = await post(agent, bares[instance]!.url, {}, body);
				return { status: status === 200 ? (JSON.parse(text) as { status: number }).status : status };
			};
			const close = () => agent.destroy();
			return stormBy(hall, { serviceId, ...wanted }, seed, Object.assign(send, { close }));
		},
		stop: () => Promise.resolve(bares.forEach((one) => one.stop()))
	};
}

async function stormBy(
	hall: Hall,
	wanted: Wanted,
	seed: number,
	send: Send & { close(): void }
): Promise<Figures> {
	const { decided, ms } = await storm(hall.clients, wanted, send, seed);
	send.close();
	return figuresOf(decided, ms, await wrongIn(hall.world, wanted));
}

/** No HTTP: as many at once as both instances have connections. */
export async function stormSql(hall: Hall, wanted: Wanted): Promise<Figures> {
	const client = postgres(process.env.DATABASE_URL!, {
		...clientOptions,
		max: 20,
		connection: { ...clientOptions.connection, role: appRole }
	});
	const decide = decider(client, hall.world.communityId, wanted.serviceId);
	const line = hall.clients.map((one, at) => ({ ...one, start: wanted.starts[at % wanted.starts.length]! }));
	const decided: Decided[] = [];
	const work = async () => {
		for (let one = line.pop(); one; one = line.pop()) {
			const asked = { ...one, key: newId() };
			const { result: status, ms } = await timed(() => decide(asked));
			decided.push({ status, first: status, ms });
		}
	};
	const { ms } = await timed(() => Promise.all(Array.from({ length: 20 }, work)));
	await client.end();
	return figuresOf(decided, ms, await wrongIn(hall.world, wanted));
}
