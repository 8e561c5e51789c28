import { beforeAll, describe, expect, it } from 'vitest';
import { residentsTarget } from '#lib/accounts/import.server.ts';
import type { Actor } from '#lib/accounts/people.ts';
import { listPeople } from '#lib/accounts/list-queries.server.ts';
import { personByPhone } from '#lib/accounts/queries.server.ts';
import { rolesOf } from '#lib/accounts/role-queries.server.ts';
import { phoneHash } from '#lib/accounts/keys.server.ts';
import { consentTo, revealPhone } from '#lib/accounts/register.server.ts';
import { queryTokens } from '#lib/accounts/search.ts';
import { eventsOf } from '#lib/audit/queries.server.ts';
import { importSheet } from '#lib/imports/import-sheet.server.ts';
import { keepMapping, keptFor, loadMapping } from '#lib/imports/kept-mappings.server.ts';
import { countImportedRows, importedRowsOf, listRuns, sheetsOf } from '#lib/imports/queries.server.ts';
import {
	bringSheet,
	discardSheet,
	mapColumns,
	rejectsOf,
	runFor,
	startImport,
	type Run
} from '#lib/imports/runs.server.ts';
import { readSheet } from '#lib/imports/sheet.server.ts';
import type { Mapping } from '#lib/imports/mapping.ts';
import type { TargetKey } from '#lib/imports/target.ts';
import { registerTarget } from '#lib/imports/targets.server.ts';
import { undoImport } from '#lib/imports/undo-import.server.ts';
import { noteOf } from '#lib/requests/ask.server.ts';
import { requestById, requestsOf, windowsOf } from '#lib/requests/queries.server.ts';
import { acceptRequest } from '#lib/requests/triage.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { instantAt } from '#lib/shared/time.ts';
import { availabilityOf, cardOf, skillsOf } from '#lib/volunteers/queries.server.ts';
import { openApp } from '../support/open-app.ts';
import { buildingOf, smallWorld, zone, type SmallWorld } from '../support/small-world.ts';

openApp();

const morning = instantAt('2026-11-23', '08:00', zone);
const later = (minutes: number) => new Date(morning.getTime() + minutes * 60_000);

let world: SmallWorld;
let staff: Actor;
beforeAll(async () => {
	world = await smallWorld(morning);
	staff = await world.person('李主任', { roles: ['staff'] });
});

/** A sheet as a draft. */
async function bring(target: TargetKey, csv: string, by = staff, into = world): Promise<string> {
	const sheet = await readSheet(Buffer.from(csv), 'list.csv');
	const id = newId();
	await into.run((scope) => bringSheet(scope, by, { id, target, fileName: 'list.csv', sheet }, morning));
	return id;
}

const see = (id: string) => world.run((scope) => runFor(scope, staff, id));

async function change(id: string, mend: (mapping: Mapping) => Mapping): Promise<void> {
	const { mapping } = await see(id);
	await world.run((scope) => mapColumns(scope, staff, { id, mapping: mend(mapping) }));
}

/** Imports a draft, as the job would. */
async function carryOut(id: string, now = later(1)): Promise<Run> {
	await world.run((scope) => startImport(scope, staff, { id, zone }));
	await world.run((scope) => importSheet(scope, { runId: id, zone, by: staff }, now));
	return see(id);
}

/** What became of rows that were left out: file line and codes. */
async function leftOut(id: string): Promise<string[]> {
	const rejects = await world.run(async (scope) => rejectsOf(scope, await runFor(scope, staff, id)));
	return (rejects?.bad ?? []).map(
		({ row, errors }) =>
			`${rejects!.lines[row - 1]} ${errors.map(({ field, code }) => `${field} ${code}`).join(', ')}`
	);
}

const found = (name: string) =>
	world.run((scope) => listPeople(scope, { tokens: queryTokens(name), show: 'all', limit: 20, offset: 0 }));

let numbers = 0;
const phone = () => `139${String(++numbers).padStart(8, '0')}`;

describe('a sheet of residents', () => {
	it('brings verified people with their homes and phones, and no consent of theirs', async () => {
		const number = phone();
		const id = await bring(
			'residents',
			`姓名,性别,出生日期,电话,楼幢,门牌号,独居\n周小禾,女,1958-03-02,${number},东园3号楼,2单元501,是\n`
		);
		expect(await carryOut(id)).toMatchObject({ status: 'imported', good: 1, bad: 0, progress: 1 });
		const person = await world.run((scope) => personByPhone(scope, phoneHash(number)));
		expect(person).toMatchObject({
			name: '周小禾',
			gender: 'female',
			bornOn: '1958-03-02',
			vulnerable: true,
			verifiedAt: later(1),
			verifiedBy: staff.personId
		});
		expect(await world.run((scope) => buildingOf(scope, person!.id))).toBe(world.buildingIds[2]);
		expect(await world.run((scope) => revealPhone(scope, staff, person!.id, 'call', later(2)))).toBe(number);
		const events = await world.run((scope) => eventsOf(scope, 'person', person!.id));
		expect(events.map(({ kind, actorId }) => [kind, actorId])).toEqual([['imported', staff.personId]]);
	});

	it('leaves those out who are registered already, and says so with the row of the file', async () => {
		const number = phone();
		await world.person('钱大妈', { phone: number, building: 1 });
		const id = await bring(
			'residents',
			`姓名,电话,楼幢,门牌号\n别人,${number},,\n\n钱大妈,,东园 2 号楼,钱大妈 门\n钱大妈,,东园 5 号楼,\n`
		);
		expect(await carryOut(id)).toMatchObject({ status: 'imported', good: 1, bad: 2 });
		expect(await leftOut(id)).toEqual(['2 phone person_there', '4 name person_there']);
	});

	it('gives one phone of a couple to the first of them, and the other can still be called', async () => {
		const number = phone();
		await carryOut(await bring('residents', `姓名,电话\n吴同甲,${number}\n吴同乙,${number}\n`));
		expect(await world.run((scope) => personByPhone(scope, phoneHash(number)))).toMatchObject({
			name: '吴同甲'
		});
		const [second] = await found('吴同乙');
		expect(await world.run((scope) => revealPhone(scope, staff, second!.id, 'call', later(2)))).toBe(number);
	});
});

describe('the good rows', () => {
	it('go in all together or not at all, and can be tried again', async () => {
		registerTarget({
			...residentsTarget,
			bring: async (scope, rows, importing, progress) => {
				await residentsTarget.bring(scope, rows.slice(0, 2), importing, progress);
				throw new Error('the third row breaks');
			}
		});
		const id = await bring('residents', '姓名\n半途甲\n半途乙\n半途丙\n');
		expect(await carryOut(id)).toMatchObject({ status: 'failed', good: null });
		expect(await found('半途')).toEqual([]);
		expect(await world.run((scope) => countImportedRows(scope, id))).toBe(0);

		registerTarget(residentsTarget);
		expect(await carryOut(id)).toMatchObject({ status: 'imported', good: 3 });
		expect(await found('半途')).toHaveLength(3);
	});

	it('go in once, however often the job runs', async () => {
		const id = await bring('residents', '姓名\n一次就好\n');
		await world.run((scope) => startImport(scope, staff, { id, zone }));
		const due = { runId: id, zone, by: staff };
		await Promise.all([1, 2].map(() => world.run((scope) => importSheet(scope, due, later(1)))));
		expect(await found('一次就好')).toHaveLength(1);
	});

	it('are gone from the draft afterwards; only those that were left out are kept, sealed', async () => {
		const id = await bring('residents', '姓名,出生日期\n留不住,1950-01-01\n看不懂,昨天\n');
		const draft = await world.run((scope) => sheetsOf(scope, id));
		expect(draft?.sheetSealed?.toString('utf8')).not.toContain('留不住');
		await carryOut(id);
		const kept = await world.run((scope) => sheetsOf(scope, id));
		expect(kept?.sheetSealed).toBeNull();
		expect(await leftOut(id)).toEqual(['3 bornOn day_unclear']);
	});
});

describe('a sheet of volunteers', () => {
	it('brings approved cards with skills unconfirmed, times, and the role, but nobody vetted', async () => {
		const number = phone();
		const id = await bring(
			'volunteers',
			`姓名,电话,职业,党员,技能,服务时间\n郑帮手,${number},会计,是,理发、修水管,周六上午\n`
		);
		await change(id, (mapping) => ({
			...mapping,
			fields: {
				...mapping.fields,
				skills: {
					...mapping.fields.skills!,
					words: { 理发: 'haircuts', 修水管: 'plumbing' }
				}
			}
		}));
		expect(await carryOut(id)).toMatchObject({ status: 'imported', good: 1 });
		const person = await world.run((scope) => personByPhone(scope, phoneHash(number)));
		await world.run(async (scope) => {
			expect(await cardOf(scope, person!.id)).toMatchObject({
				status: 'approved',
				approvedBy: staff.personId,
				occupation: '会计',
				partyMember: true,
				vettedUntil: null,
				insuredUntil: null
			});
			const skills = await skillsOf(scope, [person!.id]);
			expect(skills.map(({ skill, level, confirmedAt }) => [skill, level, confirmedAt]).sort()).toEqual([
				['haircuts', 1, null],
				['plumbing', 1, null]
			]);
			expect(await availabilityOf(scope, [person!.id])).toMatchObject([
				{ weekday: 6, fromMinute: 480, toMinute: 720 }
			]);
			expect(await rolesOf(scope, person!.id)).toEqual(['volunteer']);
		});
	});

	it('takes skills as confirmed where a column says so', async () => {
		const id = await bring('volunteers', '姓名,技能,技能已核实\n郑核实,haircuts,是\n');
		await carryOut(id);
		const [person] = await found('郑核实');
		const [skill] = await world.run((scope) => skillsOf(scope, [person!.id]));
		expect(skill).toMatchObject({ level: 2, confirmedBy: staff.personId });
	});

	it('finds people by phone, or by name and building, and gives nobody a second card', async () => {
		const number = phone();
		const known = await world.person('孙已知', { phone: number, building: 3 });
		const busy = await world.volunteer('有卡人', { building: 1 });
		const id = await bring(
			'volunteers',
			`姓名,电话,楼幢\n孙已知,${number},\n孙已知,,东园4号楼\n别名,${number},\n${busy.name},,东园2号楼\n${staff.name},,东园1号楼\n`
		);
		expect(await carryOut(id)).toMatchObject({ good: 1, bad: 4 });
		expect(await leftOut(id)).toEqual([
			'3 name card_there',
			'4 phone phone_of_another',
			'5 name card_there',
			'6 name own_card'
		]);
		expect(await world.run((scope) => cardOf(scope, known.personId))).toMatchObject({ status: 'approved' });
	});
});

describe('a sheet of requests', () => {
	const header = 'title,details,category,from,to,people,org,latitude,longitude';
	const laid = (mapping: Mapping): Mapping => ({
		...mapping,
		place: {
			kind: 'lay_onto',
			bounds: { south: 40, north: 41, west: -74, east: -73 },
			size: { widthMetres: 1000, heightMetres: 1000 }
		}
	});

	it('is asked for by staff on behalf of units, each added once, at the nearest building, in its days', async () => {
		const title = 'A title that is so long that sixty letters are not enough to hold it';
		const id = await bring(
			'requests',
			`${header}\n${title},Bring gloves,clean_up_day,2026-12-01,2026-12-02,30,Green Fingers,40.5,-73.69\n` +
				'Second,,event_help,2026-12-01,,5,Green Fingers,,\n'
		);
		await change(id, laid);
		expect(await carryOut(id)).toMatchObject({ status: 'imported', good: 2 });
		const [unit, ...others] = await found('Green Fingers');
		expect(others).toEqual([]);
		expect(unit).toMatchObject({ kind: 'unit', verifiedBy: staff.personId });
		await world.run(async (scope) => {
			const asked = await requestsOf(scope, unit!.id);
			const [first, second] = asked.sort((a) => (a.need === 'clean_up_day' ? -1 : 1));
			expect(first).toMatchObject({
				askedBy: staff.personId,
				importId: id,
				life: 'open',
				peopleNeeded: 30,
				presence: 'outside',
				buildingId: world.buildingIds[2],
				title: `${title.slice(0, 59)}…`
			});
			expect(await noteOf(scope, first!)).toBe(`${title}\nBring gloves`);
			const windows = (await windowsOf(scope, [first!.id])).get(first!.id)!;
			expect(windows.map(({ start }) => start)).toEqual([
				instantAt('2026-12-01', '09:00', zone),
				instantAt('2026-12-02', '09:00', zone)
			]);
			expect(second).toMatchObject({ buildingId: null, presence: 'outside', noteSealed: null });
			const events = await eventsOf(scope, 'request', first!.id);
			expect(events.map(({ kind }) => kind)).toEqual(['imported']);
		});
	});

	it('finds the person it is for, and refuses names of several, days gone by and nobody at all', async () => {
		await world.person('独一人');
		await world.person('同名人', { building: 0 });
		await world.person('同名人', { building: 1 });
		const id = await bring(
			'requests',
			'标题,类别,开始日期,求助人,楼幢\n买菜,shopping,2026-12-01,独一人,\n买米,shopping,2026-12-01,同名人,\n' +
				'买面,shopping,2026-12-01,同名人,东园 2 号楼\n买油,shopping,2026-11-01,独一人,\n买盐,shopping,2026-12-01,,\n'
		);
		expect(await carryOut(id)).toMatchObject({ good: 2, bad: 3 });
		expect(await leftOut(id)).toEqual([
			'3 onBehalfOf name_of_several',
			'5 fromDay day_over',
			'6 onBehalfOf missing'
		]);
		expect(await found('独一人')).toHaveLength(1);
		expect(await found('同名人')).toHaveLength(2);
	});
});

describe('undoing an import', () => {
	it('removes all that it brought: people, homes, cards, roles, requests', async () => {
		const people = await bring(
			'residents',
			'姓名,楼幢,门牌号\n来去甲,东园1号楼,九零一\n来去乙,东园1号楼,九零一\n'
		);
		const cards = await bring('volunteers', '姓名,技能,服务时间\n来去丙,haircuts,周日\n');
		const requests = await bring(
			'requests',
			'标题,类别,开始日期,单位\n来去丁,event_help,2026-12-01,来去单位\n'
		);
		for (const id of [people, cards, requests]) {
			await carryOut(id);
			expect(await world.run((scope) => undoImport(scope, staff, id, later(5)))).toMatchObject({ stay: 0 });
			expect(await see(id)).toMatchObject({ status: 'undone', undoneAt: later(5) });
			expect(await world.run((scope) => countImportedRows(scope, id))).toBe(0);
		}
		expect(await found('来去')).toEqual([]);
	});

	it('leaves what something has happened with since, and says why', async () => {
		const people = await bring('residents', '姓名\n同意了\n没动过\n');
		await carryOut(people);
		const [agreed] = await found('同意了');
		await world.run((scope) => consentTo(scope, agreed!.id, ['matching'], null, later(2)));
		expect(await world.run((scope) => undoImport(scope, staff, people, later(5)))).toEqual({
			gone: 1,
			stay: 1
		});
		expect(await world.run((scope) => importedRowsOf(scope, people))).toMatchObject([
			{ rowNumber: 1, subjectKind: 'person', subjectId: agreed!.id, stayed: 'has_consents' }
		]);

		const requests = await bring(
			'requests',
			'标题,类别,开始日期,单位\n受理了,event_help,2026-12-01,受理单位\n没受理,event_help,2026-12-01,受理单位\n'
		);
		await carryOut(requests);
		const [unit] = await found('受理单位');
		const accepted = await world.run(async (scope) =>
			(await requestsOf(scope, unit!.id)).find(({ title }) => title === '受理了')
		);
		await world.run((scope) => acceptRequest(scope, staff, accepted!.id, later(2)));
		expect(await world.run((scope) => undoImport(scope, staff, requests, later(5)))).toEqual({
			gone: 1,
			stay: 2
		});
		const stays = await world.run((scope) => importedRowsOf(scope, requests));
		expect(stays.map(({ subjectKind, stayed }) => [subjectKind, stayed])).toEqual([
			['person', 'has_requests'],
			['request', 'changed']
		]);
		expect(await world.run((scope) => requestById(scope, accepted!.id))).toMatchObject({ life: 'open' });
	});

	it('works once: of two who undo at the same time one is told that the import has moved on', async () => {
		const id = await bring('residents', '姓名\n两人撤\n');
		await carryOut(id);
		const tries = await Promise.allSettled(
			[1, 2].map(() => world.run((scope) => undoImport(scope, staff, id, later(5))))
		);
		expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		expect(tries.find(({ status }) => status === 'rejected')).toMatchObject({
			reason: { code: 'changed_meanwhile', detail: 'import' }
		});
		expect(await found('两人撤')).toEqual([]);
	});

	it('is not possible before the import', async () => {
		const id = await bring('residents', '姓名\n还没进\n');
		await expect(world.run((scope) => undoImport(scope, staff, id, later(5)))).rejects.toMatchObject({
			code: 'changed_meanwhile'
		});
	});
});

describe('a kept mapping', () => {
	it('is used for the next sheet, as far as its columns are there, and is overwritten only when asked', async () => {
		const first = await bring('residents', '甲,乙\n王一,x\n');
		await change(first, (mapping) => ({
			...mapping,
			fields: {
				...mapping.fields,
				name: { ...mapping.fields.name!, column: '甲' },
				door: { ...mapping.fields.door!, column: '乙' }
			}
		}));
		const keep = (runId: string, overwrite: boolean) =>
			world.run((scope) => keepMapping(scope, staff, { runId, name: '甲乙表', overwrite }, later(1)));
		await keep(first, false);
		await expect(keep(first, false)).rejects.toMatchObject({
			code: 'already_taken',
			params: { name: '甲乙表' }
		});
		await keep(first, true);

		const second = await bring('residents', '甲,丙\n王二,x\n');
		const kept = await world.run((scope) => keptFor(scope, staff, 'residents'));
		expect(kept.map(({ name }) => name)).toEqual(['甲乙表']);
		await world.run((scope) => loadMapping(scope, staff, { runId: second, keptId: kept[0]!.id }));
		const { fields } = (await see(second)).mapping;
		expect([fields.name?.column, fields.door?.column]).toEqual(['甲', null]);
	});
});

describe('a sheet belongs to one community’s staff', () => {
	it('is not found in another community', async () => {
		const other = await smallWorld(morning);
		const theirs = await other.person('别处主任', { roles: ['admin'] });
		const id = await bring('residents', '姓名\n本社区\n');
		await expect(other.run((scope) => runFor(scope, theirs, id))).rejects.toMatchObject({
			code: 'not_found'
		});
		await expect(other.run((scope) => undoImport(scope, theirs, id, later(1)))).rejects.toMatchObject({
			code: 'not_found'
		});
		expect(await other.run((scope) => listRuns(scope, { limit: 10, offset: 0 }))).toEqual([]);
	});

	it.each([[[]], [['volunteer' as const]]])('is nobody else’s business: roles %j', async (roles) => {
		const id = await bring('residents', '姓名\n不给看\n');
		const outsider = await world.person('外人', { roles });
		const tries = [
			() => bring('residents', '姓名\n外人的\n', outsider),
			() => world.run((scope) => runFor(scope, outsider, id)),
			() => world.run((scope) => startImport(scope, outsider, { id, zone })),
			() => world.run((scope) => discardSheet(scope, outsider, id)),
			() => world.run((scope) => undoImport(scope, outsider, id, later(1))),
			() => world.run((scope) => keptFor(scope, outsider, 'residents'))
		];
		for (const attempt of tries) await expect(attempt()).rejects.toMatchObject({ code: 'not_allowed' });
	});

	it('is started once, and cannot be thrown away or mended afterwards', async () => {
		const id = await bring('residents', '姓名\n开始了\n');
		const { mapping } = await see(id);
		await world.run((scope) => startImport(scope, staff, { id, zone }));
		const tries = [
			() => world.run((scope) => startImport(scope, staff, { id, zone })),
			() => world.run((scope) => discardSheet(scope, staff, id)),
			() => world.run((scope) => mapColumns(scope, staff, { id, mapping }))
		];
		for (const attempt of tries) await expect(attempt()).rejects.toMatchObject({ code: 'changed_meanwhile' });
	});
});
