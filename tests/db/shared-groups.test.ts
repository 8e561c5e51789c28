import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { enterProxy } from '#lib/accounts/ask-proxy.server.ts';
import { openContact } from '#lib/accounts/open.server.ts';
import type { Actor } from '#lib/accounts/people.ts';
import { guestsOf } from '#lib/accounts/guest-queries.server.ts';
import { claimPerson, personByAccount, personById } from '#lib/accounts/queries.server.ts';
import { answerProxy, endProxy } from '#lib/accounts/proxy.server.ts';

import { openingsOf } from '#lib/audit/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { enterMember } from '#lib/groups/enter.server.ts';
import { archiveGroup, foundGroup, type SaidGroup } from '#lib/groups/found.server.ts';
import { handedOn, takeBack } from '#lib/groups/handed-on.server.ts';
import { joinNextDoor, leaveNextDoor } from '#lib/groups/join-next-door.server.ts';
import { groupPage } from '#lib/groups/group-page.server.ts';
import { joinGroup, joinRightly, leaveGroup } from '#lib/groups/join.server.ts';
import { groupsPage } from '#lib/groups/list-page.server.ts';
import { standingOf } from '#lib/groups/member-queries.server.ts';
import { membersPage } from '#lib/groups/members-page.server.ts';
import { answerWish, invite } from '#lib/groups/members.server.ts';
import { nextDoorPage } from '#lib/groups/next-door-page.server.ts';
import { moveShare, offerGroup } from '#lib/groups/share.server.ts';
import { sharedIn, sharedOut } from '#lib/groups/shares-page.server.ts';
import type { ShareState } from '#lib/groups/shares.ts';
import { noticesOf } from '#lib/notifications/queries.server.ts';
import { here, morning } from '../support/desk-cast.ts';
import { newAccount } from '../support/joint-cast.ts';
import { openApp } from '../support/open-app.ts';
import { smallWorld, type SmallWorld } from '../support/small-world.ts';

openApp();

/** A community with its staff, and a resident who signs in. */
interface Side {
	world: SmallWorld;
	staff: Actor;
	resident: Actor;
}

/** The one whose group it is, the one to which it is offered, another one of the sub-district, and one of another sub-district. */
let home: Side;
let host: Side;
let third: Side;
let far: Side;
let groupId: string;
let turn = 0;

const said: SaidGroup = {
	...{ kind: 'arts', theme: 'culture', name: '', nameEn: '', venueId: null, partnerId: null },
	...{
		words: '合唱',
		wordsEn: '',
		meets: '周六 9:00',
		meetsEn: '',
		join: 'open',
		question: null,
		places: null
	}
};

async function settle(subdistrictId?: string): Promise<Side> {
	const world = await smallWorld(morning, undefined, subdistrictId);
	const staff = await world.person('工作人员', { roles: ['staff'] });
	return { world, staff, resident: await signedIn(world, '许阿姨') };
}

async function signedIn(
	world: SmallWorld,
	name: string,
	options: Parameters<SmallWorld['person']>[1] = {}
): Promise<Actor> {
	const accountId = await newAccount();
	const phone = `137${String(Date.now()).slice(-4)}${String(++turn).padStart(4, '0')}`;
	const actor = await world.person(name, { phone, ...options });
	await world.run((scope) => claimPerson(scope, actor.personId, accountId));
	return { ...actor, accountId };
}

const offer = (side = host, actor = home.staff) =>
	home.world.run((scope) => offerGroup(scope, actor, { groupId, hostId: side.world.communityId }, here));
const shareId = async () => (await home.world.run((scope) => sharedOut(scope, groupId))).shares[0]!.id;
const move = async (to: ShareState, by = host, actor = by.staff, id?: string) => {
	const share = id ?? (await shareId());
	return by.world.run((scope) => moveShare(scope, actor, { id: share, to }, here));
};
const agree = async () => {
	await offer();
	await move('agreed');
};
const join = (actor = host.resident, from = host, handOn = true) =>
	from.world.run((scope) => joinNextDoor(scope, actor, wishOf(actor.personId, handOn), morning));
const wishOf = (personId: string, handOn = true) => ({
	...{ groupId, personId, answer: null, shown: true, handOn }
});
const read = (from: Side, actor: Actor | null = from.resident) =>
	from.world.run(async (scope) => (await nextDoorPage(scope, actor, groupId, morning)).page);
const listed = async ({ world, resident }: Side) => {
	const { mine, found } = await world.run((scope) =>
		groupsPage(scope, resident, new URLSearchParams(), here)
	);
	return [...mine, ...found.flatMap(({ groups }) => groups)].find(({ id }) => id === groupId);
};
const told = async ({ world, staff }: Side) =>
	(await world.run((scope) => noticesOf(scope, staff.personId))).map(({ template }) => template);
/** How the account of a resident of the host stands at home. */
const standing = (actor = host.resident) =>
	home.world.run(async (scope: Scope) => {
		const guest = await personByAccount(scope, actor.accountId);
		return guest && (await standingOf(scope, groupId, [guest.id]))[0]?.status;
	});

const missing = { code: 'not_found' };
const notShared = { code: 'not_possible_now', detail: 'group_not_shared' };

beforeAll(async () => {
	home = await settle();
	host = await settle(home.world.subdistrictId);
	third = await settle(home.world.subdistrictId);
	far = await settle();
});
beforeEach(async () => {
	const name = `合唱团${++turn}`;
	groupId = await home.world.run((scope) => foundGroup(scope, home.staff, { ...said, name }, morning));
	host.resident = await signedIn(host.world, '许阿姨');
});

describe('a group and a neighbouring community', () => {
	it('is offered by its staff to one of the sub-district, once at a time', async () => {
		await expect(offer(host, home.resident)).rejects.toMatchObject({ code: 'not_allowed' });
		await expect(offer(far)).rejects.toMatchObject({ detail: 'community' });
		await expect(offer(home)).rejects.toMatchObject({ detail: 'community' });
		await offer();
		await expect(offer()).rejects.toMatchObject({ code: 'already_taken', detail: 'group_share' });
		expect(await told(host)).toContain('staff_group_offered');
		expect(await told(third)).toEqual([]);
		// the staff of a neighbour have no say over it
		const stolen = host.world.run((scope) =>
			offerGroup(scope, host.staff, { groupId, hostId: third.world.communityId }, here)
		);
		await expect(stolen).rejects.toMatchObject(missing);
	});
	it('before both agree there is nothing to read or to join, and staff there see what is offered', async () => {
		await offer();
		await expect(read(host)).rejects.toMatchObject(missing);
		await expect(join()).rejects.toMatchObject(missing);
		expect(await listed(host)).toBeUndefined();
		const offered = await host.world.run(sharedIn);
		expect(offered.find(({ href }) => href.endsWith(groupId))?.status).toBe('offered');
		expect(await third.world.run(sharedIn)).toEqual([]);
	});
	it('is agreed to by the staff of that one alone, and taken back by those who offered', async () => {
		await offer();
		const id = await shareId();
		await expect(move('agreed', host, host.resident)).rejects.toMatchObject({ code: 'not_allowed' });
		for (const by of [third, far]) await expect(move('agreed', by)).rejects.toMatchObject(missing);
		const stale = { code: 'changed_meanwhile', detail: 'group_share' };
		await expect(move('agreed', home)).rejects.toMatchObject(stale);
		await expect(move('withdrawn', host)).rejects.toMatchObject(stale);
		await move('withdrawn', home);
		await expect(move('agreed', host, host.staff, id)).rejects.toMatchObject(stale);
		await offer();
		await move('refused');
		await expect(join()).rejects.toMatchObject(missing);
		await agree();
		expect(await told(home)).toEqual(expect.arrayContaining(['staff_group_refused', 'staff_group_agreed']));
	});
	it('of an answer and a withdrawal at one moment only one counts, the same in both communities', async () => {
		await offer();
		const id = await shareId();
		const both = await Promise.allSettled([
			move('agreed', host, host.staff, id),
			move('withdrawn', home, home.staff, id)
		]);
		expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		const { shares } = await home.world.run((scope) => sharedOut(scope, groupId));
		const theirs = (await host.world.run(sharedIn)).filter(({ href }) => href.endsWith(groupId));
		expect(theirs.map(({ status }) => status)).toEqual(shares.map(({ status }) => status));
	});
});

describe('while two communities share a group', () => {
	beforeEach(agree);

	it('residents there find it with its home and read it; a third community sees nothing of it', async () => {
		expect((await listed(host))?.home).toMatchObject({ known: false });
		expect((await read(host, null)).group.words).toBe('合唱');
		for (const from of [third, far]) {
			expect(await listed(from)).toBeUndefined();
			await expect(read(from)).rejects.toMatchObject(missing);
			await expect(join(from.resident, from)).rejects.toMatchObject(missing);
		}
	});
	it('a verified resident who agrees joins as a guest, with name, birth date and number, and once', async () => {
		await expect(join(host.resident, host, false)).rejects.toMatchObject({ detail: 'handOn' });
		const unseen = await signedIn(host.world, '新来的', { verified: false });
		await expect(join(unseen)).rejects.toMatchObject({ detail: 'group_next_door' });
		expect(await join()).toBe('member');
		await expect(join()).rejects.toMatchObject({ detail: 'group_member' });
		const person = (await home.world.run((scope) => personByAccount(scope, host.resident.accountId)))!;
		expect(person).toMatchObject({ kind: 'guest', name: '许阿姨', gender: null, householdId: null });
		expect((await read(host)).comers[0]?.status).toBe('member');
		expect((await listed(host))?.home).toMatchObject({ known: true });
		const opened = await host.world.run((scope) => openingsOf(scope, host.resident.personId));
		expect(opened.map(({ reason }) => reason)).toEqual(['joined_next_door']);
	});
	it('the leader reads where somebody comes from and no number; staff there who open it leave a trace', async () => {
		await home.world.run((scope) =>
			enterMember(scope, home.staff, { groupId, personId: home.resident.personId, role: 'leader' }, here)
		);
		await join();
		const page = await home.world.run((scope) => membersPage(scope, home.resident, groupId, here));
		const line = page.members.find(({ text }) => text.includes('来自测试社区'));
		expect(line?.name).toBe('许阿姨');
		expect(JSON.stringify(page)).not.toMatch(/137\d{8}/);
		const { personId } = (await home.world.run(guestsOf)).find(
			({ homePersonId }) => homePersonId === host.resident.personId
		)!;
		const open = (actor: Actor) =>
			home.world.run((scope) =>
				openContact(scope, actor, { personId, what: 'phone', reason: '外出' }, morning)
			);
		await expect(open(home.resident)).rejects.toMatchObject({ code: 'not_allowed' });
		expect((await open(home.staff)).phone).toMatch(/^137/);
	});
	it('what was handed on is taken back at home: nothing but the name stays there, and who comes again is asked anew', async () => {
		const seen = () => host.world.run((scope) => handedOn(scope, host.resident));
		const back = (communityId = home.world.communityId) =>
			host.world.run((scope) => takeBack(scope, host.resident, communityId, here.now));
		expect(await seen()).toEqual([]);
		await expect(back()).rejects.toMatchObject({ code: 'not_found' });
		await join();
		expect((await seen()).map(({ groups }) => groups.length)).toEqual([1]);
		const guest = (await home.world.run((scope) => personByAccount(scope, host.resident.accountId)))!;
		const there = { ...host.resident, personId: guest.id };
		const wish = { groupId, personId: guest.id, answer: null, shown: true };
		await home.world.run((scope) => leaveGroup(scope, there, wish, here));
		await expect(home.world.run((scope) => joinGroup(scope, there, wish, here))).rejects.toMatchObject({
			detail: 'group_from_home'
		});
		const { comers } = await home.world.run((scope) => groupPage(scope, there, groupId, here));
		expect(comers.map(({ guest, status }) => [guest, status])).toEqual([[true, null]]);
		expect((await seen()).map(({ groups }) => groups)).toEqual([[]]);
		await join();
		const stranger = await smallWorld(morning);
		await expect(back(stranger.communityId)).rejects.toMatchObject({ code: 'not_found' });
		await back();
		expect(await seen()).toEqual([]);
		expect(await standing()).toBeUndefined();
		const left = await home.world.run((scope) => personById(scope, guest.id));
		expect(left).toMatchObject({
			name: '许阿姨',
			accountId: null,
			bornOn: null,
			phoneHash: null,
			phoneSealed: null
		});
		expect(await join()).toBe('member');
		expect((await seen()).map(({ groups }) => groups.length)).toEqual([1]);
	});
	it('a guest of one group gets into no other one, by no way', async () => {
		await join();
		const guest = (await home.world.run((scope) => personByAccount(scope, host.resident.accountId)))!;
		const actor = { ...host.resident, personId: guest.id };
		const other = await home.world.run((scope) =>
			foundGroup(scope, home.staff, { ...said, name: `棋社${++turn}` }, morning)
		);
		const wish = { groupId: other, personId: guest.id, answer: null, shown: true };
		const ways: ((scope: Scope) => Promise<unknown>)[] = [
			(scope) => joinRightly(scope, actor, wish, here),
			(scope) => enterMember(scope, home.staff, { groupId: other, personId: guest.id, role: null }, here)
		];
		for (const way of ways) await expect(home.world.run(way)).rejects.toMatchObject(notShared);
	});
	it('a family proxy joins and leaves for an elder while that is allowed where they live, and staff do not', async () => {
		const elder = await signedIn(host.world, '许奶奶');
		const child = await signedIn(host.world, '许小妹');
		const hers = (work: (scope: Scope) => Promise<unknown>) => host.world.run(work);
		const joins = (actor: Actor) =>
			hers((scope) => joinNextDoor(scope, actor, wishOf(elder.personId), morning));
		const leaves = (actor: Actor) =>
			hers((scope) => leaveNextDoor(scope, actor, { groupId, personId: elder.personId }, morning));
		const refused = { code: 'not_allowed', detail: 'group_proxy' };
		for (const actor of [child, host.staff]) await expect(joins(actor)).rejects.toMatchObject(refused);
		const wish = { elderId: elder.personId, proxyId: child.personId, allowed: ['book'] } as const;
		const proxyId = await host.world.run((scope) =>
			enterProxy(scope, host.staff, { ...wish, allowed: [...wish.allowed] }, morning)
		);
		await hers((scope) => answerProxy(scope, child, { id: proxyId, yes: true }, morning));

		expect(await joins(child)).toBe('member');
		expect([await standing(elder), await standing(child)]).toEqual(['member', undefined]);
		const seen = (await read(host, child)).comers.map(({ name, status }) => [name, status]);
		expect(seen).toEqual([
			['许小妹', null],
			['许奶奶', 'member']
		]);
		const [opened] = await host.world.run((scope) => openingsOf(scope, elder.personId));
		expect(opened).toMatchObject({ reason: 'joined_next_door', actorId: child.personId });
		const guest = (await home.world.run((scope) => personByAccount(scope, elder.accountId)))!;
		const news = await home.world.run((scope) => noticesOf(scope, guest.id));
		expect(news.map(({ template }) => template)).toEqual(['group_let_in']);
		await leaves(child);
		expect(await standing(elder)).toBeUndefined();

		await hers((scope) => endProxy(scope, elder, proxyId, morning));
		for (const act of [joins, leaves]) await expect(act(child)).rejects.toMatchObject(refused);
	});
	it('one who only visits the community is not sent on', async () => {
		await join();
		await expect(join(host.resident, home)).rejects.toMatchObject(missing);
	});
	it('a group that meets no more is open to nobody', async () => {
		await home.world.run((scope) =>
			archiveGroup(scope, home.staff, { id: groupId, version: 1 }, true, morning)
		);
		await expect(join()).rejects.toMatchObject(missing);
		expect(await listed(host)).toBeUndefined();
	});
});

describe('after the end', () => {
	it.each(['home', 'host'] as const)(
		'by the %s, who is in stays and finds it; nobody new comes',
		async (by) => {
			await agree();
			await join();
			const late = await signedIn(host.world, '晚来的');
			await move('ended', by === 'home' ? home : host);
			expect(await told(by === 'home' ? host : home)).toContain('staff_group_unshared');
			expect(await standing()).toBe('member');
			expect((await listed(host))?.home).toMatchObject({ known: true });
			await expect(join(late)).rejects.toMatchObject(missing);
			await expect(read(host, late)).rejects.toMatchObject(missing);
		}
	);
	it('whoever leaves comes back no more, and a wish that waits is let in no more', async () => {
		await agree();
		await join();
		const guest = (await home.world.run((scope) => personByAccount(scope, host.resident.accountId)))!;
		const actor = { ...host.resident, personId: guest.id };
		await move('ended', home);
		const wish = { groupId, personId: guest.id, answer: null, shown: true };
		await home.world.run((scope) => leaveGroup(scope, actor, wish, here));
		await expect(home.world.run((scope) => joinRightly(scope, actor, wish, here))).rejects.toMatchObject(
			notShared
		);
		const { phone } = await home.world.run((scope) =>
			openContact(scope, home.staff, { personId: guest.id, what: 'phone', reason: '外出' }, morning)
		);
		const asked = { groupId, name: guest.name, phone: phone! };
		await expect(home.world.run((scope) => invite(scope, home.staff, asked, here))).rejects.toMatchObject(
			notShared
		);
	});
	it('a wish that still waits is not let in', async () => {
		groupId = await home.world.run((scope) =>
			foundGroup(scope, home.staff, { ...said, name: `合唱团${++turn}`, join: 'approval' }, morning)
		);
		await agree();
		expect(await join()).toBe('asked');
		await move('ended', host);
		const page = await home.world.run((scope) => membersPage(scope, home.staff, groupId, here));
		const answer = (yes: true | false) =>
			home.world.run((scope) =>
				answerWish(scope, home.staff, page.wishes[0]!.id, yes ? { yes } : { yes, reason: 'other' }, here)
			);
		await expect(answer(true)).rejects.toMatchObject(notShared);
		await answer(false);
		expect(await standing()).toBeUndefined();
	});
});
