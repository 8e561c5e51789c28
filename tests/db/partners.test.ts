import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/accounts/people.ts';
import { newId } from '#lib/shared/ids.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { changeGroup, foundGroup, type SaidGroup } from '#lib/groups/found.server.ts';
import { groupPage } from '#lib/groups/group-page.server.ts';
import { groupsPage } from '#lib/groups/list-page.server.ts';
import { endUnit, groupsOfUnits } from '#lib/groups/unit-groups.server.ts';
import { deskUnits, readShown } from '#lib/partners/desk-page.server.ts';
import { addUnit, changeUnit, endAgreement, type SaidUnit } from '#lib/partners/manage.server.ts';
import { unitsHere } from '#lib/partners/open-page.server.ts';
import { unitById } from '#lib/partners/queries.server.ts';
import { here, morning } from '../support/desk-cast.ts';
import { openApp } from '../support/open-app.ts';
import { smallWorld, type SmallWorld } from '../support/small-world.ts';

openApp();

let world: SmallWorld;
let other: SmallWorld;
let staff: Actor;
let resident: Actor;

const said: SaidUnit = {
	...{ kind: 'located', name: '柳溪医院', nameEn: 'Willow Hospital', words: '每月义诊', wordsEn: '' },
	...{ contactName: '社工部', contactPhone: '0000-2001', since: '2026-01-01', until: null }
};
let turn = 0;
const named = (): SaidUnit => ({ ...said, name: `柳溪医院${++turn}` });

const run = <T>(work: (scope: Scope) => Promise<T>) => world.run(work);
const add = (actor: Actor, unit = named()) => run((scope) => addUnit(scope, actor, unit, morning));
const change = (id: string, version: number, to: Partial<SaidUnit>, actor = staff) =>
	run((scope) => changeUnit(scope, actor, { id, version }, { ...named(), ...to }, morning));
const end = (id: string, version = 1, actor = staff) =>
	run((scope) => endAgreement(scope, actor, { id, version }, here));
const listed = async (q: string, where = world) =>
	(await where.run((scope) => deskUnits(scope, readShown(new URLSearchParams(q)), here))).map(({ id }) => id);
const seen = async () =>
	(await run((scope) => unitsHere(scope, here))).flatMap(({ units }) => units).map(({ id }) => id);

beforeAll(async () => {
	world = await smallWorld(morning);
	other = await smallWorld(morning);
	staff = await world.person('李敏', { roles: ['staff'] });
	resident = await world.person('陈奶奶');
});

describe('a partner unit', () => {
	it('is written down, changed and let go by staff alone', async () => {
		const id = await add(staff);
		const refused = { code: 'not_allowed' };
		await expect(add(resident)).rejects.toMatchObject(refused);
		await expect(change(id, 1, {}, resident)).rejects.toMatchObject(refused);
		await expect(end(id, 1, resident)).rejects.toMatchObject(refused);
	});
	it('has a name of its own while its agreement lasts, and days in their order', async () => {
		const [name, until] = [`柳溪小学${turn}`, '2025-12-31'];
		const id = await add(staff, { ...said, name });
		await expect(add(staff, { ...said, name })).rejects.toMatchObject({ detail: 'partner_name' });
		await expect(change(await add(staff), 1, { name })).rejects.toMatchObject({ detail: 'partner_name' });
		await expect(change(id, 1, { name, until })).rejects.toMatchObject({ detail: 'lastDay' });
		await end(id);
		await add(staff, { ...said, name });
	});
	it('is found by words and by the initials of its name, in its own community', async () => {
		const id = await add(staff);
		for (const q of ['医院', 'lxyy', 'willow', '义诊']) expect(await listed(`q=${q}`), q).toContain(id);
		expect(await listed('q=消防')).not.toContain(id);
		expect(await listed('', other)).toEqual([]);
		await expect(
			other.run((scope) => endAgreement(scope, staff, { id, version: 1 }, here))
		).rejects.toMatchObject({ code: 'not_found' });
	});
	it('is changed by one who has seen the latest', async () => {
		const id = await add(staff);
		await change(id, 1, { words: '借会议室' });
		await expect(change(id, 1, {})).rejects.toMatchObject({ code: 'changed_meanwhile' });
		await expect(end(id, 1)).rejects.toMatchObject({ code: 'changed_meanwhile' });
	});
	it('is shown to residents while it helps, without whom staff call', async () => {
		const [now, ahead, over] = [
			await add(staff),
			await add(staff, { ...named(), since: '2026-12-01' }),
			await add(staff, { ...named(), until: '2026-11-22' })
		];
		expect(await seen()).toContain(now);
		for (const id of [ahead, over]) expect(await seen()).not.toContain(id);
		expect(JSON.stringify(await run((scope) => unitsHere(scope, here)))).not.toContain(said.contactPhone);
	});
	it('whose agreement is ended is kept as it was, and takes no more changes', async () => {
		const id = await add(staff);
		await end(id);
		expect((await run((scope) => unitById(scope, id)))?.until).toBe('2026-11-23');
		expect(await listed('')).not.toContain(id);
		expect(await listed('show=ended')).toContain(id);
		expect(await seen()).not.toContain(id);
		await expect(change(id, 2, {})).rejects.toMatchObject({ code: 'lapsed', detail: 'partner' });
		await expect(end(id, 2)).rejects.toMatchObject({ code: 'lapsed', detail: 'partner' });
	});
});

describe('a group of a unit', () => {
	const group: SaidGroup = {
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
	const found = (partnerId: string | null) =>
		run((scope) => foundGroup(scope, staff, { ...group, name: `合唱队${++turn}`, partnerId }, morning));
	const unitOf = async (groupId: string) =>
		(await run((scope) => groupPage(scope, null, groupId, here))).unit;
	const finish = (id: string, heirId: string | null, actor = staff) =>
		run((scope) => endUnit(scope, actor, { id, version: 1, heirId }, here));

	it('says so on its page and in the list, and the unit names it', async () => {
		const said = named();
		const id = await add(staff, said);
		const groupId = await found(id);
		expect(await unitOf(groupId)).toBe(said.name);
		const { found: kinds } = await run((scope) => groupsPage(scope, null, new URLSearchParams(), here));
		expect(kinds.flatMap(({ groups }) => groups).find((one) => one.id === groupId)?.unit).toBe(said.name);
		expect((await run(groupsOfUnits)).get(id)?.map((one) => one.id)).toEqual([groupId]);
	});
	it('belongs to one that helps here, whichever way it is said', async () => {
		const elsewhere = await other.person('那边的人', { roles: ['staff'] });
		const foreign = await other.run((scope) => addUnit(scope, elsewhere, named(), morning));
		const ended = await add(staff);
		await end(ended);
		const groupId = await found(null);
		for (const partnerId of [foreign, ended, newId()]) {
			await expect(found(partnerId)).rejects.toMatchObject({ code: 'invalid', detail: 'partner' });
			const said = { ...group, name: `合唱队${++turn}`, partnerId };
			const changed = run((scope) => changeGroup(scope, staff, { id: groupId, version: 1 }, said, here));
			await expect(changed).rejects.toMatchObject({ code: 'invalid', detail: 'partner' });
		}
	});
	it('goes on when the agreement is ended: without a unit, or with the one that takes it over', async () => {
		const [first, second, heir] = [await add(staff), await add(staff), await add(staff)];
		const [alone, taken] = [await found(first), await found(second)];
		await expect(finish(first, null, resident)).rejects.toMatchObject({ code: 'not_allowed' });
		await expect(finish(first, first)).rejects.toMatchObject({ detail: 'heir' });
		await finish(first, null);
		await finish(second, heir);
		expect(await unitOf(alone)).toBeNull();
		expect(await unitOf(taken)).not.toBeNull();
		expect((await run(groupsOfUnits)).get(heir)?.map(({ id }) => id)).toEqual([taken]);
		// who had the form open is told
		const late = run((scope) =>
			changeGroup(scope, staff, { id: alone, version: 1 }, { ...group, name: `合唱队${++turn}` }, here)
		);
		await expect(late).rejects.toMatchObject({ code: 'changed_meanwhile' });
	});
});
