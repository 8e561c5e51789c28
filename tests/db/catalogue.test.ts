import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/accounts/people.ts';
import { cataloguePage } from '#lib/booking/catalogue-page.server.ts';
import { bookingsAhead } from '#lib/booking/catalogue-queries.server.ts';
import { documentsOf, serviceById } from '#lib/booking/queries.server.ts';
import type { SaidService } from '#lib/booking/service-form.ts';
import { serviceList } from '#lib/booking/service-list.server.ts';
import { servicePage } from '#lib/booking/service-page.server.ts';
import { addService, changeService, withdrawService } from '#lib/booking/services.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { here, later, morning } from '../support/desk-cast.ts';
import { allowance, booked, offer, openHall } from '../support/services-cast.ts';
import { openApp } from '../support/open-app.ts';
import { smallWorld, type SmallWorld } from '../support/small-world.ts';

openApp();

let world: SmallWorld;
let staff: Actor;
let resident: Actor;
let serviceId: string;
let deskId: string;

beforeAll(async () => {
	world = await smallWorld(morning);
	staff = await world.person('李敏', { roles: ['staff'] });
	resident = await world.person('陈奶奶');
	serviceId = await offer(world, staff);
	({ deskId } = await openHall(world, staff, { start: later(30), end: later(240) }));
});

const find = async (q: string) => {
	const page = await world.run((scope) => cataloguePage(scope, new URLSearchParams({ q }), here));
	return page.found.flatMap(({ services }) => services.map(({ name }) => name));
};
const said = (change: Partial<SaidService> = {}): SaidService => ({
	...allowance,
	officers: [staff.personId],
	...change
});
const change = (version: number, changed: SaidService, actor = staff) =>
	world.run((scope) => changeService(scope, actor, { id: serviceId, version }, changed, morning));
const versionNow = async () => (await world.run((scope) => serviceById(scope, serviceId)))!.version;

describe('the catalogue', () => {
	it('is found by words and by pinyin initials, and says from when it is open', async () => {
		expect(await find('dbsq')).toEqual(['低保申请']);
		expect(await find('补助')).toEqual(['低保申请']);
		expect(await find('医保')).toEqual([]);
		const page = await world.run((scope) => servicePage(scope, serviceId, here));
		expect(page.documents.map(({ name }) => name)).toEqual(['身份证', '残疾证']);
		expect(page.stations.map(({ name }) => name)).toEqual(['便民服务站']);
		expect([page.openNow, page.opening]).toEqual([false, '今天上午 8:30起可办']);
		const then = { ...here, now: later(60) };
		const open = await world.run((scope) => servicePage(scope, serviceId, then));
		expect([open.openNow, open.opening]).toEqual([true, '现在可办，到中午 12:00']);
	});

	it('of another community is not there', async () => {
		const elsewhere = await smallWorld(morning);
		await expect(elsewhere.run((scope) => servicePage(scope, serviceId, here))).rejects.toMatchObject({
			code: 'not_found'
		});
		expect(
			(await elsewhere.run((scope) => serviceList(scope, { q: '', withdrawn: false }, morning))).length
		).toBe(0);
	});
});

describe('staff change a service', () => {
	it.each([
		['addService', () => world.run((scope) => addService(scope, resident, said({ name: '别的' }), morning))],
		['changeService', () => change(1, said(), resident)],
		[
			'withdrawService',
			() =>
				world.run((scope) => withdrawService(scope, resident, { id: serviceId, version: 1 }, true, morning))
		]
	])('and nobody else: %s', async (_, verb) => {
		await expect(verb()).rejects.toMatchObject({ code: 'not_allowed' });
	});

	it.each([
		['without a place', { atDesk: false }, 'places'],
		['at home alone without appointment', { atDesk: false, atHome: true }, 'walkIn'],
		['with an officer who is none', { officers: [newId()] }, 'officers'],
		['with a picture that is none', { icon: 'x' }, 'icon'],
		[
			'with a document in one language',
			{ documents: [{ id: null, name: '身份证', nameEn: '', required: true }] },
			'docName'
		]
	])('not to one %s', async (_, wrong: Partial<SaidService>, detail) => {
		await expect(change(await versionNow(), said(wrong))).rejects.toMatchObject({ code: 'invalid', detail });
	});

	it('never over what a colleague has saved meanwhile; documents that stay keep their ids', async () => {
		const version = await versionNow();
		const before = await world.run((scope) => documentsOf(scope, serviceId));
		const [card, disability] = before.map(({ id, name, nameEn, required }) => ({
			id,
			name,
			nameEn,
			required
		}));
		const photo = { id: null, name: '照片', nameEn: 'Photo', required: true };
		await change(version, said({ minutes: 30, documents: [disability!, photo, card!, card!] }));
		await expect(change(version, said({ minutes: 40 }))).rejects.toMatchObject({
			code: 'changed_meanwhile',
			detail: 'service'
		});
		const after = await world.run((scope) => documentsOf(scope, serviceId));
		expect(after.map(({ name }) => name)).toEqual(['残疾证', '照片', '身份证', '身份证']);
		expect([after[0]!.id, after[2]!.id]).toEqual([disability!.id, card!.id]);
		expect((await world.run((scope) => serviceById(scope, serviceId)))!.minutes).toBe(30);
	});

	it('takes one of this name once; withdrawn it keeps its bookings and can come back', async () => {
		await expect(offer(world, staff)).rejects.toMatchObject({ code: 'already_taken', detail: 'service' });
		const during = { start: later(60), end: later(80) };
		await booked(world, { serviceId, attendee: resident, officer: staff, deskId, during, status: 'booked' });
		const withdraw = async (withdrawn: boolean) => {
			const seen = { id: serviceId, version: await versionNow() };
			await world.run((scope) => withdrawService(scope, staff, seen, withdrawn, morning));
		};
		await withdraw(true);
		expect(await find('dbsq')).toEqual([]);
		expect((await world.run((scope) => bookingsAhead(scope, morning))).get(serviceId)).toBe(1);
		const twin = await offer(world, staff);
		await expect(withdraw(false)).rejects.toMatchObject({ code: 'already_taken' });
		await world.run((scope) => withdrawService(scope, staff, { id: twin, version: 1 }, true, morning));
		await withdraw(false);
		expect(await find('dbsq')).toEqual(['低保申请']);
	});
});
