import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { root } from '../../scripts/project.ts';
import { looks, wear, type Look } from '../support/screens.ts';
import { openPageOf } from '../support/signed-in.ts';
import { openSite } from '../support/site.ts';
import { wordsOf } from '../support/words.ts';

const folder = join(root, 'docs/screenshots');
/** Pictures that the manifest names. */
const shownAtInstalling = ['home', 'desk-match'];
const site = openSite();
const say = wordsOf('zh-CN');

const [phone, phoneDark, elder, elderDark, desk, deskDark] = looks as [Look, Look, Look, Look, Look, Look];
const english = { ...phone, locale: 'en' } as const;
const dark = { ...phoneDark, locale: 'zh-CN' } as const;
const deskEnglish = { ...desk, locale: 'en' } as const;

/** A picture: its file, the page (or the first link on it that leads there), and how it is looked at. */
interface Shot {
	file: string;
	path: string;
	/** Follows the first link whose address matches. */
	into?: RegExp;
	look: Look;
}

/** Somebody's pictures, and what they tell of. */
const shots: { name: string; of: string; pictures: Shot[] }[] = [
	{
		name: '陈桂香',
		of: 'asking for help',
		pictures: [
			{ file: 'home', path: '/chengdong', look: phone },
			{ file: 'home-en', path: '/chengdong', look: english },
			{ file: 'home-dark', path: '/chengdong', look: dark },
			{ file: 'home-elder', path: '/chengdong', look: elder },
			{ file: 'home-elder-dark', path: '/chengdong', look: elderDark },
			{ file: 'ask-what', path: '/chengdong/help/new', look: phone },
			{ file: 'ask-what-elder', path: '/chengdong/help/new', look: elder },
			{
				file: 'ask-when',
				path: '/chengdong/help/new?group=home_repairs&need=fix_plumbing&step=when',
				look: phone
			},
			{ file: 'status', path: '/chengdong/help', into: /\/help\/[0-9a-f-]{36}$/, look: phone },
			{ file: 'status-en', path: '/chengdong/help', into: /\/help\/[0-9a-f-]{36}$/, look: english },
			{ file: 'home-desktop', path: '/chengdong', look: desk },
			{ file: 'companion', path: '/chengdong/companion', look: phone }
		]
	},
	{
		name: '张守田',
		of: 'helping',
		pictures: [
			{ file: 'volunteer', path: '/chengdong/volunteer', look: phone },
			{ file: 'offer-dark', path: '/chengdong/volunteer', into: /\/offers\//, look: dark },
			{ file: 'offer-en', path: '/chengdong/volunteer', into: /\/offers\//, look: english },
			{ file: 'task', path: '/chengdong/volunteer', into: /\/tasks\//, look: phone },
			{ file: 'card', path: '/chengdong/volunteer/card', look: phone },
			{ file: 'records', path: '/chengdong/volunteer/records', look: phone }
		]
	},
	{
		name: '李敏',
		of: 'the desk',
		pictures: [
			{ file: 'desk', path: '/chengdong/desk', look: desk },
			{
				file: 'desk-match',
				path: '/chengdong/desk/requests',
				into: /\/desk\/requests\/[0-9a-f-]{36}/,
				look: desk
			},
			{
				file: 'desk-match-en',
				path: '/chengdong/desk/requests',
				into: /\/desk\/requests\/[0-9a-f-]{36}/,
				look: deskEnglish
			},
			{
				file: 'desk-match-dark',
				path: '/chengdong/desk/requests',
				into: /\/desk\/requests\/[0-9a-f-]{36}/,
				look: deskDark
			},
			{
				file: 'desk-match-phone',
				path: '/chengdong/desk/requests',
				into: /\/desk\/requests\/[0-9a-f-]{36}/,
				look: phone
			},
			{
				file: 'desk-pairings',
				path: '/chengdong/desk/pairings',
				into: /\/pairings\/[0-9a-f-]{36}/,
				look: desk
			},
			{ file: 'desk-weights', path: '/chengdong/desk/weights', look: desk },
			{ file: 'desk-people', path: '/chengdong/desk/people', look: desk },
			{ file: 'desk-volunteers', path: '/chengdong/desk/volunteers', look: desk },
			{ file: 'desk-records', path: '/chengdong/desk/records', look: desk },
			{ file: 'desk-imports', path: '/chengdong/desk/imports', look: desk }
		]
	},
	{
		name: '陈桂香',
		of: 'places and people nearby',
		pictures: [
			{ file: 'activities', path: '/chengdong/activities', look: phone },
			{ file: 'group', path: '/chengdong/groups', into: /\/groups\/[0-9a-f-]{36}$/, look: phone },
			{ file: 'venue', path: '/chengdong/venues', into: /\/venues\/[0-9a-f-]{36}$/, look: phone },
			{ file: 'circle', path: '/chengdong/circle', look: phone },
			{ file: 'contact', path: '/chengdong/contact', look: phone }
		]
	},
	{
		name: '李敏',
		of: 'the hall and the quarter, nearby',
		pictures: [
			{ file: 'desk-hall', path: '/chengdong/desk/hall', look: desk },
			{ file: 'hall-wall', path: '/chengdong/desk/hall', into: /\/hall\/[0-9a-f-]{36}$/, look: desk },
			{ file: 'desk-quarter', path: '/chengdong/desk/activities/quarter', look: desk }
		]
	}
];

async function take(page: Page, { file, path, into, look }: Shot): Promise<void> {
	await wear(page, site.app.url, look);
	await page.goto(new URL(path, site.app.url).href);
	if (into) {
		const hrefs = await page
			.locator('a[href]')
			.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
		const next = hrefs.find((href) => into.test(href));
		if (!next) throw new Error(`${path} has no link to ${into}`);
		await page.goto(next);
	}
	await keep(page, file);
}

async function keep(page: Page, file: string): Promise<void> {
	await page.waitForLoadState('networkidle');
	const picture = await page.screenshot();
	const small = await sharp(picture).png({ palette: true, quality: 90 }).toBuffer();
	writeFileSync(join(folder, `${file}.png`), small);
	if (shownAtInstalling.includes(file)) writeFileSync(join(root, 'static/screenshots', `${file}.png`), small);
}

it.each(shots)('pictures of $of, as $name sees them', async ({ name, pictures }) => {
	mkdirSync(folder, { recursive: true });
	const page = await openPageOf(site, name);
	for (const shot of pictures) await take(page, shot);
	await page.context().close();
	expect(pictures.length).toBeGreaterThan(0);
});

const sheet = [
	'姓名,性别,手机号,出生年月,住址',
	'周小禾,女,13711112222,1958-03-02,东园3号楼2单元501',
	'吴长青,男,13711113333,1949年7月,柳岸 6 号楼 302',
	'郑晚晴,女,1371111,1991/05/20,东园1号楼101',
	'冯有田,男,13711115555,明年,9号楼2单元101'
].join('\n');

it('pictures of a plan, as it is made and changed', async () => {
	const page = await openPageOf(site, '李敏', { viewport: desk.size });
	await page.goto(`${site.app.url}/chengdong/desk/plans/new`);
	await page.locator('.choose-bar button').click();
	await page.locator('.plan-table').waitFor();
	await keep(page, 'desk-plan');
	expect(await page.locator('.plan-table tbody tr').count()).toBeGreaterThan(5);
	await page.context().close();
});

it('pictures of a sheet on its way in', async () => {
	const page = await openPageOf(site, '李敏', { viewport: desk.size });
	await page.goto(`${site.app.url}/chengdong/desk/imports/new?target=residents`);
	const buffer = Buffer.from(sheet);
	await page
		.getByLabel(say('imports_file'))
		.setInputFiles({ name: '新住户.csv', mimeType: 'text/csv', buffer });
	await page.getByRole('button', { name: say('imports_upload') }).click();
	await page.waitForURL('**/columns');
	await keep(page, 'desk-import-columns');
	await page.getByRole('button', { name: say('imports_next') }).click();
	await page.waitForURL('**/rows');
	await keep(page, 'desk-import-rows');
	await take(page, { file: 'desk-import-rows-dark-en', path: page.url(), look: deskDark });
	expect(page.url()).toMatch(/rows$/);
	await page.context().close();
});
