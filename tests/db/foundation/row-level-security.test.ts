import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/accounts/people.ts';
import { communitiesOfAccount } from '#lib/accounts/account-queries.server.ts';
import { addPerson } from '#lib/accounts/register.server.ts';
import { accounts } from '#lib/accounts/tables.server.ts';
import {
	alsoIn,
	appRole,
	inAccount,
	inCommon,
	inCommunity,
	type Transaction
} from '#lib/db/client.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { openStore } from '../../support/open-store.ts';
import { smallWorld, type SmallWorld } from '../../support/small-world.ts';

openStore();

const now = new Date('2026-11-22T02:00:00Z');
let here: SmallWorld;
let there: SmallWorld;
let neighbour: Actor;
let stranger: Actor;
beforeAll(async () => {
	here = await smallWorld(now);
	there = await smallWorld(now);
	neighbour = await here.person('近邻');
	stranger = await there.person('远客');
});

const rows = async (tx: Transaction, statement: string) => [
	...(await tx.execute<Record<string, string>>(sql.raw(statement)))
];
const names = async (tx: Transaction) => (await rows(tx, 'select name from people')).map(({ name }) => name);

describe('in the transaction of one community', () => {
	it('a statement that forgot its filter finds nobody else', async () => {
		expect(await here.run(({ tx }) => names(tx))).toEqual(expect.arrayContaining(['近邻']));
		expect(await here.run(({ tx }) => names(tx))).not.toContain('远客');
		expect(
			await here.run(({ tx }) => rows(tx, `select id from people where id = '${stranger.personId}'`))
		).toEqual([]);
	});
	it('it changes and deletes nobody else', async () => {
		const changed = await here.run(({ tx }) =>
			rows(tx, `update people set vulnerable = true returning name`)
		);
		expect(changed.map(({ name }) => name)).not.toContain('远客');
		const emptied = await here.run(({ tx }) => rows(tx, `delete from consents returning community_id`));
		expect(emptied.map((row) => row.community_id)).toEqual([here.communityId]);
		expect(await there.run(({ tx }) => rows(tx, 'select id from people where vulnerable'))).toEqual([]);
		expect(await there.run(({ tx }) => rows(tx, 'select id from consents'))).toHaveLength(1);
	});
	it('it writes no row into another, and moves none there', async () => {
		const into = `insert into avoidances values ('${there.communityId}', '${stranger.personId}', '${stranger.personId}', now())`;
		const move = `update people set community_id = '${there.communityId}' where id = '${neighbour.personId}'`;
		for (const statement of [into, move]) {
			const tried = here.run(({ tx }) => rows(tx, statement));
			await expect(tried).rejects.toMatchObject({
				cause: { message: expect.stringContaining('row-level security') }
			});
		}
	});
	it('it may not set itself into another by taking off its role', async () => {
		const tried = here.run(({ tx }) => rows(tx, 'alter table people no force row level security'));
		await expect(tried).rejects.toMatchObject({ cause: { message: 'must be owner of table people' } });
	});
});

describe('in a transaction that was opened to a neighbouring community as well', () => {
	it('the two are seen, each by its scope, a third one is not, and the next to come sees one again', async () => {
		const third = await smallWorld(now);
		await third.person('局外人');
		const seen = await here.run(async (scope) => {
			const next = await alsoIn(scope, there.communityId);
			expect(next.communityId).toBe(there.communityId);
			return names(next.tx);
		});
		expect(seen).toEqual(expect.arrayContaining(['近邻', '远客']));
		expect(seen).not.toContain('局外人');
		const both = await here.run(async (scope) => {
			await alsoIn(scope, there.communityId);
			return names((await alsoIn(scope, third.communityId)).tx);
		});
		expect(both).toEqual(expect.arrayContaining(['近邻', '远客', '局外人']));
		expect(await here.run(({ tx }) => names(tx))).not.toContain('远客');
	});
});

describe('without a community', () => {
	it('there is nothing to see in any of its tables', async () => {
		const tables = await inCommon(({ tx }) =>
			rows(
				tx,
				`select table_name as name from information_schema.columns where column_name = 'community_id' and table_schema = 'public'`
			)
		);
		expect(tables.length).toBeGreaterThan(20);
		for (const { name } of tables) {
			expect(await inCommon(({ tx }) => rows(tx, `select community_id from "${name}"`)), name).toEqual([]);
		}
	});
	it('the next to use the connection inherits nothing', async () => {
		const all = Array.from({ length: 30 }, (_, at) =>
			at % 2 ? inCommon(({ tx }) => names(tx)) : here.run(({ tx }) => names(tx))
		);
		const seen = await Promise.all(all);
		expect(seen.filter((_, at) => at % 2).flat()).toEqual([]);
	});
	it('a community that is none is refused, not read as all', async () => {
		await expect(inCommunity('', ({ tx }) => names(tx))).resolves.toEqual([]);
		await expect(inCommunity("'; --", ({ tx }) => names(tx))).rejects.toThrow();
	});
});

describe('in the transaction of an account', () => {
	it('it sees its own person in each community, to read and no more', async () => {
		const accountId = newId();
		const row = {
			id: accountId,
			phoneHash: accountId,
			phoneSealed: Buffer.of(1),
			wrappedKey: Buffer.of(1),
			createdAt: now
		};
		await inCommon(({ tx }) => tx.insert(accounts).values(row));
		for (const world of [here, there])
			await world.run((scope) => addPerson(scope, { name: '两处', accountId }, now));
		expect(await inAccount(accountId, ({ tx }) => names(tx))).toEqual(['两处', '两处']);
		expect(await inAccount(accountId, (scope) => communitiesOfAccount(scope, accountId))).toHaveLength(2);
		expect(await inAccount(accountId, ({ tx }) => rows(tx, 'select community_id from consents'))).toEqual([]);
		expect(
			await inAccount(accountId, ({ tx }) => rows(tx, `update people set name = 'x' returning id`))
		).toEqual([]);
		expect(await inAccount(newId(), ({ tx }) => names(tx))).toEqual([]);
	});
});

describe('the role of the application', () => {
	it('owns nothing and passes no policy by', async () => {
		const [role] = await inCommon(({ tx }) =>
			rows(
				tx,
				`select current_user::text as name, rolbypassrls as bypass, rolsuper as super from pg_roles where rolname = current_user`
			)
		);
		expect(role).toEqual({ name: appRole, bypass: false, super: false });
		const owned = await inCommon(({ tx }) =>
			rows(tx, `select relname from pg_class where relowner = '${appRole}'::regrole`)
		);
		expect(owned).toEqual([]);
	});
	it('meets a forced policy in every table of a community', async () => {
		const open = await inCommon(({ tx }) =>
			rows(
				tx,
				`select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'community_id'
				where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
				and not (c.relrowsecurity and c.relforcerowsecurity and exists (
					select from pg_policy p where p.polrelid = c.oid and p.polname = 'tenant'))`
			)
		);
		expect(open).toEqual([]);
	});
});
