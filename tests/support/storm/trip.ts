import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { activities, occurrences, signUps } from '#lib/activities/tables.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { day, dayOf, hour } from '#lib/shared/time.ts';
import { zone } from '../small-world.ts';
import type { Hall } from './hall.ts';
import { post } from './storm.ts';

/** A trip with seats in the community that everybody storms. */
export interface Trip {
	activityId: string;
	occurrenceId: string;
}

/** Announces a trip for the day after tomorrow. */
export async function announceTrip({ world, clients }: Hall, seats: number, now = new Date()): Promise<Trip> {
	const [activityId, occurrenceId] = [newId(), newId()];
	const { communityId } = world;
	const start = new Date(+now + 2 * day);
	const localDay = dayOf(start, zone);
	await world.run(async ({ tx }) => {
		await tx.insert(activities).values({
			...{ communityId, id: activityId, kind: 'trip', theme: 'culture', name: '一日游', nameEn: '' },
			...{ words: '', wordsEn: '', firstDay: localDay, startMinute: 0, minutes: 60, signUp: 'date', seats },
			...{ status: 'published', ledBy: clients[0]!.personId, createdAt: now, publishedAt: now }
		});
		await tx.insert(occurrences).values({
			...{ communityId, id: occurrenceId, activityId, ruleDay: localDay, localDay, seats },
			...{ during: { start, end: new Date(+start + hour) }, status: 'planned' }
		});
	});
	return { activityId, occurrenceId };
}

/** So often one who was told to come again does. */
const mostTries = 40;

/** Everybody signs up at once, at all instances; the statuses of the answers. */
export async function stormTrip(
	{ slug, clients }: Hall,
	{ activityId, occurrenceId }: Trip,
	urls: readonly string[]
): Promise<number[]> {
	const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
	const statuses = await Promise.all(
		clients.map(async ({ personId, cookie }, at) => {
			const url = urls[at % urls.length]!;
			const headers = { cookie, origin: url, accept: 'application/json', 'x-sveltekit-action': 'true' };
			const body = new URLSearchParams({ key: newId(), target: occurrenceId, for: personId });
			for (let tries = 0; ; tries++) {
				const { status, text } = await post(
					agent,
					`${url}/${slug}/activities/${activityId}?/sign`,
					headers,
					body.toString()
				);
				const said = status === 200 ? (JSON.parse(text) as { status: number }).status : status;
				if (said !== 503 || tries === mostTries) return said;
				await pause(200);
			}
		})
	);
	agent.destroy();
	return statuses;
}

/** Seats that are taken, as counted and as signed up. */
export function seatsTaken(
	{ world }: Hall,
	{ occurrenceId }: Trip
): Promise<[counted: number, listed: number]> {
	return world.run(async ({ tx }) => {
		const [date] = await tx.select().from(occurrences).where(eq(occurrences.id, occurrenceId));
		const listed = await tx.select().from(signUps).where(eq(signUps.occurrenceId, occurrenceId));
		return [date!.taken, listed.filter(({ status }) => status === 'signed').length];
	});
}
