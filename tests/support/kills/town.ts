import { sql } from 'drizzle-orm';
import type { Actor } from '#lib/accounts/people.ts';
import { appNow } from '#lib/db/clock.server.ts';
import { type Random } from '#lib/demo/random.ts';
import { approve } from '#lib/matching/approve.server.ts';
import { askForHelp } from '#lib/requests/ask.server.ts';
import { offersOf } from '#lib/matching/queries.server.ts';
import { requestById } from '#lib/requests/queries.server.ts';
import { urgencies } from '#lib/requests/requests.ts';
import { newId } from '#lib/shared/ids.ts';
import { addDays, dayOf } from '#lib/shared/time.ts';
import { buildingOf, smallWorld, zone, type SmallWorld } from '../small-world.ts';

/** A community in which many requests are approved, each with volunteers in an order of its own. */
export interface Town {
	world: SmallWorld;
	requestIds: string[];
	volunteers: Map<string, Actor>;
}

const parts = ['morning', 'noon', 'afternoon', 'evening'] as const;

/** Makes the town and approves everything; the offers leave ten seconds later. */
export async function makeTown(
	size: { requests: number; volunteers: number },
	random: Random
): Promise<Town> {
	const world = await smallWorld(appNow());
	const staff = await world.person('李主任', { roles: ['staff'] });
	const volunteers: Actor[] = [];
	for (let at = 0; at < size.volunteers; at++) {
		volunteers.push(await world.volunteer(`邻居${at + 1}`, { building: at % 5, activeTasksMax: 20 }));
	}
	const requestIds: string[] = [];
	for (let at = 0; at < size.requests; at++) requestIds.push(await askFor(world, at, random));
	for (const id of requestIds) {
		const personIds = random
			.shuffled(volunteers)
			.slice(0, random.int(2, 5))
			.map(({ personId }) => personId);
		await world.run(async (scope) => {
			const { version } = (await requestById(scope, id))!;
			const choice = { requestId: id, version, personIds, lift: [], overrideReason: null };
			await approve(scope, staff, choice, appNow(), zone);
		});
	}
	return { world, requestIds, volunteers: new Map(volunteers.map((one) => [one.personId, one])) };
}

/** Help some days ahead, so that nothing is over before it is offered, yet as urgent as drawn. */
async function askFor(world: SmallWorld, at: number, random: Random): Promise<string> {
	const id = newId();
	const resident = await world.person(`居民${at + 1}`, { building: at % 5 });
	const now = appNow();
	await world.run(async (scope) => {
		await askForHelp(
			scope,
			resident,
			{
				id,
				forPersonId: resident.personId,
				need: 'fix_plumbing',
				title: null,
				wish: {
					when: 'date',
					date: addDays(dayOf(now, zone), 10 + (at % 12)),
					part: parts[Math.floor(at / 12) % parts.length]!
				},
				minutes: 40,
				presence: 'home',
				buildingId: await buildingOf(scope, resident.personId),
				peopleNeeded: random.int(1, 2),
				wishGender: null,
				genderIsMust: false,
				wishLanguage: null,
				languageIsMust: false,
				note: null
			},
			now,
			zone
		);
		await scope.tx.execute(sql`update requests set urgency = ${random.pick(urgencies)} where id = ${id}`);
	});
	return id;
}

/** When the next offer should leave or lapse; null where none is open. */
export async function nextStep({ world, requestIds }: Town): Promise<Date | null> {
	const offers = await world.run((scope) => offersOf(scope, requestIds));
	const times = offers.flatMap(({ status, goesOutAt, expiresAt }) => {
		if (status === 'waiting') return [goesOutAt.getTime()];
		return status === 'sent' ? [expiresAt.getTime()] : [];
	});
	return times.length > 0 ? new Date(Math.min(...times)) : null;
}
