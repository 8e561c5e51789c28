/**
 * `npm run bench -- activities`: the month of a community with 200 groups and 20,000 dates beside the SQL of it alone, in
 * turn; and a calendar file of 500 dates.
 */
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { calendarOf } from '#lib/activities/calendar.server.ts';
import { listPage } from '#lib/activities/list-page.server.ts';
import { countDates, listDates } from '#lib/activities/list-queries.server.ts';
import { activities, occurrences } from '#lib/activities/tables.server.ts';
import { calendarFile } from '#lib/booking/calendar-file.ts';
import { appRole, clientOptions, closeDatabase, openDatabase, type Scope } from '#lib/db/client.server.ts';
import { insertMany } from '#lib/db/insert-many.server.ts';
import { groups } from '#lib/groups/tables.server.ts';
import { prepareDatabase } from '#lib/jobs/prepare.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { addDays, day as aDay, hour } from '#lib/shared/time.ts';
import { migrations } from '../../scripts/project.ts';
import { openTestServer } from '../support/cluster.ts';
import { createDatabase } from '../support/create-database.ts';
import { smallWorld, zone, type SmallWorld } from '../support/small-world.ts';
import { ms, report } from './matching/report.ts';
import { atShare, timed } from './support/figures.ts';

const now = new Date('2026-11-23T00:30:00Z');
const here = { now, zone };
const [groupCount, datesEach, rounds, warmUps] = [200, 100, 200, 30];
const asked = { month: '2026-12', day: null, kind: null, theme: null, group: null, only: null };
const december = { from: '2026-12-01', to: '2026-12-31' };
const all = { kind: null, theme: null, groupId: null, activityIds: null, near: null };

const table = report(true);
const server = await openTestServer();
process.env.DATA_DIR = server.dataDir;
const database = await createDatabase(server.url);
process.env.DATABASE_URL = database.url;
await prepareDatabase(database.url, migrations);
openDatabase(database.url);
const world = await smallWorld(now);
await fill(world, groupCount, datesEach);
const small = await smallWorld(now);
await fill(small, 20, 25);
const statements = await statementsOf(world.communityId);
const bare = postgres(database.url, {
	...clientOptions,
	max: 1,
	connection: { ...clientOptions.connection, role: appRole }
});
try {
	await monthView();
	await calendar();
} finally {
	await bare.end();
	await closeDatabase();
	await database.drop();
	await server.close();
}

async function monthView(): Promise<void> {
	const [page, sql]: [number[], number[]] = [[], []];
	for (let round = 0; round < warmUps + rounds; round++) {
		const one = await timed(() => world.run((scope) => listPage(scope, null, asked, here)));
		const other = await timed(runBare);
		if (round < warmUps) continue;
		page.push(one.ms);
		sql.push(other.ms);
	}
	const [ofPage, ofSql] = [atShare(page, 0.95), atShare(sql, 0.95)];
	table.line(
		`month of ${groupCount} groups and ${(groupCount * datesEach).toLocaleString('en')} dates`,
		`its SQL p95 ${ms(ofSql)}`,
		`p95 ${ms(ofPage)}, × ${(ofPage / ofSql).toFixed(2)}`,
		'≤ × 3',
		ofPage <= 3 * ofSql
	);
}

async function calendar(): Promise<void> {
	const times: number[] = [];
	let count = 0;
	for (let round = 0; round < warmUps + rounds / 2; round++) {
		const { result, ms } = await timed(() => small.run(file));
		count = result;
		if (round >= warmUps) times.push(ms);
	}
	const last = atShare(times, 0.95);
	table.line(
		`calendar file of ${count} dates`,
		'',
		`p50 ${ms(atShare(times, 0.5))}, p95 ${ms(last)}`,
		'≤ 50 ms',
		last <= 50
	);
}

/** @returns how many events it has */
async function file(scope: Scope): Promise<number> {
	const events = await calendarOf(scope, { groupId: null }, here, {
		locale: 'zh-CN',
		home: 'http://localhost'
	});
	calendarFile(events, { zone, name: '活动' });
	return events.length;
}

interface Statement {
	text: string;
	values: unknown[];
}

/** The statements of the month as the app sends them. */
async function statementsOf(communityId: string): Promise<Statement[]> {
	const said: Statement[] = [];
	const client = postgres(database.url, { max: 1, onnotice: () => {} });
	const logger = { logQuery: (text: string, values: unknown[]) => void said.push({ text, values }) };
	const scope = { communityId, tx: drizzle(client, { casing: 'snake_case', logger }) } as unknown as Scope;
	await countDates(scope, { ...all, ...december });
	await listDates(scope, { ...all, from: december.from, to: addDays(december.from, 60) }, 40);
	await client.end();
	return said;
}

function runBare(): Promise<unknown> {
	return bare.begin(async (tx) => {
		await tx`select set_config('app.community', ${world.communityId}, true)`;
		for (const { text, values } of statements) await tx.unsafe(text, values as never[], { prepare: true });
	});
}

/** Groups that meet each week, a third of the weeks before now. */
async function fill({ run, person }: SmallWorld, count: number, weeks: number): Promise<void> {
	const leader = await person('领队');
	const ids = Array.from({ length: count }, () => ({ group: newId(), activity: newId() }));
	const named = (at: number) => ({
		name: `第${at}队`,
		nameEn: `Group ${at}`,
		words: '一起来',
		wordsEn: 'Come'
	});
	await run(async (scope) => {
		await insertMany(
			scope,
			groups,
			ids.map(({ group }, at) => ({
				...{ id: group, ...named(at), kind: 'arts' as const, theme: 'culture' as const },
				...{ meets: '每周', meetsEn: 'weekly', join: 'open' as const, createdAt: now, search: [], version: 1 }
			}))
		);
		await insertMany(
			scope,
			activities,
			ids.map(({ group, activity }, at) => ({
				...{
					id: activity,
					groupId: group,
					...named(at),
					kind: 'meeting' as const,
					theme: 'culture' as const
				},
				...{
					place: '活动室',
					firstDay: '2026-01-05',
					startMinute: 540,
					minutes: 90,
					rule: 'FREQ=WEEKLY;BYDAY=MO'
				},
				...{ signUp: 'either' as const, minimum: 0, companions: 0, closesMinutes: 0, residentsOnly: false },
				...{
					dangerous: false,
					status: 'published' as const,
					ledBy: leader.personId,
					createdAt: now,
					version: 1
				}
			}))
		);
		const dates = ids.flatMap(({ activity }, at) =>
			Array.from({ length: weeks }, (_, week) => {
				const start = new Date(now.getTime() + (7 * (week - Math.floor(weeks / 3)) + (at % 7)) * aDay);
				const localDay = start.toISOString().slice(0, 10);
				const during = { start, end: new Date(start.getTime() + hour) };
				return {
					...{ id: newId(), activityId: activity, ruleDay: localDay, localDay, during },
					...{ status: 'planned' as const, taken: 0, sequence: 0 }
				};
			})
		);
		await insertMany(scope, occurrences, dates);
	});
	const owner = postgres(database.url, { max: 1, onnotice: () => {} });
	await owner`analyze`;
	await owner.end();
}
