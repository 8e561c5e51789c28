import type { Actor } from '#lib/accounts/people.ts';
import { consentTo } from '#lib/accounts/register.server.ts';
import { accounts, supervisors } from '#lib/accounts/tables.server.ts';
import { inCommon } from '#lib/db/client.server.ts';
import { approvePairs } from '#lib/pairings/approve.server.ts';
import { chooseMembers, chooseResidents } from '#lib/pairings/campaign.server.ts';
import { campaignOfSubdistrict, proposalsOf } from '#lib/pairings/queries.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { startJointCampaign } from '#lib/subdistrict/campaign.server.ts';
import { keepJoint } from '#lib/subdistrict/keep.server.ts';
import { pairJointly, type JointPairing } from '#lib/subdistrict/pair.server.ts';
import { readJoint } from '#lib/subdistrict/read.server.ts';
import { loadSupervisor, type Supervisor } from '#lib/subdistrict/supervisor.server.ts';
import { monday } from './pairs-cast.ts';
import { smallWorld, zone, type SmallWorld } from './small-world.ts';

/** One community of a joint campaign. */
export interface Side {
	world: SmallWorld;
	staff: Actor;
	members: Actor[];
	residents: Actor[];
	/** Of the community's part of the campaign. */
	campaignId: string;
}

/** A campaign of a sub-district over two small streets. */
export interface JointCast {
	supervisor: Supervisor;
	id: string;
	/** Has members to spare. */
	east: Side;
	/** Has residents to spare. */
	west: Side;
}

export const said = {
	name: '两社区结对',
	purpose: null,
	fromDay: '2026-11-23',
	toDay: '2027-06-30',
	need: 'chat',
	minutes: 60,
	rhythm: 'weekly' as const,
	pairsPerMember: 1,
	alarmMinutes: null
};

/** An account that signs in. */
export async function newAccount(): Promise<string> {
	const id = newId();
	const sealed = { phoneSealed: Buffer.of(1), wrappedKey: Buffer.of(1) };
	await inCommon(({ tx }) => tx.insert(accounts).values({ id, phoneHash: id, ...sealed, createdAt: monday }));
	return id;
}

/** Somebody who supervises a sub-district. */
export async function supervisorOf(subdistrictId: string): Promise<Supervisor> {
	const accountId = await newAccount();
	await inCommon(({ tx }) => tx.insert(supervisors).values({ subdistrictId, accountId, since: monday }));
	return (await loadSupervisor(accountId))!;
}

/** Says yes to companions in neighbouring communities. */
export async function agree(world: SmallWorld, actor: Actor): Promise<void> {
	await world.run((scope) => consentTo(scope, actor.personId, ['neighbours'], null, monday));
}

/** Members and residents live from the first house on; all members agreed to be lent. */
export async function jointCast(
	east: { members: number; residents: number },
	west: { members: number; residents: number },
	pairsPerMember = 1
): Promise<JointCast> {
	const first = await smallWorld(monday);
	const second = await smallWorld(monday, undefined, first.subdistrictId);
	const [eastern, western] = [await staffOf(first, '东'), await staffOf(second, '西')];
	const supervisor = await supervisorOf(first.subdistrictId);
	const id = newId();
	const communityIds = [first.communityId, second.communityId];
	await startJointCampaign(supervisor, { id, communityIds, said: { ...said, pairsPerMember } }, monday);
	return {
		supervisor,
		id,
		east: await settle(first, eastern, id, '东', east),
		west: await settle(second, western, id, '西', west)
	};
}

const staffOf = (world: SmallWorld, side: string) =>
	world.person(`${side}工作人员`, { roles: ['staff'], building: 4 });

async function settle(
	world: SmallWorld,
	staff: Actor,
	jointId: string,
	side: string,
	count: { members: number; residents: number }
): Promise<Side> {
	const members: Actor[] = [];
	const residents: Actor[] = [];
	for (let at = 0; at < count.members; at++) {
		const phone = `1380000${side === '东' ? 1 : 2}00${at}`;
		members.push(await world.volunteer(`${side}党员${at}`, { building: at, skill: 'companionship', phone }));
		await agree(world, members[at]!);
	}
	for (let at = 0; at < count.residents; at++) {
		residents.push(await world.person(`${side}居民${at}`, { building: at }));
	}
	const campaign = (await world.run((scope) => campaignOfSubdistrict(scope, jointId)))!;
	const ids = (people: Actor[]) => people.map(({ personId }) => personId);
	await world.run(async (scope) => {
		await chooseMembers(scope, staff, { id: campaign.id, personIds: ids(members) }, monday);
		await chooseResidents(scope, staff, { id: campaign.id, personIds: ids(residents) }, monday);
	});
	return { world, staff, members, residents, campaignId: campaign.id };
}

/** Pairs all communities as the button does: read, solve in no transaction, keep. */
export async function pairAllOver(
	{ supervisor, id }: JointCast,
	now = monday
): Promise<{ pairing: JointPairing; kept: { pairs: number; across: number } }> {
	const { parts, versions } = await readJoint(supervisor, id, now);
	const pairing = await pairJointly(parts);
	return { pairing, kept: await keepJoint(supervisor, { id, versions, pairing }, now) };
}

/** The plan of one community. */
export async function planIn({ world, campaignId }: Side) {
	const rows = await world.run((scope) => proposalsOf(scope, campaignId));
	return rows.flatMap(({ residentId, memberId }) => (memberId ? [{ residentId, memberId }] : []));
}

/** Its staff approve all of it. */
export async function approveIn(side: Side) {
	const { world, staff, campaignId: id } = side;
	const pairs = await planIn(side);
	return world.run((scope) => approvePairs(scope, staff, { id, pairs }, monday, zone));
}
