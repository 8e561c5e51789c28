import type { Actor } from '#lib/accounts/people.ts';
import { chooseMembers, chooseResidents, startCampaign } from '#lib/pairings/campaign.server.ts';
import { approvePairs } from '#lib/pairings/approve.server.ts';
import { acceptPairing, agreeFirstMeeting, recordMeeting } from '#lib/pairings/meet.server.ts';
import { forbidPair } from '#lib/pairings/adjust.server.ts';
import type { Two } from '#lib/pairings/pair-up.ts';
import type { CampaignKind } from '#lib/pairings/pairings.ts';
import { keepPlan, pairUp, readCampaign, without } from '#lib/pairings/plan.server.ts';
import { proposalsOf } from '#lib/pairings/queries.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { instantAt } from '#lib/shared/time.ts';
import { smallWorld, zone, type SmallWorld } from './small-world.ts';

/** Monday morning. */
export const monday = instantAt('2026-11-23', '08:00', zone);
export const on = (day: string, clock: string) => instantAt(day, clock, zone);

/** A campaign of a small street. */
export interface PairsCast {
	world: SmallWorld;
	min: Actor;
	gang: Actor;
	/** In the first, second and third building. */
	residents: Actor[];
	members: Actor[];
	campaignId: string;
}

/** As many residents as members, door to door; nobody is paired yet. */
export async function pairsCast(
	count = 3,
	{ kind = 'companion' as CampaignKind, alarmMinutes = null as number | null } = {}
): Promise<PairsCast> {
	const world = await smallWorld(monday);
	const min = await world.person('李敏', { roles: ['staff'], building: 4 });
	const gang = await world.person('方志刚', { roles: ['staff'], building: 4 });
	const residents: Actor[] = [];
	const members: Actor[] = [];
	for (let at = 0; at < count; at++) {
		residents.push(await world.person(`居民${at}`, { building: at, phone: `1390000000${at}` }));
		members.push(await world.volunteer(`党员${at}`, { building: at, skill: 'companionship' }));
	}
	const campaignId = newId();
	await world.run(async (scope) => {
		await startCampaign(
			scope,
			min,
			{
				id: campaignId,
				kind,
				name: '百名结对',
				purpose: null,
				fromDay: '2026-11-23',
				toDay: '2027-06-30',
				need: 'chat',
				minutes: 60,
				rhythm: 'weekly',
				pairsPerMember: 1,
				alarmMinutes
			},
			monday
		);
		const ids = (people: Actor[]) => people.map(({ personId }) => personId);
		await chooseMembers(scope, min, { id: campaignId, personIds: ids(members) }, monday);
		await chooseResidents(scope, min, { id: campaignId, personIds: ids(residents) }, monday);
	});
	return { world, min, gang, residents, members, campaignId };
}

/** Pairs a campaign as the button does: read, solve outside of any transaction, keep. */
export async function pairAll({ world, min, campaignId: id }: PairsCast, now = monday): Promise<void> {
	const { version, campaign } = await world.run((scope) => readCampaign(scope, id, now, zone));
	const pairing = await pairUp(campaign);
	await world.run((scope) => keepPlan(scope, min, { id, version, pairing }, now));
}

/** Rules a pair out as the button does. */
export async function forbid({ world, min, campaignId: id }: PairsCast, pair: Two): Promise<void> {
	const { version, campaign } = await world.run((scope) => readCampaign(scope, id, monday, zone));
	const pairing = await pairUp(without(campaign, pair));
	await world.run((scope) => forbidPair(scope, min, { id, pair, version, pairing }, monday));
}

/** The plan as pairs of ids. */
export async function planOf({
	world,
	campaignId
}: PairsCast): Promise<[resident: string, member: string][]> {
	const rows = await world.run((scope) => proposalsOf(scope, campaignId));
	return rows.flatMap(({ residentId, memberId }): [string, string][] =>
		memberId ? [[residentId, memberId]] : []
	);
}

/** Approves the whole plan. */
export async function approveAll(cast: PairsCast, now = monday) {
	const pairs = (await planOf(cast)).map(([residentId, memberId]) => ({ residentId, memberId }));
	const { world, min, campaignId: id } = cast;
	return world.run((scope) => approvePairs(scope, min, { id, pairs }, now, zone));
}

/** The first resident's pair, accepted. */
export async function acceptedPair(cast: PairsCast): Promise<{ id: string; member: Actor; resident: Actor }> {
	await pairAll(cast);
	const { pairings } = await approveAll(cast);
	const resident = cast.residents[0]!;
	const mine = pairings.find(({ residentId }) => residentId === resident.personId)!;
	const member = cast.members.find(({ personId }) => personId === mine.memberId)!;
	await cast.world.run((scope) => acceptPairing(scope, member, mine.id, monday, zone));
	return { id: mine.id, member, resident };
}

/** The same after the first meeting, on Tuesday at three. */
export async function pairThatMet(cast: PairsCast): Promise<{ id: string; member: Actor; resident: Actor }> {
	const pair = await acceptedPair(cast);
	const { world } = cast;
	const start = on('2026-11-24', '15:00');
	await world.run((scope) => agreeFirstMeeting(scope, pair.member, { id: pair.id, start }, monday, zone));
	const met = { id: pair.id, minutes: 50, word: 'good', note: null } as const;
	await world.run((scope) => recordMeeting(scope, pair.member, met, on('2026-11-24', '15:55')));
	return pair;
}
