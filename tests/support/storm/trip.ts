import { Agent } from 'node:http';
import { eq } from 'drizzle-orm';
import { activities, occurrences, signUps } from '#lib/activities/tables.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { day, dayOf, hour } from '#lib/shared/time.ts';
import { zone } from '../small-world.ts';
import type { Hall } from './hall.ts';
import { press, untilDecided } from './press.ts';

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

/** Everybody signs up at once, at all instances; the statuses of the answers. */
export async function stormTrip(
	{ slug, clients }: Hall,
	{ activityId, occurrenceId }: Trip,
	urls: readonly string[]
): Promise<(number | null)[]> {
	const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
	const path = `/${slug}/activities/${activityId}?/sign`;
	const decided = await Promise.all(
		clients.map(({ personId, cookie }, at) => {
			const form = { key: newId(), target: occurrenceId, for: personId };
			const button = { url: urls[at % urls.length]!, path, cookie };
			return untilDecided(() => press(agent, button, form), 200);
		})
	);
	agent.destroy();
	return decided.map(({ status }) => status);
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
