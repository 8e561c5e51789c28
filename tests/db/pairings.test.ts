import { eq, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { keepApart } from '#lib/accounts/avoid.server.ts';
import { withdrawConsent } from '#lib/accounts/consent.server.ts';
import type { Actor } from '#lib/accounts/people.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { noticesOf } from '#lib/notifications/queries.server.ts';
import { campaignBoard } from '#lib/pairings/board.server.ts';
import { assignMember, lockPair, swapPairs } from '#lib/pairings/adjust.server.ts';
import { approvePairs } from '#lib/pairings/approve.server.ts';
import { chooseMembers, chooseResidents, closeCampaign, wishFor } from '#lib/pairings/campaign.server.ts';
import { skillsOfAll } from '#lib/pairings/choose-queries.server.ts';
import { annulVisit, confirmVisit, disputeVisit, reportVisit } from '#lib/pairings/confirm.server.ts';
import {
	declinePairing,
	endByStaff,
	endWithoutConsent,
	refuseCompanion,
	reviewPairing
} from '#lib/pairings/end.server.ts';
import { changeVisitHours, pausePairing, resumePairing } from '#lib/pairings/life.server.ts';
import { acceptPairing, agreeFirstMeeting, moveVisit, skipVisit } from '#lib/pairings/meet.server.ts';
import { changeMember, choicesFor, offerPair } from '#lib/pairings/offer-pair.server.ts';
import { pairingById, pairingsOf, reviewsOf } from '#lib/pairings/pair-queries.server.ts';
import { discardPlan, keepPlan, pairUp, readCampaign } from '#lib/pairings/plan.server.ts';
import { campaignById, proposalsOf } from '#lib/pairings/queries.server.ts';
import { memberPairs } from '#lib/pairings/member-pair.server.ts';
import { sendPairingOffer } from '#lib/pairings/send-offer.server.ts';
import { undoPairs } from '#lib/pairings/undo-approval.server.ts';
import { resumePairings, tendPairing } from '#lib/pairings/tend.server.ts';
import { deskVisit, visitLinesToConfirm, visitsToday } from '#lib/pairings/visit-lines.server.ts';
import { pairAlarms } from '#lib/pairings/waiting.server.ts';
import { visitFigures, visitsOf } from '#lib/pairings/visit-queries.server.ts';
import { recordsOf } from '#lib/records/queries.server.ts';
import { heldSkills } from '#lib/skills/tables.server.ts';
import { cards } from '#lib/volunteers/tables.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { addDays, clockOf, dayOf, type Weekday } from '#lib/shared/time.ts';
import { dropOut, finishTask, startTask } from '#lib/tasks/perform.server.ts';
import { addTask, moveTask, nextVisits } from '#lib/tasks/queries.server.ts';
import { openApp } from '../support/open-app.ts';
import {
	acceptedPair,
	approveAll,
	forbid,
	monday,
	on,
	pairAll,
	pairsCast,
	pairThatMet,
	planOf,
	type PairsCast
} from '../support/pairs-cast.ts';
import { zone, type SmallWorld } from '../support/small-world.ts';

openApp();

/** Seconds after Monday morning. */
const later = (seconds: number) => new Date(monday.getTime() + seconds * 1000);
const ids = (people: { personId: string }[]) => people.map(({ personId }) => personId);
const toldTo = async (world: SmallWorld, personId: string) =>
	(await world.run((scope) => noticesOf(scope, personId))).map(({ template }) => template);
const doorToDoor = ({ residents, members }: PairsCast) =>
	residents.map(({ personId }, at): [string, string] => [personId, members[at]!.personId]).sort();
const visitAhead = async (scope: Scope, id: string) => (await nextVisits(scope, [id])).get(id) ?? null;
const ahead = async (world: SmallWorld, id: string) => {
	const visit = await world.run((scope) => visitAhead(scope, id));
	return visit && `${dayOf(visit.during.start, zone)} ${clockOf(visit.during.start, zone)}`;
};

describe('a campaign', () => {
	it('counts no skill that has expired', async () => {
		const { world, members } = await pairsCast(1);
		const { personId } = members[0]!;
		await world.run(({ tx }) => tx.update(heldSkills).set({ expiresOn: '2026-11-23' }));
		const skillsOn = (today: string) => world.run((scope) => skillsOfAll(scope, today));
		expect((await skillsOn('2026-11-23')).get(personId)?.size).toBe(1);
		expect((await skillsOn('2026-11-24')).get(personId)).toBeUndefined();
	});

	it('is for staff alone, from its beginning to its end', async () => {
		const cast = await pairsCast(1);
		const { world, residents, members, campaignId: id } = cast;
		const [resident, member] = [residents[0]!, members[0]!];
		const pair = { residentId: resident.personId, memberId: member.personId };
		const tries = [
			() => world.run((scope) => chooseMembers(scope, resident, { id, personIds: [] }, monday)),
			() => world.run((scope) => chooseResidents(scope, member, { id, personIds: [] }, monday)),
			() => world.run((scope) => lockPair(scope, resident, { id, pair, locked: true }, monday)),
			() => forbid({ ...cast, min: resident }, pair),
			() => world.run((scope) => approvePairs(scope, member, { id, pairs: [pair] }, monday, zone)),
			() => world.run((scope) => offerPair(scope, member, { id, ...pair }, monday, zone)),
			() => world.run((scope) => discardPlan(scope, resident, id, monday)),
			() => world.run((scope) => closeCampaign(scope, resident, id, monday))
		];
		for (const one of tries) await expect(one()).rejects.toMatchObject({ code: 'not_allowed' });
	});

	it('is of one community: another one finds nothing of it', async () => {
		const here = await pairsCast(1);
		const there = await pairsCast(1);
		await pairAll(here);
		expect(await there.world.run((scope) => campaignById(scope, here.campaignId))).toBeUndefined();
		expect(await there.world.run((scope) => proposalsOf(scope, here.campaignId))).toEqual([]);
		await expect(
			there.world.run((scope) => discardPlan(scope, there.min, here.campaignId, monday))
		).rejects.toMatchObject({ code: 'not_found' });
		const strangers = { id: there.campaignId, personIds: ids(here.members) };
		const { chosen } = await there.world.run((scope) => chooseMembers(scope, there.min, strangers, monday));
		expect(chosen).toBe(0);
	});

	it('takes approved cards and verified residents only', async () => {
		const { world, min, residents, campaignId: id } = await pairsCast(1);
		const stranger = await world.person('新邻居', { verified: false });
		const personIds = [residents[0]!.personId, stranger.personId];
		expect(await world.run((scope) => chooseMembers(scope, min, { id, personIds }, monday))).toEqual({
			chosen: 0
		});
		expect(await world.run((scope) => chooseResidents(scope, min, { id, personIds }, monday))).toEqual({
			chosen: 1
		});
	});

	it('is not closed while pairs go on', async () => {
		const cast = await pairsCast(1);
		await acceptedPair(cast);
		await expect(
			cast.world.run((scope) => closeCampaign(scope, cast.min, cast.campaignId, monday))
		).rejects.toMatchObject({ detail: 'pairs_live' });
	});
});

describe('one overall pairing', () => {
	it('brings together who lives door to door', async () => {
		const cast = await pairsCast();
		await pairAll(cast);
		expect((await planOf(cast)).sort()).toEqual(doorToDoor(cast));
	});

	it('finds nobody for who did not agree, and says so', async () => {
		const cast = await pairsCast(1);
		const { world, min, campaignId: id } = cast;
		const unasked = await world.person('未问过', { consents: false, building: 1 });
		const personIds = [unasked.personId];
		await world.run((scope) => chooseResidents(scope, min, { id, personIds }, monday));
		await pairAll(cast);
		expect(await world.run((scope) => proposalsOf(scope, id))).toMatchObject([
			{ residentId: unasked.personId, memberId: null, stopped: [{ gate: 'consent', count: 1 }] }
		]);
	});

	it('keeps to locks, to what is forbidden and to those kept apart, and shows what that cost', async () => {
		const cast = await pairsCast();
		const { world, min, residents, members, campaignId: id } = cast;
		await pairAll(cast);
		const best = await world.run((scope) => campaignById(scope, id));
		const first = { residentId: residents[0]!.personId, memberId: members[0]!.personId };
		await world.run((scope) =>
			keepApart(scope, min, { personId: members[2]!.personId, otherId: residents[0]!.personId }, monday)
		);
		await forbid(cast, first);
		expect((await planOf(cast)).find(([resident]) => resident === first.residentId)?.[1]).toBe(
			members[1]!.personId
		);
		const second = await world.run((scope) => campaignById(scope, id));
		expect(second!.planCost!).toBe(best!.planCost! + 200);
		const rows = await world.run((scope) => proposalsOf(scope, id));
		const changed = rows.filter(({ beforeId, memberId }) => beforeId !== memberId);
		expect(ids(changed.map(({ residentId }) => ({ personId: residentId }))).sort()).toEqual(
			[residents[0]!.personId, residents[1]!.personId].sort()
		);
	});

	it('swapped by hand stays swapped when the rest is paired anew', async () => {
		const cast = await pairsCast();
		const { world, min, residents, members, campaignId: id } = cast;
		await pairAll(cast);
		const seen = (at: number) => ({
			residentId: residents[at]!.personId,
			memberId: members[at]!.personId
		});
		await world.run((scope) => swapPairs(scope, min, { id, first: seen(0), second: seen(1) }, monday, zone));
		const { planCost, planCostBefore } = (await world.run((scope) => campaignById(scope, id)))!;
		expect(planCost! - planCostBefore!).toBe(200);
		await pairAll(cast);
		const plan = new Map(await planOf(cast));
		expect(plan.get(residents[0]!.personId)).toBe(members[1]!.personId);
		expect(plan.get(residents[1]!.personId)).toBe(members[0]!.personId);
	});

	it('that cannot be swapped says which of the new pairs does not meet which condition', async () => {
		const cast = await pairsCast();
		const { world, residents, members, campaignId: id } = cast;
		await pairAll(cast);
		await world.run(({ tx }) =>
			tx.update(cards).set({ expiresOn: '2026-11-01' }).where(eq(cards.personId, members[0]!.personId))
		);
		const swap: [string, string] = [residents[0]!.personId, residents[1]!.personId];
		const campaign = (await world.run((scope) => campaignById(scope, id)))!;
		const board = await world.run((scope) =>
			campaignBoard(scope, campaign, { of: null, swap }, { now: monday, zone })
		);
		expect(board.swap).toMatchObject({ possible: false });
		const [words, names] = [board.swap!.words, [members[0]!.name, residents[1]!.name, '登记卡']];
		for (const name of names) expect(words).toContain(name);
	});

	it('is not changed by who saw an older one', async () => {
		const cast = await pairsCast();
		const { world, min, gang, residents, members, campaignId: id } = cast;
		await pairAll(cast);
		const seen = (at: number) => ({ residentId: residents[at]!.personId, memberId: members[at]!.personId });
		await world.run((scope) => swapPairs(scope, min, { id, first: seen(0), second: seen(1) }, monday, zone));
		await expect(
			world.run((scope) => swapPairs(scope, gang, { id, first: seen(0), second: seen(2) }, monday, zone))
		).rejects.toMatchObject({ code: 'changed_meanwhile', detail: 'plan' });
		const read = await world.run((scope) => readCampaign(scope, id, monday, zone));
		await world.run((scope) => discardPlan(scope, gang, id, monday));
		const pairing = await pairUp(read.campaign);
		await expect(
			world.run((scope) => keepPlan(scope, min, { id, version: read.version, pairing }, monday))
		).rejects.toMatchObject({ code: 'changed_meanwhile', detail: 'campaign' });
	});

	it('gives a free member to somebody, and a member who is taken to nobody', async () => {
		const cast = await pairsCast(2);
		const { world, min, residents, members, campaignId: id } = cast;
		const late = await world.volunteer('后来的', { building: 4, skill: 'companionship' });
		const personIds = ids([...members, late]);
		await world.run((scope) => chooseMembers(scope, min, { id, personIds }, monday));
		await pairAll(cast);
		const seen = { residentId: residents[0]!.personId, memberId: members[0]!.personId };
		const taken = { id, seen, memberId: members[1]!.personId };
		await expect(world.run((scope) => assignMember(scope, min, taken, monday, zone))).rejects.toMatchObject({
			detail: 'member_taken'
		});
		await world.run((scope) => assignMember(scope, min, { ...taken, memberId: late.personId }, monday, zone));
		expect(new Map(await planOf(cast)).get(seen.residentId)).toBe(late.personId);
	});

	it('can be discarded; who was chosen stays chosen', async () => {
		const cast = await pairsCast();
		await pairAll(cast);
		await cast.world.run((scope) => discardPlan(scope, cast.min, cast.campaignId, monday));
		expect(await planOf(cast)).toEqual([]);
		await pairAll(cast);
		expect(await planOf(cast)).toHaveLength(3);
	});
});

describe('approving', () => {
	it('makes each pair an offer ten seconds later, and leaves the rest in the plan', async () => {
		const cast = await pairsCast();
		const { world, min, members, campaignId: id } = cast;
		await pairAll(cast);
		const [first, ...rest] = (await planOf(cast)).map(([residentId, memberId]) => ({ residentId, memberId }));
		const { pairings } = await world.run((scope) =>
			approvePairs(scope, min, { id, pairs: [first!] }, monday, zone)
		);
		expect(pairings).toMatchObject([first!]);
		const listed = () =>
			world.run((scope) => memberPairs(scope, { ...min, personId: first!.memberId }, { now: monday, zone }));
		expect(await toldTo(world, first!.memberId)).toEqual([]);
		expect(await listed()).toEqual([]);
		for (const now of [later(10), later(11)]) {
			await world.run((scope) => sendPairingOffer(scope, { pairingId: pairings[0]!.id }, now));
		}
		expect(await toldTo(world, first!.memberId)).toEqual(['pairing_offered']);
		expect(await listed()).toHaveLength(1);
		expect(await planOf(cast)).toHaveLength(rest.length);
		expect(await world.run((scope) => campaignById(scope, id))).toMatchObject({ status: 'running' });
		const other = members.find(({ personId }) => personId !== first!.memberId)!;
		expect(await toldTo(world, other.personId)).toEqual([]);
	});

	it('is taken back as one within ten seconds: nobody was asked, and the plan is as it was', async () => {
		const cast = await pairsCast();
		const { world, min, residents, campaignId: id } = cast;
		await pairAll(cast);
		const before = (await planOf(cast)).sort();
		const { pairings } = await approveAll(cast);
		const undo = (actor: Actor, now: Date) =>
			world.run((scope) => undoPairs(scope, actor, { id, at: monday }, now));
		await expect(undo(residents[0]!, later(5))).rejects.toMatchObject({ code: 'not_allowed' });
		await expect(undo(min, later(10))).rejects.toMatchObject({ detail: 'offers_left' });
		expect(await undo(min, later(9))).toBe(3);
		expect((await planOf(cast)).sort()).toEqual(before);
		await world.run((scope) => sendPairingOffer(scope, { pairingId: pairings[0]!.id }, later(10)));
		expect(await toldTo(world, pairings[0]!.memberId)).toEqual([]);
		await expect(undo(min, later(9))).rejects.toMatchObject({ detail: 'offers_left' });
		expect((await approveAll(cast)).pairings).toHaveLength(3);
	});

	it('by two colleagues at the same moment happens once', async () => {
		const cast = await pairsCast();
		const { world, min, gang, campaignId: id } = cast;
		await pairAll(cast);
		const pairs = (await planOf(cast)).map(([residentId, memberId]) => ({ residentId, memberId }));
		const both = await Promise.allSettled(
			[min, gang].map((actor) =>
				world.run((scope) => approvePairs(scope, actor, { id, pairs }, monday, zone))
			)
		);
		expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		const lost = both.find((one) => one.status === 'rejected');
		expect(lost?.reason).toMatchObject({ code: 'changed_meanwhile', detail: 'plan' });
		expect(await world.run((scope) => pairingsOf(scope, id))).toHaveLength(3);
	});

	it('looks at the gates again: who was kept apart meanwhile is without, the others are offered', async () => {
		const cast = await pairsCast();
		const { world, min, residents, members, campaignId: id } = cast;
		await pairAll(cast);
		await world.run((scope) =>
			keepApart(scope, min, { personId: residents[0]!.personId, otherId: members[0]!.personId }, monday)
		);
		const { pairings, refused } = await approveAll(cast);
		expect(refused).toEqual([residents[0]!.personId]);
		expect(pairings).toHaveLength(2);
		expect(await world.run((scope) => proposalsOf(scope, id))).toMatchObject([
			{ residentId: residents[0]!.personId, memberId: null, stopped: [{ gate: 'excluded', count: 1 }] }
		]);
	});
});

describe('an offer to become a companion', () => {
	it('is the member’s to answer; a yes introduces the two', async () => {
		const cast = await pairsCast(1);
		const { world, gang } = cast;
		await pairAll(cast);
		const { id } = (await approveAll(cast)).pairings[0]!;
		await expect(world.run((scope) => acceptPairing(scope, gang, id, monday, zone))).rejects.toMatchObject({
			code: 'not_found'
		});
		await world.run((scope) => acceptPairing(scope, cast.members[0]!, id, monday, zone));
		expect(await world.run((scope) => pairingById(scope, id))).toMatchObject({ status: 'setting_up' });
		expect(await toldTo(world, cast.residents[0]!.personId)).toEqual(['pairing_companion']);
		await expect(
			world.run((scope) => acceptPairing(scope, cast.members[0]!, id, monday, zone))
		).rejects.toMatchObject({ code: 'lapsed', detail: 'pairing_accepted' });
	});

	it('declined goes back to staff, and the two are not paired again', async () => {
		const cast = await pairsCast(1);
		const { world, min, members } = cast;
		await pairAll(cast);
		const { id } = (await approveAll(cast)).pairings[0]!;
		await world.run((scope) => declinePairing(scope, members[0]!, id, monday));
		expect(await toldTo(world, min.personId)).toContain('staff_pairing_declined');
		await pairAll(cast);
		expect(await world.run((scope) => proposalsOf(scope, cast.campaignId))).toMatchObject([
			{ memberId: null, stopped: [{ gate: 'declined', count: 1 }] }
		]);
	});

	it('is refused by a resident who would rather have another one, once they were introduced', async () => {
		const cast = await pairsCast(1);
		const { id, resident, member } = await acceptedPair(cast);
		const { world } = cast;
		await expect(
			world.run((scope) => refuseCompanion(scope, member, { id, words: null }, monday))
		).rejects.toMatchObject({ code: 'not_found' });
		await world.run((scope) => refuseCompanion(scope, resident, { id, words: '想要会下棋的' }, monday));
		expect(await world.run((scope) => pairingById(scope, id))).toMatchObject({
			status: 'ended',
			endReason: 'resident_declined',
			endWords: '想要会下棋的'
		});
		expect(await toldTo(world, cast.min.personId)).toContain('staff_companion_refused');
		expect(await toldTo(world, member.personId)).toContain('pairing_ended');
	});
});

describe('the first meeting', () => {
	it('not agreed on within fourteen days alarms staff, once', async () => {
		const cast = await pairsCast(1);
		const { id } = await acceptedPair(cast);
		const { world, min } = cast;
		await world.run((scope) => tendPairing(scope, { pairingId: id }, on('2026-12-07', '07:59')));
		expect(await toldTo(world, min.personId)).not.toContain('staff_first_meeting_open');
		await world.run((scope) => resumePairings(scope, on('2026-12-07', '08:00')));
		await world.run((scope) => tendPairing(scope, { pairingId: id }, on('2026-12-08', '08:00')));
		const told = await toldTo(world, min.personId);
		expect(told.filter((one) => one === 'staff_first_meeting_open')).toHaveLength(1);
	});

	it('that did not happen alarms staff on the morning after, and can still be recorded', async () => {
		const cast = await pairsCast(1);
		const { id, member } = await acceptedPair(cast);
		const { world, min } = cast;
		const start = on('2026-11-24', '15:00');
		await world.run((scope) => agreeFirstMeeting(scope, member, { id, start }, monday, zone));
		await world.run((scope) => resumePairings(scope, on('2026-11-25', '09:00')));
		expect(await toldTo(world, min.personId)).toContain('staff_first_meeting_missed');
		const visit = await world.run((scope) => visitAhead(scope, id));
		const late = on('2026-11-25', '10:00');
		await world.run((scope) => reportVisit(scope, min, { taskId: visit!.id, minutes: 45 }, late));
		expect(await world.run((scope) => pairingById(scope, id))).toMatchObject({ status: 'going_on' });
	});

	it('gives the visits their weekday and hour, and the first one is made when they have met', async () => {
		const cast = await pairsCast(1);
		const { id } = await pairThatMet(cast);
		expect(await cast.world.run((scope) => pairingById(scope, id))).toMatchObject({
			status: 'going_on',
			metWord: 'good',
			weekdays: [2],
			atMinute: 900
		});
		expect(await ahead(cast.world, id)).toBe('2026-12-01 15:00');
	});

	it('is not at an hour that the member has promised, nor by night, nor in the past', async () => {
		const cast = await pairsCast(1);
		const { id, member, resident } = await acceptedPair(cast);
		const { world } = cast;
		const during = { start: on('2026-11-24', '14:30'), end: on('2026-11-24', '15:30') };
		await world.run((scope) =>
			addTask(scope, {
				id: newId(),
				kind: 'help',
				subjectId: newId(),
				personId: member.personId,
				forPersonId: resident.personId,
				during,
				status: 'planned',
				createdAt: monday
			})
		);
		const agree = (start: Date) => () =>
			world.run((scope) => agreeFirstMeeting(scope, member, { id, start }, monday, zone));
		await expect(agree(on('2026-11-24', '15:00'))).rejects.toMatchObject({ detail: 'busy_then' });
		await expect(agree(on('2026-11-24', '23:00'))).rejects.toMatchObject({ detail: 'night' });
		await expect(agree(on('2026-11-22', '15:00'))).rejects.toMatchObject({ detail: 'past' });
	});
});

describe('visits', () => {
	it('done are confirmed by the resident, count as any service, and the next one was made', async () => {
		const cast = await pairsCast(1);
		const { id, member, resident } = await pairThatMet(cast);
		const { world } = cast;
		const visit = (await world.run((scope) => visitAhead(scope, id)))!;
		await world.run((scope) => startTask(scope, member, visit.id, on('2026-12-01', '15:00')));
		const done = { id: visit.id, minutes: 55, note: null, photoId: null };
		await world.run((scope) => finishTask(scope, member, done, on('2026-12-01', '15:55')));
		expect(await toldTo(world, resident.personId)).toContain('visit_done');
		expect(await ahead(world, id)).toBe('2026-12-08 15:00');
		const said = { taskId: visit.id, rating: 5, thanks: '谢谢' };
		const evening = on('2026-12-01', '20:00');
		await expect(
			world.run((scope) => confirmVisit(scope, member, said, evening, zone))
		).rejects.toMatchObject({ code: 'not_found' });
		await world.run((scope) => confirmVisit(scope, resident, said, evening, zone));
		expect(await world.run((scope) => recordsOf(scope, member.personId))).toMatchObject([
			{ need: 'chat', minutes: 55, rating: 5, confirmedBy: 'receiver', servedOn: '2026-12-01' }
		]);
	});

	it('that did not happen are disputed by the resident within 14 days, and count nowhere until staff decide', async () => {
		const cast = await pairsCast(1);
		const { id, member, resident } = await pairThatMet(cast);
		const { world, campaignId, min: staff } = cast;
		const visit = (await world.run((scope) => visitsOf(scope, id))).find(({ status }) => status === 'done')!;
		const dispute = (who: Actor, now = on('2026-11-25', '09:00')) =>
			world.run((scope) => disputeVisit(scope, who, visit.id, now));
		const figures = async () => (await world.run((scope) => visitFigures(scope, campaignId))).get(id);
		expect(await figures()).toMatchObject({ kept: 1, missed: 0 });
		for (const who of [member, staff]) {
			await expect(dispute(who)).rejects.toMatchObject({ code: 'not_found' });
		}
		await expect(dispute(resident, on('2026-12-09', '09:00'))).rejects.toMatchObject({
			detail: 'dispute_late'
		});
		await dispute(resident);
		expect(await figures()).toMatchObject({ kept: 0, missed: 0 });
		expect(await toldTo(world, staff.personId)).toContain('staff_disputed');
		expect(await toldTo(world, member.personId)).toContain('task_disputed');
		const page = await world.run((scope) => deskVisit(scope, visit.id));
		expect(page!.said).toBe('这次没有来');
		await expect(dispute(resident)).rejects.toMatchObject({ code: 'changed_meanwhile' });

		await world.run((scope) => annulVisit(scope, staff, visit.id, on('2026-11-25', '10:00')));
		expect(await figures()).toMatchObject({ kept: 0, missed: 1 });
		expect(await world.run((scope) => recordsOf(scope, member.personId))).toEqual([]);
	});

	it('may be made before their day when the member says so and is promised to nobody else', async () => {
		const cast = await pairsCast(1);
		const { id, member, resident } = await pairThatMet(cast);
		const { world } = cast;
		const visit = (await world.run((scope) => visitAhead(scope, id)))!;
		const now = on('2026-11-28', '10:00');
		const begin = (early: boolean) => world.run((scope) => startTask(scope, member, visit.id, now, early));
		await expect(begin(false)).rejects.toMatchObject({ code: 'not_possible_now', detail: 'early' });
		const elsewhere = newId();
		await world.run((scope) =>
			addTask(scope, {
				id: elsewhere,
				kind: 'help',
				subjectId: newId(),
				personId: member.personId,
				forPersonId: resident.personId,
				during: { start: on('2026-11-28', '10:30'), end: on('2026-11-28', '11:30') },
				status: 'planned',
				createdAt: monday
			})
		);
		await expect(begin(true)).rejects.toMatchObject({ detail: 'busy_then' });
		await world.run((scope) => moveTask(scope, elsewhere, ['planned'], { status: 'cancelled' }));
		await begin(true);
		expect(await world.run((scope) => visitAhead(scope, id))).toMatchObject({
			status: 'under_way',
			during: { start: now, end: on('2026-11-28', '11:00') }
		});
	});

	it('that nobody began are missed when their day is over, and the next one is made', async () => {
		const cast = await pairsCast(1);
		const { id } = await pairThatMet(cast);
		const { world } = cast;
		await world.run((scope) => resumePairings(scope, on('2026-12-02', '00:00')));
		const [next, missed] = await world.run((scope) => visitsOf(scope, id));
		expect(missed).toMatchObject({ status: 'cancelled', reason: 'missed' });
		expect(dayOf(next!.during.start, zone)).toBe('2026-12-08');
		await world.run((scope) => tendPairing(scope, { pairingId: id }, on('2026-12-02', '00:01')));
		expect(await world.run((scope) => visitsOf(scope, id))).toHaveLength(3);
	});

	it('of home care that have not begun after half an hour alarm staff the same day, exactly once', async () => {
		const cast = await pairsCast(1, { alarmMinutes: 30 });
		const { id } = await pairThatMet(cast);
		const { world, min } = cast;
		await world.run((scope) => resumePairings(scope, on('2026-12-01', '15:29')));
		expect(await toldTo(world, min.personId)).not.toContain('staff_visit_missed');
		await world.run((scope) => resumePairings(scope, on('2026-12-01', '15:30')));
		await world.run((scope) => tendPairing(scope, { pairingId: id }, on('2026-12-01', '16:00')));
		await world.run((scope) => resumePairings(scope, on('2026-12-02', '03:00')));
		const told = await toldTo(world, min.personId);
		expect(told.filter((one) => one === 'staff_visit_missed')).toHaveLength(1);
		expect((await world.run((scope) => pairingById(scope, id)))?.lookAt).toEqual(on('2026-12-08', '15:30'));
	});

	it('find another hour where the member has promised theirs', async () => {
		const cast = await pairsCast(1);
		const { world } = cast;
		const { member, resident, id } = await acceptedPair(cast);
		await world.run((scope) =>
			addTask(scope, {
				id: newId(),
				kind: 'help',
				subjectId: newId(),
				personId: member.personId,
				forPersonId: resident.personId,
				during: { start: on('2026-12-01', '14:30'), end: on('2026-12-01', '15:30') },
				status: 'planned',
				createdAt: monday
			})
		);
		const start = on('2026-11-24', '15:00');
		await world.run((scope) => agreeFirstMeeting(scope, member, { id, start }, monday, zone));
		const visit = (await world.run((scope) => visitAhead(scope, id)))!;
		const done = { id: visit.id, minutes: 50, note: null, photoId: null };
		await world.run((scope) => finishTask(scope, member, done, on('2026-11-24', '15:55')));
		expect(await ahead(world, id)).toBe('2026-12-01 15:30');
	});

	it('are moved or skipped by the resident; the member is told', async () => {
		const cast = await pairsCast(1);
		const { id, member, resident } = await pairThatMet(cast);
		const { world } = cast;
		const now = on('2026-11-25', '09:00');
		const start = on('2026-12-02', '10:00');
		await world.run((scope) => moveVisit(scope, resident, { id, start }, now, zone));
		expect(await ahead(world, id)).toBe('2026-12-02 10:00');
		expect(await toldTo(world, member.personId)).toContain('visit_moved');
		await world.run((scope) => skipVisit(scope, resident, id, now));
		expect(await ahead(world, id)).toBe('2026-12-08 15:00');
		expect(await toldTo(world, member.personId)).toContain('visit_off');
		const [stranger] = [cast.gang].map((one) => ({ ...one, roles: [] }));
		await expect(
			world.run((scope) => moveVisit(scope, stranger!, { id, start }, now, zone))
		).rejects.toMatchObject({ code: 'not_found' });
	});

	it('given up by the member are told to resident and staff, and the next one comes', async () => {
		const cast = await pairsCast(1);
		const { id, member, resident } = await pairThatMet(cast);
		const { world, min } = cast;
		const visit = (await world.run((scope) => visitAhead(scope, id)))!;
		await world.run((scope) =>
			dropOut(scope, member, { id: visit.id, reason: 'ill' }, on('2026-11-30', '09:00'))
		);
		expect(await toldTo(world, resident.personId)).toContain('visit_off');
		expect(await toldTo(world, min.personId)).toContain('staff_visit_dropped');
		expect(await ahead(world, id)).toBe('2026-12-08 15:00');
	});

	it('rest while a pair pauses, and go on by themselves when that is over', async () => {
		const cast = await pairsCast(1);
		const { id } = await pairThatMet(cast);
		const { world, min } = cast;
		const pause = { id, from: '2026-11-30', until: '2026-12-13', reason: 'hospital' } as const;
		await world.run((scope) => pausePairing(scope, min, pause, on('2026-11-29', '09:00'), zone));
		expect(await ahead(world, id)).toBeNull();
		await world.run((scope) => resumePairings(scope, on('2026-12-13', '23:59')));
		expect(await ahead(world, id)).toBeNull();
		await world.run((scope) => resumePairings(scope, on('2026-12-14', '00:00')));
		expect(await ahead(world, id)).toBe('2026-12-15 15:00');
		await world.run((scope) =>
			pausePairing(
				scope,
				min,
				{ ...pause, from: '2026-12-14', until: '2026-12-31' },
				on('2026-12-14', '09:00'),
				zone
			)
		);
		await world.run((scope) => resumePairing(scope, min, id, on('2026-12-15', '09:00')));
		expect(await ahead(world, id)).toBe('2026-12-22 15:00');
	});

	it('rest no longer than a year and than the campaign, and no meeting is agreed on after it', async () => {
		const cast = await pairsCast(1);
		const { id, member } = await pairThatMet(cast);
		const { world, min } = cast;
		const { toDay } = (await world.run((scope) => campaignById(scope, cast.campaignId)))!;
		const after = addDays(toDay, 1);
		const pause = (from: string, until: string) => () =>
			world.run((scope) => pausePairing(scope, min, { id, from, until, reason: 'away' }, monday, zone));
		await expect(pause('2026-12-05', after)).rejects.toMatchObject({ code: 'invalid', detail: 'until' });
		await expect(pause('2026-12-05', '2026-12-04')).rejects.toMatchObject({ detail: 'until' });
		await expect(pause(after, addDays(after, 3))).rejects.toMatchObject({ detail: 'from' });
		await expect(pause('2020-01-01', '2026-12-05')).rejects.toMatchObject({ detail: 'from_past' });
		const move = { id, start: on(after, '15:00') };
		await expect(world.run((scope) => moveVisit(scope, member, move, monday, zone))).rejects.toMatchObject({
			code: 'invalid',
			detail: 'after_campaign'
		});
		await world.run((scope) =>
			pausePairing(scope, min, { id, from: '2026-12-05', until: toDay, reason: 'away' }, monday, zone)
		);
	});

	it('are by day, at whatever hour staff fix them', async () => {
		const cast = await pairsCast(1);
		const { id } = await pairThatMet(cast);
		const change = (atMinute: number, weekdays: Weekday[]) => () =>
			cast.world.run((scope) =>
				changeVisitHours(
					scope,
					cast.min,
					{ id, rhythm: 'weekly', weekdays, atMinute, minutes: 60 },
					on('2026-11-25', '09:00')
				)
			);
		await expect(change(23 * 60 + 50, [2])).rejects.toMatchObject({ code: 'invalid', detail: 'at' });
		await expect(change(6 * 60 + 59, [2])).rejects.toMatchObject({ detail: 'at' });
		await expect(change(15 * 60, [])).rejects.toMatchObject({ detail: 'weekdays' });
		await change(21 * 60, [2])();
	});

	it('before a pause begins are kept', async () => {
		const cast = await pairsCast(1);
		const { id } = await pairThatMet(cast);
		const { world, min } = cast;
		const pause = { id, from: '2026-12-05', until: '2026-12-20', reason: 'away' } as const;
		await world.run((scope) => pausePairing(scope, min, pause, on('2026-11-29', '09:00'), zone));
		expect(await ahead(world, id)).toBe('2026-12-01 15:00');
	});

	it('follow other hours from when staff change them', async () => {
		const cast = await pairsCast(1);
		const { id } = await pairThatMet(cast);
		const { world, min } = cast;
		const hours = { id, rhythm: 'weekly', weekdays: [1, 4], atMinute: 600, minutes: 90 } as const;
		await world.run((scope) => changeVisitHours(scope, min, hours, on('2026-11-25', '09:00')));
		expect(await ahead(world, id)).toBe('2026-12-03 10:00');
	});

	it('are not made beyond the last day of the campaign', async () => {
		const cast = await pairsCast(1);
		const { id } = await pairThatMet(cast);
		await cast.world.run((scope) => resumePairings(scope, on('2027-06-30', '00:00')));
		expect(await ahead(cast.world, id)).toBeNull();
		expect((await cast.world.run((scope) => pairingById(scope, id)))?.lookAt).toBeNull();
	});
});

describe('a pair', () => {
	it('gets another member with a reason; the old pair stays in the history', async () => {
		const cast = await pairsCast(2);
		const { id, resident } = await pairThatMet(cast);
		const { world, min, campaignId } = cast;
		const late = await world.volunteer('后来的', { building: 4, skill: 'companionship' });
		const personIds = ids([...cast.members, late]);
		const now = on('2026-11-25', '09:00');
		await world.run((scope) => chooseMembers(scope, min, { id: campaignId, personIds }, now));
		const campaign = (await world.run((scope) => campaignById(scope, campaignId)))!;
		const choices = await world.run((scope) => choicesFor(scope, campaign, resident.personId, 8, now, zone));
		expect(choices.map(({ memberId, room }) => [memberId, room])).toContainEqual([late.personId, 1]);
		const change = { id, memberId: late.personId, reason: 'member_busy', words: '调去外地' } as const;
		const { pairingId } = await world.run((scope) => changeMember(scope, min, change, now, zone));
		expect(await world.run((scope) => pairingById(scope, pairingId))).toMatchObject({
			status: 'offered',
			followsId: id,
			residentId: resident.personId
		});
		expect(await world.run((scope) => pairingById(scope, id))).toMatchObject({
			status: 'ended',
			endReason: 'member_busy',
			endWords: '调去外地'
		});
		expect(await ahead(world, id)).toBeNull();
		await expect(
			world.run((scope) =>
				offerPair(
					scope,
					min,
					{ id: campaignId, residentId: resident.personId, memberId: cast.members[1]!.personId },
					now,
					zone
				)
			)
		).rejects.toMatchObject({ code: 'already_taken', detail: 'companion' });
	});

	it('that ended is looked back on by each of the two and by staff, and by nobody else', async () => {
		const cast = await pairsCast(2);
		const { id, member, resident } = await pairThatMet(cast);
		const { world, min } = cast;
		const now = on('2026-11-26', '09:00');
		const review = { id, stars: 5, wouldGoOn: true, words: '很投缘' };
		await expect(world.run((scope) => reviewPairing(scope, resident, review, now))).rejects.toMatchObject({
			detail: 'pair_lives'
		});
		const end = { id, reason: 'no_longer_needed', words: null } as const;
		await world.run((scope) => endByStaff(scope, min, end, now));
		for (const actor of [resident, member, min])
			await world.run((scope) => reviewPairing(scope, actor, review, now));
		await world.run((scope) => reviewPairing(scope, resident, { ...review, stars: 4 }, now));
		await expect(
			world.run((scope) => reviewPairing(scope, cast.residents[1]!, review, now))
		).rejects.toMatchObject({ code: 'not_found' });
		const said = await world.run((scope) => reviewsOf(scope, [id]));
		expect(said.map(({ reviewer, stars }) => [reviewer, stars]).sort()).toEqual([
			['member', 5],
			['resident', 4],
			['staff', 5]
		]);
	});

	it('is nobody’s in another community, and its verbs find nothing there', async () => {
		const cast = await pairsCast(1);
		const { id, member } = await pairThatMet(cast);
		const there = await pairsCast(1);
		const stranger = { ...member, personId: there.members[0]!.personId };
		const end = { id, reason: 'other', words: null } as const;
		const tries = [
			() => there.world.run((scope) => endByStaff(scope, there.min, end, monday)),
			() => there.world.run((scope) => resumePairing(scope, there.min, id, monday)),
			() => there.world.run((scope) => acceptPairing(scope, member, id, monday, zone)),
			() => cast.world.run((scope) => declinePairing(scope, stranger, id, monday))
		];
		for (const one of tries) await expect(one()).rejects.toMatchObject({ code: 'not_found' });
		expect(await there.world.run((scope) => pairingById(scope, id))).toBeUndefined();
	});

	it('is looked at by the queue when something falls due, and by two at once as by one', async () => {
		const cast = await pairsCast(1);
		const { id } = await pairThatMet(cast);
		const { world } = cast;
		const jobs = await world.run(({ tx }) =>
			tx.execute(
				sql`select count(*)::int as count from pgboss.job where name = 'pairing.look' and data->'data'->>'pairingId' = ${id}`
			)
		);
		// for the answer, the date, the first meeting and the first visit
		expect(jobs[0]?.count).toBe(4);
		const midnight = on('2026-12-02', '00:00');
		await Promise.all(
			[1, 2, 3].map(() => world.run((scope) => tendPairing(scope, { pairingId: id }, midnight)))
		);
		const visits = await world.run((scope) => visitsOf(scope, id));
		expect(visits.map(({ status }) => status)).toEqual(['planned', 'cancelled', 'done']);
	});

	it('ends when the resident no longer agrees', async () => {
		const cast = await pairsCast(1);
		const { id, resident, member } = await pairThatMet(cast);
		const { world } = cast;
		await world.run((scope) => withdrawConsent(scope, resident, 'matching', monday));
		const { personId } = resident;
		await world.run((scope) => endWithoutConsent(scope, { personId, purpose: 'matching' }, monday));
		expect(await world.run((scope) => pairingById(scope, id))).toMatchObject({
			status: 'ended',
			endReason: 'consent_withdrawn'
		});
		expect(await ahead(world, id)).toBeNull();
		expect(await toldTo(world, member.personId)).toContain('pairing_ended');
	});
});

describe('standing visits', () => {
	it('are made for one resident at fixed weekdays and hour, which the first meeting does not change', async () => {
		const cast = await pairsCast(1, { kind: 'standing', alarmMinutes: 30 });
		const { world, min, residents, members, campaignId: id } = cast;
		const wishes = {
			id,
			personId: residents[0]!.personId,
			wishGender: null,
			genderIsMust: false,
			wishLanguage: null,
			languageIsMust: false,
			interests: [],
			weekdays: [1, 3, 5],
			atMinute: 570
		};
		const unfixed = { ...wishes, weekdays: [], atMinute: null };
		await expect(world.run((scope) => wishFor(scope, min, unfixed, monday))).rejects.toMatchObject({
			detail: 'standing_hours'
		});
		await world.run((scope) => wishFor(scope, min, wishes, monday));
		const two = { id, residentId: residents[0]!.personId, memberId: members[0]!.personId };
		const { pairingId } = await world.run((scope) => offerPair(scope, min, two, monday, zone));
		await world.run((scope) => acceptPairing(scope, members[0]!, pairingId, monday, zone));
		const start = on('2026-11-24', '15:00');
		await world.run((scope) => agreeFirstMeeting(scope, members[0]!, { id: pairingId, start }, monday, zone));
		const visit = (await world.run((scope) => visitAhead(scope, pairingId)))!;
		const done = { id: visit.id, minutes: 50, note: null, photoId: null };
		await world.run((scope) => finishTask(scope, members[0]!, done, on('2026-11-24', '15:55')));
		expect(await ahead(world, pairingId)).toBe('2026-11-25 09:30');
	});
});

describe('the desk’s day', () => {
	it('lists visits and what has fallen due, and what waits to be confirmed', async () => {
		const cast = await pairsCast(1, { alarmMinutes: 30 });
		const { id, member } = await pairThatMet(cast);
		const { world, campaignId } = cast;
		const late = { now: on('2026-12-01', '15:40'), zone };
		const path = `pairings/${campaignId}/pairs/${id}`;
		expect(await world.run((scope) => pairAlarms(scope, late))).toMatchObject([{ id, path }]);
		expect(await world.run((scope) => visitsToday(scope, late))).toMatchObject([
			{ title: '15:00 居民0', path }
		]);
		const visit = (await world.run((scope) => visitAhead(scope, id)))!;
		const done = { id: visit.id, minutes: 50, note: null, photoId: null };
		await world.run((scope) => finishTask(scope, member, done, late.now));
		expect(await world.run((scope) => pairAlarms(scope, late))).toEqual([]);
		expect(await world.run((scope) => visitLinesToConfirm(scope, late))).toMatchObject([
			{ id: (await world.run((scope) => visitsOf(scope, id))).at(-1)!.id, overdue: true },
			{ id: visit.id, overdue: false }
		]);
	});
});
