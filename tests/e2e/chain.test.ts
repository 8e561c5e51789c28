import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '#lib/shared/ids.ts';
import { expectSeen } from '../support/page.ts';
import { openPageOf } from '../support/signed-in.ts';
import { openSite } from '../support/site.ts';
import { wordsOf } from '../support/words.ts';

const site = openSite();
const say = wordsOf('zh-CN');

/** As its owner, inside the demo community. */
let sql: postgres.Sql;
let activityId: string;
const twins = [newId(), newId()];
beforeAll(async () => {
	sql = postgres(site.database.url, { max: 1 });
	const [community] = await sql<{ id: string }[]>`select id from communities where slug = 'chengdong'`;
	await sql`select set_config('app.communities', ${`{${community!.id}}`}, false)`;
	const [activity] = await sql<{ id: string }[]>`select id from activities where name = '冬季大清扫'`;
	activityId = activity!.id;
	for (const id of twins) {
		await sql`insert into people (community_id, id, kind, name, wrapped_key, search, created_at)
			values (${community!.id}, ${id}, 'resident', '龚双双', '', '{}', now())`;
	}
});
afterAll(() => sql.end());

it('a pasted 接龙 becomes sign-ups, with the doubtful lines asked about, without scripts', async () => {
	const page = await openPageOf(site, '李敏', { javaScriptEnabled: false });
	await page.goto(`${site.app.url}/chengdong/activities/${activityId}/chain`);
	const told = await page.getByLabel(say('papers_chain_copy_label')).inputValue();
	expect(told).toContain('#接龙\n冬季大清扫\n');
	const field = page.getByLabel(say('papers_chain_paste'));
	const read = page.getByRole('button', { name: say('papers_chain_read'), exact: true });
	await field.fill('1. 陈桂香\n2. 龚双双\n3、张守田\n4. 小太阳');
	await read.click();
	await expectSeen(page.getByText(say('papers_chain_found', { sure: 1, asked: 2 })));
	await expectSeen(page.getByText(say('papers_doubt_not_found', { name: '小太阳' })));
	await expectSeen(page.getByText(say('papers_doubt_same_name', { name: '龚双双' })));
	// nothing that was pasted is lost, and a name can be put right
	await field.fill((await field.inputValue()).replace('小太阳', '林晓慧'));
	await read.click();
	await expectSeen(page.getByText(say('papers_chain_found', { sure: 2, asked: 1 })));
	await page.getByLabel(say('papers_chain_who')).selectOption(twins[1]!);
	await page.getByRole('button', { name: say('papers_chain_sign'), exact: true }).click();
	await expectSeen(page.getByText(say('papers_chain_result')));
	expect(await page.getByText(say('papers_done_signed'), { exact: true }).count()).toBe(3);
	const rows = await sql<{ name: string; person_id: string }[]>`select p.name, s.person_id from sign_ups s
		join people p on p.id = s.person_id
		where s.activity_id = ${activityId} and p.name in ('陈桂香', '龚双双', '林晓慧') order by p.name`;
	expect(rows.map(({ name }) => name).sort()).toEqual(['林晓慧', '陈桂香', '龚双双'].sort());
	expect(rows.map(({ person_id: id }) => id)).toContain(twins[1]);
	await page.context().close();
});
