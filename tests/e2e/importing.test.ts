import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectSeen, screens, watchConsole } from '../support/page.ts';
import { openPageOf } from '../support/signed-in.ts';
import { openSite } from '../support/site.ts';
import { wordsOf, type Say } from '../support/words.ts';

const site = openSite();
const newYork = resolve('../shared/data/nyc-volunteer-opportunities.csv');
const desk = '/chengdong/desk';

interface Bringing {
	locale?: 'zh-CN' | 'en';
	javaScriptEnabled?: boolean;
}

/** A member of staff at the desk. */
async function staff({ locale = 'zh-CN', javaScriptEnabled = true }: Bringing = {}) {
	const page = await openPageOf(site, '李敏', { locale, javaScriptEnabled, viewport: screens.desk });
	page.setDefaultTimeout(20_000);
	return { page, say: wordsOf(locale) };
}

interface SheetFile {
	name: string;
	mimeType: string;
	buffer: Buffer;
}

function sheet(text: string, name = 'list.csv'): SheetFile {
	return { name, mimeType: 'text/csv', buffer: Buffer.from(text) };
}

async function choose(page: Page, say: Say, target: string, file: SheetFile): Promise<void> {
	await page.goto(`${site.app.url}${desk}/imports/new?target=${target}`);
	await page.getByLabel(say('imports_file')).setInputFiles(file);
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function bring(page: Page, say: Say, target: string, file: SheetFile): Promise<void> {
	await choose(page, say, target, file);
	await press(page, say('imports_upload'));
	await page.waitForURL('**/columns');
}

/** Moves the focus by the Tab key until it is there, as someone without a mouse does. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
	for (let presses = 0; presses < 150; presses++) {
		if (await wanted.evaluate((element) => element === document.activeElement)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error('the Tab key does not lead there');
}

async function pressByKey(page: Page, wanted: Locator): Promise<void> {
	await tabTo(page, wanted);
	await page.keyboard.press('Enter');
}

/** Opens the further settings of a field. */
async function furtherSettings(page: Page, key: string): Promise<void> {
	const details = page.locator('details', { has: page.locator(`[name="fallback.${key}"]`) });
	if ((await details.getAttribute('open')) === null) await details.locator('summary').click();
}

describe('a sheet', () => {
	it('is brought, looked over, imported and undone without a mouse', { timeout: 120_000 }, async () => {
		const { page, say } = await staff({ locale: 'en' });
		const watch = watchConsole(page);
		await page.goto(`${site.app.url}${desk}/imports`);
		await pressByKey(
			page,
			page.getByRole('main').getByRole('link', { name: say('imports_target_residents') })
		);
		await page.waitForURL('**/new?target=residents');
		const file = sheet('Full name,Phone,Born\nZhou Keyboard,13712345678,1958-03-02\nWu Late,,tomorrow\n');
		await page.getByLabel(say('imports_file')).setInputFiles(file);
		await pressByKey(page, page.getByRole('button', { name: say('imports_upload') }));
		await page.waitForURL('**/columns');
		await pressByKey(page, page.getByRole('button', { name: say('imports_next') }));
		await page.waitForURL('**/rows');
		await expectSeen(page.getByText(say('imports_rows_text', { good: 1, bad: 1 })));
		await expectSeen(page.getByRole('cell', { name: 'cannot read this date: tomorrow' }));
		await pressByKey(page, page.getByRole('button', { name: say('imports_start', { count: 1 }) }));
		await expectSeen(page.getByRole('heading', { name: say('imports_result_title') }));
		await page.goto(`${site.app.url}${desk}/people?q=Zhou+Keyboard`);
		await expectSeen(page.getByRole('link', { name: 'Zhou Keyboard' }));

		await page.goBack();
		await pressByKey(page, page.getByText(say('imports_undo_sure')));
		await pressByKey(page, page.getByRole('button', { name: say('imports_undo') }));
		await expectSeen(page.getByText(say('imports_undone_all')));
		watch.expectQuiet();
		await page.context().close();
	});

	it('of many rows shows how far it is', { timeout: 120_000 }, async () => {
		const { page, say } = await staff();
		const count = 6_000;
		const rows = Array.from({ length: count }, (_, at) => `人多势众${at},东园 1 号楼,${at} 室`);
		await bring(page, say, 'residents', sheet(`姓名,楼幢,门牌号\n${rows.join('\n')}\n`));
		await press(page, say('imports_next'));
		await press(page, say('imports_start', { count }));
		const seen = new Set<string>();
		const shown = page.locator('main');
		await expect
			.poll(
				async () => {
					const text = await shown.innerText();
					const share = /(\d+) \/ 6000/.exec(text)?.[1];
					if (share) seen.add(share);
					return text;
				},
				{ timeout: 90_000, interval: 100 }
			)
			.toContain(say('imports_result_good', { count }));
		expect(seen.size).toBeGreaterThan(0);
		await page.context().close();
	});

	it('goes in without JavaScript as well', { timeout: 120_000 }, async () => {
		const { page, say } = await staff({ javaScriptEnabled: false });
		await bring(
			page,
			say,
			'requests',
			sheet('标题,类别,开始日期,单位\n摆桌椅,event_help,2099-01-04,无脚本小学\n')
		);
		await press(page, say('imports_next'));
		await press(page, say('imports_start', { count: 1 }));
		// the page asks for itself again and again
		await expectSeen(page.getByRole('heading', { name: say('imports_result_title') }));
		await page.context().close();
	});
});

describe.each(['zh-CN', 'en'] as const)('a file that is no sheet is refused in words, %s', (locale) => {
	const wide = Array.from({ length: 100 }, (_, at) => `c${at}`).join(',');
	const files: [string, SheetFile, (say: Say) => string][] = [
		[
			'a PDF under another name',
			sheet('%PDF-1.7\n%âãÏÓ\n1 0 obj', 'list.csv'),
			(say) => say('imports_sheet_not_a_sheet', { file: 'list.csv' })
		],
		['an empty file', sheet(''), (say) => say('imports_sheet_empty')],
		[
			'a hundred columns',
			sheet(`${wide}\n${wide}\n`),
			(say) => say('imports_sheet_too_many_columns', { count: 100, most: 60 })
		]
	];

	it.each(files)('%s', async (_, file, words) => {
		const { page, say } = await staff({ locale });
		await choose(page, say, 'volunteers', file);
		await press(page, say('imports_upload'));
		await expectSeen(page.getByRole('alert').getByText(words(say)));
		await expectSeen(
			page.getByRole('heading', {
				level: 1,
				name: say('imports_new_title', { target: say('imports_target_volunteers') })
			})
		);
		const chosen = page.getByLabel(say('imports_file'));
		expect(await chosen.evaluate((input: HTMLInputElement) => input.files?.[0]?.name)).toBe(file.name);
		await page.context().close();
	});
});

describe('thirty megabytes are refused in words', () => {
	const file = { ...sheet(''), buffer: Buffer.alloc(30 * 2 ** 20, 'a,b\n') };
	const title = (say: Say) => say('imports_new_title', { target: say('imports_target_volunteers') });

	it('by the browser, before they are sent', async () => {
		const { page, say } = await staff({ locale: 'en' });
		await choose(page, say, 'volunteers', file);
		await press(page, say('imports_upload'));
		await expectSeen(page.getByRole('alert').getByText(say('imports_too_large', { size: 30, most: 20 })));
		await expectSeen(page.getByRole('heading', { level: 1, name: title(say) }));
		await page.context().close();
	});

	it('by the server, without JavaScript', async () => {
		const { page, say } = await staff({ javaScriptEnabled: false });
		await choose(page, say, 'volunteers', file);
		await press(page, say('imports_upload'));
		// the form adds a little to the file
		await expectSeen(page.getByRole('alert').getByText(say('imports_too_large', { size: 31, most: 20 })));
		await expectSeen(page.getByRole('heading', { level: 1, name: title(say) }));
		await page.context().close();
	});
});

describe('calls for volunteers of a great city', () => {
	const real = existsSync(newYork);
	const made = [
		'title,summary,category_desc,org_title,vol_requests,recurrence_type,start_date_date,end_date_date,Postcode,Latitude,Longitude',
		'Set up a classroom,Bring gloves,Education,Cents,5,onetime,January 22 2011,January 22 2011,10009,40.72,-73.98',
		'Walk the dogs,,Environment,Paws,99,ongoing,February 28 2011,December 31 2011,11432,40.60,-73.80',
		'Walk the dogs,,Environment,Paws,99,ongoing,February 28 2011,December 31 2011,11432,40.60,-73.80'
	].join('\n');
	const file = sheet(real ? readFileSync(newYork, 'utf8') : made, 'calls.csv');
	const expected = real ? { good: 662, bad: 3 } : { good: 2, bad: 1 };
	const needs = {
		'strengthening communities': 'event_help',
		'helping neighbors in need': 'hand_out_goods',
		education: 'teach_a_class',
		health: 'event_help',
		environment: 'clean_up_day',
		'emergency preparedness': 'emergency_drill'
	};

	it(
		`become requests of partner units, by a mapping that was kept (${real ? 'the real 665' : 'a few made ones'})`,
		{ timeout: 180_000 },
		async () => {
			const { page, say } = await staff();
			await bring(page, say, 'requests', file);
			for (const [word, need] of Object.entries(needs)) {
				const meaning = page.locator(`select[name="word.need.${word}"]`);
				if (await meaning.count()) await meaning.selectOption(need);
			}
			await furtherSettings(page, 'need');
			await page.locator('[name="fallback.need"]').selectOption('event_help');
			for (const key of ['people', 'onBehalfOf']) {
				await furtherSettings(page, key);
				await page.locator(`[name="clip.${key}"]`).check();
			}
			await page.getByLabel(say('imports_shift_into_weeks')).check();
			await page.getByLabel(say('imports_place_lay_onto')).check();
			await page.getByLabel(say('imports_keep_as')).fill('大城市的求助');
			await press(page, say('imports_keep'));
			await expectSeen(page.getByText(say('imports_keep_done', { name: '大城市的求助' })));

			await bring(page, say, 'requests', file);
			await page.getByLabel(say('imports_kept_choose')).selectOption({ label: '大城市的求助' });
			await press(page, say('imports_kept_load'));
			await expectSeen(page.getByText(say('imports_kept_loaded', { name: '大城市的求助' })));
			await press(page, say('imports_next'));
			await expectSeen(page.getByText(say('imports_rows_text', expected)));
			await press(page, say('imports_start', { count: expected.good }));
			await expectSeen(page.getByText(say('imports_result_good', { count: expected.good })), 60_000);
			await expectSeen(page.getByText(say('imports_result_bad', { count: expected.bad })));
			const download = page.waitForEvent('download');
			await page.getByRole('link', { name: say('imports_bad_download') }).click();
			expect((await download).suggestedFilename()).toBe(`calls ${say('imports_rejects_file')}.xlsx`);
			await page.context().close();
		}
	);
});
