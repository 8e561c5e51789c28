import { beforeAll, describe, expect, it } from 'vitest';
import { actsFor, mayActFor } from '#lib/accounts/act-for.server.ts';
import { askProxy, enterProxy } from '#lib/accounts/ask-proxy.server.ts';
import { proxyRights, type Actor } from '#lib/accounts/people.ts';
import { allowProxy, answerProxy, endProxy } from '#lib/accounts/proxy.server.ts';
import { ownProxies, proxyPage } from '#lib/accounts/proxy-page.server.ts';
import { noticesOf } from '#lib/notifications/queries.server.ts';
import { requestFor } from '#lib/requests/ask.server.ts';
import { readAsking, sendAsking } from '#lib/requests/asking.server.ts';
import { myRequests } from '#lib/requests/mine.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { here, later, morning } from '../support/desk-cast.ts';
import { openApp } from '../support/open-app.ts';
import { buildingOf, smallWorld, zone, type SmallWorld } from '../support/small-world.ts';

openApp();

const phone = { elder: '13900000001', child: '13900000002' };
let world: SmallWorld;
let elder: Actor;
let child: Actor;
let neighbour: Actor;
let staff: Actor;

beforeAll(async () => {
	world = await smallWorld(morning);
	elder = await world.person('陈奶奶', { phone: phone.elder });
	child = await world.person('陈小妹', { phone: phone.child });
	neighbour = await world.person('邻居');
	staff = await world.person('李敏', { roles: ['staff'] });
});

const all = [...proxyRights];
const ask = (actor: Actor, as: 'elder' | 'proxy', name: string, number: string) =>
	world.run((scope) => askProxy(scope, actor, { as, name, phone: number, allowed: all }, morning));
const answer = (actor: Actor, id: string, yes = true) =>
	world.run((scope) => answerProxy(scope, actor, { id, yes }, morning));
const may = (right: (typeof proxyRights)[number]) =>
	world.run((scope) => mayActFor(scope, child, elder.personId, right));
const told = async (actor: Actor) =>
	(await world.run((scope) => noticesOf(scope, actor.personId))).map(({ template }) => template);
const end = (actor: Actor, id: string) => world.run((scope) => endProxy(scope, actor, id, later(5)));

describe('a family proxy', () => {
	it('is asked for by name and number together, which tell a stranger nothing', async () => {
		await expect(ask(neighbour, 'proxy', '猜的名', phone.elder)).rejects.toMatchObject({ detail: 'name' });
		await expect(ask(neighbour, 'proxy', '陈奶奶', '13911112222')).rejects.toMatchObject({ detail: 'name' });
		await expect(ask(elder, 'elder', '陈奶奶', phone.elder)).rejects.toMatchObject({ detail: 'own_number' });
	});

	it('may nothing until the elder agrees, all that was allowed then, and nothing once it is ended', async () => {
		const id = await ask(child, 'proxy', '陈奶奶', phone.elder);
		await expect(ask(elder, 'elder', '陈小妹', phone.child)).rejects.toMatchObject({ detail: 'proxy' });
		await expect(answer(child, id)).rejects.toMatchObject({ code: 'not_allowed' });
		await expect(answer(neighbour, id)).rejects.toMatchObject({ code: 'not_found' });
		expect(await may('book')).toBe(false);
		await answer(elder, id);
		await expect(answer(elder, id, false)).rejects.toMatchObject({ code: 'already_answered' });
		expect(await may('book')).toBe(true);
		expect(await world.run((scope) => actsFor(scope, child, 'see'))).toEqual([
			{ id: elder.personId, name: '陈奶奶' }
		]);
		expect(await world.run((scope) => mayActFor(scope, neighbour, elder.personId, 'book'))).toBe(false);
		await end(child, id);
		await end(elder, id);
		expect(await may('book')).toBe(false);
		expect(await world.run((scope) => actsFor(scope, child, 'see', 'book'))).toEqual([]);
		expect(await told(elder)).toEqual(['proxy_ended', 'proxy_asked_elder']);
		expect(await told(child)).toEqual(['proxy_accepted']);
	});

	it('finds a son abroad however his number is written', async () => {
		const son = await world.person('陈海', { phone: '+12025550100' });
		await ask(await world.person('海奶奶'), 'elder', '陈海', '001 (202) 555-0100');
		expect(await told(son)).toEqual(['proxy_asked_proxy']);
	});
	it('that the elder asks for is agreed to by the proxy, not by staff', async () => {
		const id = await ask(elder, 'elder', '陈小妹', phone.child);
		await expect(answer(staff, id)).rejects.toMatchObject({ code: 'not_allowed' });
		await answer(child, id, false);
		expect(await may('see')).toBe(false);
		expect(await world.run((scope) => ownProxies(scope, elder))).toEqual([]);
	});

	it('gives rights back, and gets more from the elder alone', async () => {
		const id = await ask(child, 'proxy', '陈奶奶', phone.elder);
		await answer(staff, id);
		const allow = (actor: Actor, ...allowed: typeof all) =>
			world.run((scope) => allowProxy(scope, actor, { id, allowed }, morning));
		await allow(child, 'see');
		expect([await may('see'), await may('book')]).toEqual([true, false]);
		await expect(allow(child, 'see', 'book')).rejects.toMatchObject({ detail: 'wider_proxy' });
		await expect(allow(elder)).rejects.toMatchObject({ detail: 'allowed' });
		await allow(elder, 'book', 'ask_help');
		expect([await may('see'), await may('book')]).toEqual([false, true]);
		await end(staff, id);
	});
});

describe('staff who take the word of an elder', () => {
	const enter = (actor: Actor, proxyId: string) =>
		world.run((scope) =>
			enterProxy(scope, actor, { elderId: elder.personId, proxyId, allowed: ['book'] }, morning)
		);

	it('are staff, and not the proxy themselves', async () => {
		await expect(enter(neighbour, child.personId)).rejects.toMatchObject({ code: 'not_allowed' });
		await expect(enter(staff, staff.personId)).rejects.toMatchObject({ detail: 'own_proxy' });
		await expect(enter(staff, newId())).rejects.toMatchObject({ code: 'not_found' });
	});
	it('write it down; the proxy agrees on the phone', async () => {
		const id = await enter(staff, child.personId);
		await answer(child, id);
		expect([await may('book'), await may('see')]).toEqual([true, false]);
		await end(staff, id);
		expect(await may('book')).toBe(false);
	});
	it('see what is nobody else’s to see', async () => {
		const id = await enter(staff, neighbour.personId);
		const page = (actor: Actor, as: 'own' | 'desk') =>
			world.run((scope) => proxyPage(scope, actor, id, here, as));
		await expect(page(child, 'own')).rejects.toMatchObject({ code: 'not_found' });
		expect((await page(staff, 'desk')).mayAnswer).toBe(false);
		expect((await page(neighbour, 'own')).mayAnswer).toBe(true);
	});
});

it('a proxy asks for help for an elder, sees it while he is one, and strangers do neither', async () => {
	const building = await world.run((scope) => buildingOf(scope, elder.personId));
	const params = new URLSearchParams({
		for: elder.personId,
		need: 'fix_plumbing',
		when: 'today',
		where: 'building',
		building,
		people: '1'
	});
	const send = (actor: Actor) =>
		world.run(async (scope) => {
			const asking = await readAsking(scope, actor, params, morning, zone);
			const sent = { id: newId(), title: null, note: null, consent: false };
			return { ...(await sendAsking(scope, actor, asking, sent, morning, zone)), atDesk: asking.atDesk };
		});
	await expect(send(child)).rejects.toMatchObject({ code: 'not_found' });
	const id = await ask(child, 'proxy', '陈奶奶', phone.elder);
	await answer(elder, id);
	const sent = await send(child);
	expect(sent.atDesk).toBe(false);
	const seen = () => world.run((scope) => requestFor(scope, child, sent.id));
	const mine = async () => (await world.run((scope) => myRequests(scope, child, here))).length;
	expect((await seen()).askedBy).toBe(child.personId);
	expect(await mine()).toBe(1);
	await end(elder, id);
	await expect(seen()).rejects.toMatchObject({ code: 'not_found' });
	expect(await mine()).toBe(0);
});
