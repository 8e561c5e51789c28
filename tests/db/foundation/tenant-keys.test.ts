import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestDatabase } from '../../support/create-database.ts';
import { freshDatabase } from '../../support/database.ts';

/** Tables that belong to no community; everything else does. */
const globalTables = [
	'accounts',
	'communities',
	'facts',
	'sessions',
	'shown_messages',
	'sign_in_codes',
	'subdistrict_campaigns',
	'subdistricts',
	'supervisors'
];

let database: TestDatabase;
let owner: postgres.Sql;
beforeAll(async () => {
	database = await freshDatabase();
	owner = postgres(database.url, { max: 1 });
});
afterAll(async () => {
	await owner.end();
	await database.drop();
});

const tables = () => owner<{ name: string; tenant: boolean }[]>`
	select c.relname as name, a.attname is not null as tenant
	from pg_class c left join pg_attribute a on a.attrelid = c.oid and a.attname = 'community_id'
	where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by name`;

/** Name of the first column, of a constraint or index of each tenant table. */
const keys = () => owner<{ name: string; kind: string; first: string }[]>`
	select i.indexrelid::regclass::text as name, case when i.indisprimary then 'primary' else 'unique' end as kind,
		a.attname as first
	from pg_index i
	join pg_attribute t on t.attrelid = i.indrelid and t.attname = 'community_id'
	join pg_class c on c.oid = i.indrelid and c.relnamespace = 'public'::regnamespace
	left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
	where i.indisunique or i.indisexclusion`;

const references = () => owner<{ name: string; from: string; to: string | null; target: string }[]>`
	select k.conname as name, f.attname as from, t.attname as to, k.confrelid::regclass::text as target
	from pg_constraint k
	join pg_attribute own on own.attrelid = k.conrelid and own.attname = 'community_id'
	join pg_attribute f on f.attrelid = k.conrelid and f.attnum = k.conkey[1]
	left join pg_attribute t on t.attrelid = k.confrelid and t.attnum = k.confkey[1]
	where k.contype = 'f' and k.connamespace = 'public'::regnamespace`;

describe('the tenant', () => {
	it('is in every table but those known to belong to all', async () => {
		const all = await tables();
		expect(all.filter(({ tenant }) => !tenant).map(({ name }) => name)).toEqual(globalTables);
		expect(all.filter(({ tenant }) => tenant).length).toBeGreaterThan(20);
	});
	it('comes first in every primary key, unique index and exclusion', async () => {
		const all = await keys();
		expect(all.filter(({ first }) => first !== 'community_id')).toEqual([]);
		const withKey = all.filter(({ kind }) => kind === 'primary');
		expect(withKey).toHaveLength((await tables()).filter(({ tenant }) => tenant).length);
	});
	it('comes first in every foreign key, so that no row leans on another community', async () => {
		const among = (await references()).filter(({ target }) => !globalTables.includes(target));
		expect(among.filter(({ from, to }) => from !== 'community_id' || to !== 'community_id')).toEqual([]);
		expect(among.length).toBeGreaterThan(20);
	});
});
