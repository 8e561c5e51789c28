import { beforeEach, expect, it } from 'vitest';
import type { Actor } from '#lib/accounts/people.ts';
import { contactCard } from '#lib/contact/card.server.ts';
import { gridsPage } from '#lib/contact/grids-page.server.ts';
import { assignOfficer } from '#lib/contact/officer.server.ts';
import { printCards } from '#lib/contact/print.server.ts';
import { gridsOf } from '#lib/places/queries.server.ts';
import { instantAt } from '#lib/shared/time.ts';
import { openStore } from '../support/open-store.ts';
import { smallWorld, zone, type SmallWorld } from '../support/small-world.ts';

openStore();

const here = { now: instantAt('2026-11-23', '07:00', zone), zone };
const frame = { community: { name: '测试社区', phone: '0000-0000' }, address: 'https://x.example/contact' };

let world: SmallWorld;
let gridId: string;
let [resident, staff]: Actor[] = [];
beforeEach(async () => {
	world = await smallWorld(here.now);
	resident = await world.person('郑惊蛰', { building: 1 });
	await world.person('郑小雪', { building: 1 });
	staff = await world.person('冯夏至', { roles: ['staff'] });
	gridId = (await world.run(gridsOf))[0]!.id;
});

const assign = (actor: Actor, personId: string | null, phone: string | null = null) =>
	world.run((scope) => assignOfficer(scope, actor, { gridId, personId, phone }, here.now));
const print = (actor: Actor, building: number) =>
	world.run((scope) => printCards(scope, actor, { building: world.buildingIds[building]! }, frame, here));
const cardOf = (actor: Actor | null, asked: string | null = null) =>
	world.run((scope) => contactCard(scope, actor, asked, here));

it('a home knows its grid officer and the number on the card; a stranger chooses the building', async () => {
	expect((await cardOf(resident!)).officer).toBeNull();
	await assign(staff!, staff!.personId, '0000-4321');
	const officer = { name: '冯夏至', phone: '0000-4321', grid: '一网格' };
	expect((await cardOf(resident!)).officer).toEqual(officer);
	expect((await cardOf(null)).building).toBeNull();
	expect((await cardOf(null, world.buildingIds[3]!)).officer).toEqual(officer);
	await assign(staff!, null);
	expect((await cardOf(resident!)).officer).toBeNull();
});

it('there is a card for each home of a building, and one for its door where no home is known', async () => {
	await assign(staff!, staff!.personId);
	const { title, cards } = await print(staff!, 1);
	expect(title).toBe('东园 2 号楼');
	expect(cards.map(({ home }) => home).sort()).toEqual(['东园 2 号楼 郑小雪 门', '东园 2 号楼 郑惊蛰 门']);
	expect(cards[0]).toMatchObject({ officer: { name: '冯夏至', phone: '0000-0000' } });
	expect((await print(staff!, 4)).cards.map(({ home }) => home)).toEqual(['东园 5 号楼']);
	const { loads } = await world.run(gridsPage);
	expect(loads).toEqual([{ id: staff!.personId, name: '冯夏至', grids: 1, homes: 3 }]);
});

it('only staff give out grids and print, in their own community, and only staff answer for a grid', async () => {
	await expect(assign(resident!, staff!.personId)).rejects.toMatchObject({ code: 'not_allowed' });
	await expect(print(resident!, 1)).rejects.toMatchObject({ code: 'not_allowed' });
	await expect(assign(staff!, resident!.personId)).rejects.toMatchObject({ detail: 'officer' });
	const elsewhere = await smallWorld(here.now);
	const stranger = await elsewhere.person('韩秋分', { roles: ['staff'] });
	await elsewhere.run(async (scope) => {
		const grid = { gridId, personId: stranger.personId, phone: null };
		await expect(assignOfficer(scope, stranger, grid, here.now)).rejects.toMatchObject({
			code: 'not_found'
		});
		await expect(printCards(scope, stranger, { grid: gridId }, frame, here)).rejects.toMatchObject({
			code: 'not_found'
		});
	});
});
