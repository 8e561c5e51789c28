import { describe, expect, it } from 'vitest';
import { withdrawConsent } from '#lib/accounts/consent.server.ts';
import { phoneOf } from '#lib/accounts/open.server.ts';
import type { Actor } from '#lib/accounts/people.ts';
import { guestFrom } from '#lib/accounts/guest-queries.server.ts';
import { listPeople } from '#lib/accounts/list-queries.server.ts';
import { claimPerson, personById } from '#lib/accounts/queries.server.ts';
import { openingsOf } from '#lib/audit/queries.server.ts';
import { noticesOf } from '#lib/notifications/queries.server.ts';
import { lockPair } from '#lib/pairings/adjust.server.ts';
import { changeCampaign, chooseMembers, roomFor } from '#lib/pairings/campaign.server.ts';
import { declinePairing } from '#lib/pairings/end.server.ts';
import { memberFacts, residentFacts, settingOf } from '#lib/pairings/facts.server.ts';
import { acceptPairing } from '#lib/pairings/meet.server.ts';
import { pairingById, pairingsOf } from '#lib/pairings/pair-queries.server.ts';
import { campaignById, memberIdsOf, proposalsOf } from '#lib/pairings/queries.server.ts';
import { sendPairingOffer } from '#lib/pairings/send-offer.server.ts';
import { costOf, unpairedCost } from '#lib/pairings/score.ts';
import { newId } from '#lib/shared/ids.ts';
import { changeJoint, closeJoint, startJointCampaign } from '#lib/subdistrict/campaign.server.ts';
import { elsewhereOf } from '#lib/subdistrict/elsewhere.server.ts';
import { keepJoint } from '#lib/subdistrict/keep.server.ts';
import { jointLines } from '#lib/subdistrict/list.server.ts';
import { jointOverview } from '#lib/subdistrict/overview.server.ts';
import { pairJointly } from '#lib/subdistrict/pair.server.ts';
import { readJoint } from '#lib/subdistrict/read.server.ts';
import { jointReport } from '#lib/subdistrict/report.server.ts';
import { sendHome } from '#lib/volunteers/host.server.ts';
import { volunteerRows } from '#lib/volunteers/queries.server.ts';
import {
	approveIn,
	jointCast,
	newAccount,
	pairAllOver,
	planIn,
	said,
	supervisorOf,
	type JointCast,
	type Side
} from '../support/joint-cast.ts';
import { openApp } from '../support/open-app.ts';
import { monday } from '../support/pairs-cast.ts';
import { smallWorld, zone } from '../support/small-world.ts';

openApp();

/** Two members at home in the east, one resident there and two in the west, who has one member. */
const cast = () => jointCast({ members: 2, residents: 1 }, { members: 1, residents: 2 });

const guestIn = (side: Side, who: Actor) => side.world.run((scope) => guestFrom(scope, who.personId));
const toldTo = async ({ world, staff }: Side) =>
	(await world.run((scope) => noticesOf(scope, staff.personId))).map(({ template }) => template);

describe('a campaign of a sub-district', () => {
	it('stands in each of its communities, whose staff are told', async () => {
		const { supervisor, id, east, west } = await cast();
		for (const side of [east, west]) {
			expect(await side.world.run((scope) => campaignById(scope, side.campaignId))).toMatchObject({
				name: said.name,
				subdistrictCampaignId: id,
				createdBy: null
			});
			expect(await toldTo(side)).toEqual(['staff_campaign_started']);
		}
		expect(await jointLines(supervisor)).toMatchObject([{ id, residents: 3, pairs: 0 }]);
	});

	it('pressed twice is begun once; under an id of somebody else it is refused', async () => {
		const { supervisor, id, east, west } = await cast();
		const communityIds = [east.world.communityId, west.world.communityId];
		await startJointCampaign(supervisor, { id, communityIds, said }, monday);
		expect(await jointLines(supervisor)).toHaveLength(1);
		const colleague = await supervisorOf(east.world.subdistrictId);
		await expect(startJointCampaign(colleague, { id, communityIds, said }, monday)).rejects.toMatchObject({
			code: 'id_in_use'
		});
	});

	it('is over two communities of one’s own sub-district at least', async () => {
		const { supervisor, east } = await cast();
		const strange = await smallWorld(monday);
		const own = east.world.communityId;
		for (const communityIds of [[], [own], [own, own], [own, strange.communityId]]) {
			await expect(
				startJointCampaign(supervisor, { id: newId(), communityIds, said }, monday)
			).rejects.toMatchObject({ code: 'invalid', detail: 'communities' });
		}
	});

	it('does not exist for the supervisor of another one', async () => {
		const { id } = await cast();
		const stranger = await supervisorOf((await smallWorld(monday)).subdistrictId);
		expect(await jointLines(stranger)).toEqual([]);
		const tries = [
			() => jointOverview(stranger, id),
			() => jointReport(stranger, id, monday),
			() => readJoint(stranger, id, monday),
			() => keepJoint(stranger, { id, versions: new Map(), pairing: { cost: 0, plans: [] } }, monday),
			() => changeJoint(stranger, { id, said }, monday),
			() => closeJoint(stranger, id, monday)
		];
		for (const one of tries) await expect(one()).rejects.toMatchObject({ code: 'not_found' });
	});

	it('is changed by the sub-district, everywhere, and not by a community', async () => {
		const { supervisor, id, east, west } = await cast();
		const change = { ...said, kind: 'companion' as const, id: east.campaignId };
		await expect(
			east.world.run((scope) => changeCampaign(scope, east.staff, change, monday))
		).rejects.toMatchObject({ code: 'not_allowed', detail: 'subdistrict_campaign' });
		await changeJoint(supervisor, { id, said: { ...said, name: '换个名字' } }, monday);
		for (const { world, campaignId } of [east, west]) {
			expect((await world.run((scope) => campaignById(scope, campaignId)))?.name).toBe('换个名字');
		}
	});
});

/** What the two streets cost at least, by trying everything; the way across counts as the whole reach. */
async function cheapest({ east, west }: JointCast): Promise<number> {
	const sides = await Promise.all(
		[east, west].map(({ world, campaignId, residents }) =>
			world.run(async (scope) => {
				const campaign = (await campaignById(scope, campaignId))!;
				const ids = residents.map(({ personId }) => personId);
				return {
					campaign,
					residents: await residentFacts(scope, campaign, monday),
					members: (await memberFacts(scope, campaignId, ids, '2026-11-23')).members
				};
			})
		)
	);
	const setting = settingOf(sides[0]!.campaign, '2026-11-23');
	const members = sides.flatMap(({ members }, home) => members.map((facts) => ({ home, facts })));
	const residents = sides.flatMap(({ residents }, side) => residents.map((facts) => ({ side, facts })));
	const guest = { place: null, householdId: null, cardStatus: 'guest' as const };
	const costs = residents.map(({ side, facts }) =>
		members.map((one) => costOf(facts, one.home === side ? one.facts : { ...one.facts, ...guest }, setting))
	);
	const best = (row: number, taken: ReadonlySet<number>): number => {
		if (row === costs.length) return 0;
		const without = unpairedCost.usual + best(row + 1, taken);
		const free = costs[row]!.flatMap((cost, at) => (taken.has(at) ? [] : { cost, at }));
		return Math.min(without, ...free.map(({ cost, at }) => cost + best(row + 1, new Set([...taken, at]))));
	};
	return best(0, new Set());
}

describe('pairing over two communities', () => {
	it('costs what the best of all pairings costs', async () => {
		const streets = await jointCast({ members: 3, residents: 2 }, { members: 1, residents: 3 });
		const least = await cheapest(streets);
		const { pairing, kept } = await pairAllOver(streets);
		expect(pairing.cost).toBe(least);
		expect(kept).toEqual({ pairs: 4, across: 1 });
	});

	it('gives each community its plan, and tells its staff', async () => {
		const { east, west, ...rest } = await cast();
		await pairAllOver({ east, west, ...rest });
		expect(await planIn(east)).toHaveLength(1);
		const plan = await planIn(west);
		expect(plan).toHaveLength(2);
		const guest = await guestIn(west, east.members[1]!);
		expect(plan.map(({ memberId }) => memberId)).toContain(guest?.personId);
		for (const side of [east, west]) expect(await toldTo(side)).toContain('staff_campaign_paired');
	});

	it('asks nobody across a border who did not agree', async () => {
		const streets = await cast();
		const { east, west } = streets;
		for (const actor of east.members) {
			await east.world.run((scope) => withdrawConsent(scope, actor, 'neighbours', monday));
		}
		expect((await pairAllOver(streets)).kept).toEqual({ pairs: 2, across: 0 });
		expect(await planIn(west)).toHaveLength(1);
	});

	it('promises nobody twice: who goes elsewhere has no room at home, and the other way round', async () => {
		const streets = await cast();
		const { east, west } = streets;
		await pairAllOver(streets);
		const goes = east.members[1]!;
		const room = async (side: Side, personId: string) =>
			side.world.run(async (scope) => {
				const campaign = (await campaignById(scope, side.campaignId))!;
				return (await roomFor(scope, campaign, [personId]))[0];
			});
		expect(await room(east, goes.personId)).toBe(0);
		expect(await room(east, east.members[0]!.personId)).toBe(1);
		expect(await room(west, (await guestIn(west, goes))!.personId)).toBe(1);
		await approveIn(west);
		await pairAllOver(streets);
		expect(await planIn(west)).toEqual([]);
		expect(await room(east, goes.personId)).toBe(0);
		expect(await room(west, (await guestIn(west, goes))!.personId)).toBe(0);
	});

	it('keeps what staff have locked on their board', async () => {
		const streets = await cast();
		const { west } = streets;
		await pairAllOver(streets);
		const [pair] = await planIn(west);
		await west.world.run((scope) =>
			lockPair(scope, west.staff, { id: west.campaignId, pair: pair!, locked: true }, monday)
		);
		await pairAllOver(streets);
		const rows = await west.world.run((scope) => proposalsOf(scope, west.campaignId));
		expect(rows).toContainEqual(expect.objectContaining({ ...pair, locked: true }));
	});

	it('is written everywhere or nowhere: not over a plan that staff have changed meanwhile', async () => {
		const { supervisor, id, east, west } = await cast();
		const { parts, versions } = await readJoint(supervisor, id, monday);
		const pairing = await pairJointly(parts);
		const personIds = west.members.map(({ personId }) => personId);
		await west.world.run((scope) =>
			chooseMembers(scope, west.staff, { id: west.campaignId, personIds }, monday)
		);
		await expect(keepJoint(supervisor, { id, versions, pairing }, monday)).rejects.toMatchObject({
			code: 'changed_meanwhile',
			detail: 'campaign'
		});
		expect(await planIn(east)).toEqual([]);
		expect(await guestIn(west, east.members[1]!)).toBeUndefined();
	});
});

describe('a guest', () => {
	it('is made once, however often all are paired, and brings what pairing needs and no more', async () => {
		const streets = await cast();
		const { east, west } = streets;
		await pairAllOver(streets);
		const first = (await guestIn(west, east.members[1]!))!;
		await pairAllOver(streets);
		expect(await guestIn(west, east.members[1]!)).toEqual(first);
		const person = (await west.world.run((scope) => personById(scope, first.personId)))!;
		expect(person).toMatchObject({ name: '东党员1', kind: 'guest', householdId: null });
		expect(await west.world.run((scope) => phoneOf(scope, person))).toBe('13800001001');
		const search = { tokens: [], show: 'all' as const, limit: 100, offset: 0 };
		const called = (await west.world.run((scope) => listPeople(scope, search))).filter(
			({ name }) => name === '东党员1'
		);
		expect(called).toHaveLength(1);
		const opened = await east.world.run((scope) => openingsOf(scope, east.members[1]!.personId));
		expect(opened).toMatchObject([{ what: 'phone', reason: 'lent' }]);
	});

	it('who is known there already, by phone and name, is that person, on the card of that community', async () => {
		const streets = await cast();
		const { east, west } = streets;
		const phone = '13800001001';
		const same = await west.world.volunteer('东党员1', { building: 3, skill: 'companionship', phone });
		await pairAllOver(streets);
		expect((await guestIn(west, east.members[1]!))?.personId).toBe(same.personId);
		const card = (await west.world.run((scope) => volunteerRows(scope))).find(
			(one) => one.card.personId === same.personId
		);
		expect(card).toMatchObject({ card: { status: 'approved' }, name: '东党员1' });
		const again = await pairAllOver(streets);
		expect(again.kept.pairs).toBe(3);
	});

	it('is offered companions and no requests', async () => {
		const streets = await cast();
		const { east, west } = streets;
		await pairAllOver(streets);
		const { personId } = (await guestIn(west, east.members[1]!))!;
		const cards = await west.world.run((scope) => volunteerRows(scope));
		expect(cards.map(({ card }) => card.personId)).not.toContain(personId);
	});

	it('stays a member whoever staff choose, and leaves when nobody is planned any longer', async () => {
		const streets = await cast();
		const { east, west } = streets;
		await pairAllOver(streets);
		const { personId } = (await guestIn(west, east.members[1]!))!;
		const members = () => west.world.run((scope) => memberIdsOf(scope, west.campaignId));
		await west.world.run((scope) =>
			chooseMembers(scope, west.staff, { id: west.campaignId, personIds: [] }, monday)
		);
		expect(await members()).toEqual([personId]);
		await east.world.run((scope) => withdrawConsent(scope, east.members[1]!, 'neighbours', monday));
		await east.world.run((scope) => withdrawConsent(scope, east.members[0]!, 'neighbours', monday));
		await pairAllOver(streets);
		expect(await members()).toEqual([]);
	});

	it('who said no is not asked again for the same resident', async () => {
		const streets = await jointCast({ members: 1, residents: 0 }, { members: 0, residents: 1 });
		const { east, west } = streets;
		await pairAllOver(streets);
		const [pairing] = (await approveIn(west)).pairings;
		const guest = { ...east.members[0]!, personId: pairing!.memberId };
		await west.world.run((scope) => declinePairing(scope, guest, pairing!.id, monday));
		expect((await pairAllOver(streets)).kept.pairs).toBe(0);
	});

	it('who no longer agrees is called home, and the pair ends', async () => {
		const streets = await jointCast({ members: 1, residents: 0 }, { members: 0, residents: 1 });
		const { east, west } = streets;
		await pairAllOver(streets);
		const [pairing] = (await approveIn(west)).pairings;
		const homePersonId = east.members[0]!.personId;
		await west.world.run((scope) => sendHome(scope, { homePersonId }, monday));
		const guest = { ...east.members[0]!, personId: pairing!.memberId };
		await expect(
			west.world.run((scope) => acceptPairing(scope, guest, pairing!.id, monday, zone))
		).rejects.toMatchObject({ detail: 'gate' });
	});

	it('accepts with the account of home, and sees the pair there too', async () => {
		const streets = await jointCast({ members: 1, residents: 0 }, { members: 0, residents: 1 });
		const { east, west } = streets;
		const accountId = await newAccount();
		await east.world.run((scope) => claimPerson(scope, east.members[0]!.personId, accountId));
		await pairAllOver(streets);
		const [pairing] = (await approveIn(west)).pairings;
		const seen = () => elsewhereOf(accountId, east.world.communityId, monday);
		await west.world.run((scope) => sendPairingOffer(scope, { pairingId: pairing!.id }, monday));
		expect(await seen()).toMatchObject([{ pairs: [{ id: pairing!.id, offered: true }] }]);
		const guest = { ...east.members[0]!, accountId, personId: pairing!.memberId };
		await west.world.run((scope) => acceptPairing(scope, guest, pairing!.id, monday, zone));
		expect(await west.world.run((scope) => pairingById(scope, pairing!.id))).toMatchObject({
			status: 'setting_up'
		});
		expect(await seen()).toMatchObject([{ pairs: [{ offered: false, title: '西居民0' }] }]);
	});
});

describe('approving', () => {
	it('is for each community’s staff, who see nothing of the other one', async () => {
		const streets = await cast();
		const { supervisor, id, east, west } = streets;
		await pairAllOver(streets);
		expect((await approveIn(east)).pairings).toHaveLength(1);
		expect((await approveIn(west)).pairings).toHaveLength(2);
		expect(await east.world.run((scope) => pairingsOf(scope, west.campaignId))).toEqual([]);
		expect(await east.world.run((scope) => campaignById(scope, west.campaignId))).toBeUndefined();
		const { parts } = await jointOverview(supervisor, id);
		const figures = parts.map(({ communityId, approved, planned }) => ({ communityId, approved, planned }));
		expect(figures).toEqual(
			expect.arrayContaining([
				{ communityId: east.world.communityId, approved: 1, planned: 0 },
				{ communityId: west.world.communityId, approved: 2, planned: 0 }
			])
		);
		const { rows, figures: sums } = await jointReport(supervisor, id, monday);
		expect(rows.map(({ pairs }) => pairs).sort()).toEqual([1, 2]);
		expect(sums[0]?.value).toBe('3');
		await expect(closeJoint(supervisor, id, monday)).rejects.toMatchObject({ detail: 'pairs_live' });
	});
});
