import { beforeAll, expect, it } from 'vitest';
import type { Actor } from '#lib/accounts/people.ts';
import { quarterPage } from '#lib/activities/quarter-page.server.ts';
import { groups } from '#lib/groups/tables.server.ts';
import { cancelDate } from '#lib/activities/change-date.server.ts';
import { attendancesOf } from '#lib/activities/attendance-queries.server.ts';
import { signUp } from '#lib/activities/sign-up.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { readPasted, signUpPasted, type ChainAnswer } from '#lib/activities/chain.server.ts';
import { listSignUps } from '#lib/activities/sign-up-queries.server.ts';
import { at, here, stage, type Stage } from '../support/activity-cast.ts';
import { openApp } from '../support/open-app.ts';

openApp();

let town: Stage;
let twin: Actor;
let activityId: string;
beforeAll(async () => {
	town = await stage();
	for (const name of ['张三', '李四', '王小花', '赵六']) await town.world.person(name);
	await town.world.person('陈静');
	twin = await town.world.person('陈静', { building: 3 });
	activityId = await town.publish({ seats: 4, companions: 1, rule: null });
});

const pasted = (text: string, occurrenceId: string) => ({ activityId, occurrenceId, text });
const list = async () =>
	(await town.world.run((scope) => listSignUps(scope, activityId))).map(({ name, status, companions }) =>
		[name, status, companions].join(' ')
	);

it('a pasted 接龙 becomes sign-ups: the sure ones, the answered ones, and each line says what became of it', async () => {
	const [date] = await town.dates(activityId);
	const text = '#接龙\n1. 张三+1\n2. 陈静\n3. 王小花 带孩子\n4. 张三\n5. 小太阳\n6. 李四 取消\n7. ';
	const run = (actor: Actor, said: string, answers = new Map<number, ChainAnswer>()) =>
		town.world.run((scope) => signUpPasted(scope, actor, pasted(said, date!.id), answers, here));
	const { entries } = await town.world.run((scope) =>
		readPasted(scope, town.staff, pasted(text, date!.id), here)
	);
	expect(entries.map(({ kind }) => kind)).toEqual([
		'words',
		'sure',
		'asked',
		'asked',
		'twice',
		'asked',
		'withdrawn',
		'blank'
	]);
	const by = (name: string) => entries.find((one) => one.name === name)!;
	const answers = new Map([
		[by('陈静').at, { personId: twin.personId, companions: 0 }],
		// nobody whom the line can mean
		[by('小太阳').at, { personId: twin.personId, companions: 0 }],
		[by('王小花').at, { personId: by('王小花').people[0]!.id, companions: 1 }]
	]);
	await expect(run(twin, text, answers)).rejects.toMatchObject({ code: 'not_found' });
	const done = await run(town.staff, text, answers);
	expect(done.map(({ entry, done: what }) => [entry.name, what])).toEqual([
		['张三', 'signed'],
		['陈静', 'signed'],
		// two do not fit into the seat that is left
		['王小花', 'waiting'],
		['小太阳', 'skipped']
	]);
	expect(await list()).toEqual(['张三 signed 1', '陈静 signed 0', '王小花 waiting 1']);

	// pasted again, nothing happens twice; who is signed up and takes it back is asked about
	expect(await run(town.staff, '1. 张三+1\n2. 赵六')).toMatchObject([
		{ entry: { name: '赵六' }, done: 'signed' }
	]);
	const leaving = '1. 张三 取消';
	expect(await run(town.staff, leaving)).toMatchObject([{ done: 'kept' }]);
	const yes = new Map([[0, { personId: by('张三').people[0]!.id, companions: 0 }]]);
	expect(await run(town.staff, leaving, yes)).toMatchObject([{ done: 'withdrawn' }]);
	expect(await list()).toContain('王小花 offered 1');
});

it('a minus one takes somebody of the series off that date alone, once it is answered', async () => {
	const comer = await town.world.person('孙来来');
	const id = await town.publish({ seats: null });
	const [date] = await town.dates(id);
	const run = <T>(work: (scope: Scope) => Promise<T>) => town.world.run(work);
	const wish = {
		activityId: id,
		occurrenceId: null,
		personId: comer.personId,
		companions: 0,
		fit: [],
		wait: false
	};
	await run((scope) => signUp(scope, comer, wish, here));
	const list = { activityId: id, occurrenceId: date!.id, text: '3. 孙来来-1' };
	const answers = new Map([[0, { personId: comer.personId, companions: 0 }]]);
	const [done] = await run((scope) => signUpPasted(scope, town.staff, list, answers, here));
	expect(done).toMatchObject({ done: 'withdrawn' });
	expect(await run((scope) => attendancesOf(scope, id, [comer.personId]))).toMatchObject([
		{ occurrenceId: date!.id, status: 'excused' }
	]);
	expect(await run((scope) => listSignUps(scope, id))).toMatchObject([{ status: 'signed' }]);
});

it('a quarter says of each group what was held, is to come and was called off in each month', async () => {
	const [singing, idle] = [newId(), newId()];
	const row = {
		kind: 'arts' as const,
		theme: 'culture' as const,
		words: '',
		wordsEn: '',
		meets: '',
		meetsEn: '',
		search: []
	};
	await town.world.run(({ tx, communityId }) =>
		tx.insert(groups).values(
			[singing, idle].map((id, at) => ({
				...{ ...row, communityId, id, join: 'open' as const, createdAt: here.now },
				...{ name: `${at}队`, nameEn: `Group ${at}` }
			}))
		)
	);
	const id = await town.publish({ groupId: singing });
	const dates = await town.dates(id);
	const last = dates.findLast(({ localDay }) => localDay < '2027-01-01')!;
	await town.world.run((scope) =>
		cancelDate(scope, town.staff, { occurrenceId: last.id, sequence: 0, reason: '过年' }, here)
	);
	const december = at('18:00', '2026-12-01');
	const { rows } = await town.world.run((scope) => quarterPage(scope, '2026-4', december));
	expect(
		rows.map(({ name, cancelled, months }) => [
			name,
			cancelled,
			...months.map(({ held, ahead }) => [held, ahead])
		])
	).toEqual([
		['1队', 0, [0, 0], [0, 0], [0, 0]],
		['0队', 1, [0, 0], [1, 0], [1, 3]]
	]);
});
