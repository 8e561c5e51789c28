import { Agent } from 'node:http';
import { eq } from 'drizzle-orm';
import { codesOf } from '#lib/cleanups/check-in.server.ts';
import { cleanupAreas, cleanups, cleanupSignUps } from '#lib/cleanups/tables.server.ts';
import { randomFrom } from '#lib/demo/random.ts';
import { newId } from '#lib/shared/ids.ts';
import { dayOf, hour } from '#lib/shared/time.ts';
import { zone } from '../small-world.ts';
import type { Hall } from './hall.ts';
import { press, untilDecided, type Decided } from './press.ts';

/** A campaign day that has begun, in the community that everybody storms. */
export interface Campaign {
	cleanupId: string;
	areaIds: string[];
}

/** Announces a day with areas that have so many places each. */
export async function announceDay(
	{ world: { run, communityId }, clients }: Hall,
	{ areas, places }: { areas: number; places: number },
	now = new Date()
): Promise<Campaign> {
	const [cleanupId, areaIds] = [newId(), Array.from({ length: areas }, newId)];
	const during = { start: new Date(+now - hour), end: new Date(+now + hour) };
	await run(async ({ tx }) => {
		await tx.insert(cleanups).values({
			...{
				communityId,
				id: cleanupId,
				theme: 'cleanliness',
				name: '大清扫',
				nameEn: '',
				words: '',
				wordsEn: ''
			},
			...{ localDay: dayOf(now, zone), during, status: 'running', createdBy: clients[0]!.personId },
			...{ createdAt: now, announcedAt: now }
		});
		await tx.insert(cleanupAreas).values(
			areaIds.map((id, at) => ({
				...{ communityId, id, cleanupId, name: `${at + 1} 片`, work: '', meetAt: '', needed: places, places }
			}))
		);
	});
	return { cleanupId, areaIds };
}

/** Everybody reads the code of an area and checks in at once, nobody being on its list; when all were told, they do it again. */
export async function stormDay(
	{ slug, clients }: Hall,
	{ cleanupId, areaIds }: Campaign,
	urls: readonly string[],
	retryAfter = 200
): Promise<(Decided & { again: number | null })[]> {
	const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
	const codes = areaIds.map((id) => codesOf(id, new Date())[0]!.code);
	const random = randomFrom(areaIds.length, 'campaign day');
	const sends = clients.map(({ cookie }, at) => {
		const area = at % areaIds.length;
		const button = { url: urls[at % urls.length]!, path: `/${slug}/cleanups/${cleanupId}?/check`, cookie };
		const form = { key: newId(), date: areaIds[area]!, code: codes[area]! };
		return () => untilDecided(() => press(agent, button, form), retryAfter * (0.5 + random.next()));
	});
	const decided = await Promise.all(sends.map((send) => send()));
	const again = await Promise.all(sends.map((send) => send()));
	agent.destroy();
	return decided.map((one, at) => ({ ...one, again: again[at]!.status }));
}

/** Places that are taken and who is there, for each area, and how many different people they are. */
export function countedOn(
	{ world }: Hall,
	{ cleanupId, areaIds }: Campaign
): Promise<{ taken: number[]; here: number[]; people: number }> {
	return world.run(async ({ tx }) => {
		const areas = await tx.select().from(cleanupAreas).where(eq(cleanupAreas.cleanupId, cleanupId));
		const listed = await tx.select().from(cleanupSignUps).where(eq(cleanupSignUps.cleanupId, cleanupId));
		const here = listed.filter(({ cameAt, endedAt }) => cameAt !== null && endedAt === null);
		return {
			taken: areaIds.map((id) => areas.find((one) => one.id === id)!.taken),
			here: areaIds.map((id) => here.filter(({ areaId }) => areaId === id).length),
			people: new Set(here.map(({ personId }) => personId)).size
		};
	});
}
