import type { Actor } from '#lib/accounts/people.ts';
import { acceptOffer } from '#lib/matching/accept.server.ts';
import { approve, type Choice } from '#lib/matching/approve.server.ts';
import { sendOffer } from '#lib/matching/offer.server.ts';
import { offersOf } from '#lib/matching/queries.server.ts';
import { askForHelp } from '#lib/requests/ask.server.ts';
import { requestById } from '#lib/requests/queries.server.ts';
import type { Wish } from '#lib/requests/windows.ts';
import { newId } from '#lib/shared/ids.ts';
import { instantAt } from '#lib/shared/time.ts';
import { finishTask, startTask } from '#lib/tasks/perform.server.ts';
import { buildingOf, smallWorld, zone, type SmallWorld } from './small-world.ts';

export const morning = instantAt('2026-11-23', '08:00', zone);
export const later = (minutes: number) => new Date(morning.getTime() + minutes * 60_000);
export const seconds = (count: number) => new Date(morning.getTime() + count * 1000);
export const here = { now: morning, zone };

/** A resident, two colleagues at the desk, and two volunteers. */
export interface Cast {
	world: SmallWorld;
	resident: Actor;
	min: Actor;
	gang: Actor;
	near: Actor;
	far: Actor;
}

export async function cast(): Promise<Cast> {
	const world = await smallWorld(morning);
	return {
		world,
		resident: await world.person('陈奶奶', { phone: '13900000001' }),
		min: await world.person('李敏', { roles: ['staff'] }),
		gang: await world.person('方志刚', { roles: ['staff'] }),
		near: await world.volunteer('近邻', { building: 1 }),
		far: await world.volunteer('远邻', { building: 4 })
	};
}

/** A tap to be mended, this afternoon unless another time is wished for. */
export async function ask(
	world: SmallWorld,
	resident: Actor,
	note: string | null = null,
	wish: Wish = { when: 'today', part: 'afternoon' }
): Promise<string> {
	const id = newId();
	await world.run(async (scope) =>
		askForHelp(
			scope,
			resident,
			{
				id,
				forPersonId: resident.personId,
				need: 'fix_plumbing',
				title: null,
				wish,
				minutes: 40,
				presence: 'home',
				buildingId: await buildingOf(scope, resident.personId),
				peopleNeeded: 1,
				wishGender: null,
				genderIsMust: false,
				wishLanguage: null,
				languageIsMust: false,
				note
			},
			morning,
			zone
		)
	);
	return id;
}

/** The choice of these people, of the request as it stands. */
export async function choiceFor(world: SmallWorld, requestId: string, people: Actor[]): Promise<Choice> {
	const request = await world.run((scope) => requestById(scope, requestId));
	return {
		requestId,
		version: request!.version,
		personIds: people.map(({ personId }) => personId),
		lift: [],
		overrideReason: null
	};
}

export const approveAs = (world: SmallWorld, actor: Actor, choice: Choice, now = morning) =>
	world.run((scope) => approve(scope, actor, choice, now, zone));

/** A service from the request to its end; the volunteer says it took 35 minutes. */
export async function served(world: SmallWorld, resident: Actor, staff: Actor, doer: Actor): Promise<string> {
	const id = await ask(world, resident);
	await approveAs(world, staff, await choiceFor(world, id, [doer]));
	const [offer] = await world.run((scope) => offersOf(scope, [id]));
	await world.run((scope) => sendOffer(scope, { offerId: offer!.id }, later(1)));
	const { taskId } = await world.run((scope) => acceptOffer(scope, doer, offer!.id, later(2), zone));
	await world.run((scope) => startTask(scope, doer, taskId, later(360)));
	const done = { id: taskId, minutes: 35, note: null, photoId: null };
	await world.run((scope) => finishTask(scope, doer, done, later(400)));
	return taskId;
}
