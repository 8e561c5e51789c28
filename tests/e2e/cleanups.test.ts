import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { expectSeen, mayPressAgain, watchConsole } from '../support/page.ts';
import { openPageOf } from '../support/signed-in.ts';
import { openSite } from '../support/site.ts';
import { wordsOf } from '../support/words.ts';

const site = openSite();
const say = wordsOf('zh-CN');
/** The day of the test's clock. */
const today = '2026-11-23';
const press = (page: Page, key: string) =>
	page
		.getByRole('button', { name: say(key), exact: true })
		.first()
		.click();
const choose = (page: Page, key: string, option: string) =>
	page.getByLabel(say(key), { exact: false }).first().selectOption({ label: option });
const fill = (page: Page, key: string, words: string) =>
	page.getByLabel(say(key), { exact: false }).first().fill(words);

/** Plans a day from the first minute of today to the last, with one area and one team, and announces it. */
async function setUp(desk: Page): Promise<string> {
	await desk.goto(`${site.app.url}/chengdong/desk/cleanups`);
	await desk.getByRole('link', { name: say('cleanups_new') }).click();
	await fill(desk, 'cleanups_field_name', '楼道清扫日');
	await desk.locator('[name=day]').fill(today);
	await desk.locator('[name=from]').fill('00:00');
	await desk.locator('[name=to]').fill('23:59');
	await fill(desk, 'cleanups_field_words', '带上手套');
	await press(desk, 'cleanups_plan');
	await expectSeen(desk.getByText(say('cleanups_missing_no_area')));
	const day = new URL(desk.url()).pathname.split('/').at(-1)!;
	await desk
		.getByRole('link', { name: say('cleanups_area_add') })
		.first()
		.click();
	await fill(desk, 'cleanups_area_name', '东园片');
	await fill(desk, 'cleanups_area_work', '扫楼道');
	await fill(desk, 'cleanups_area_meet', '东园门口');
	await desk.locator('[name=needed]').fill('3');
	await desk.getByLabel('东园 3 号楼').check();
	await press(desk, 'cleanups_area_add');
	await expectSeen(desk.getByText(say('cleanups_area_added')));
	await choose(desk, 'cleanups_who', say('cleanups_who_unit', { name: '河滨消防救援站' }));
	await desk.locator('form[action="?/assign"] [name=promised]').fill('2');
	await press(desk, 'cleanups_team_add');
	await expectSeen(desk.getByText(say('cleanups_team_assigned')));
	await desk.getByRole('link', { name: '楼道清扫日' }).click();
	await press(desk, 'cleanups_announce');
	await expectSeen(desk.getByText(say('cleanups_announced_now')));
	return day;
}

it('a campaign day: staff set it up, a resident signs up, checks in by digits and shows how it looks, staff close it', async () => {
	const desk = await openPageOf(site, '李敏', { viewport: { width: 1366, height: 768 } });
	const day = await setUp(desk);

	const hers = await openPageOf(site, '林晓慧');
	const watch = watchConsole(hers);
	await hers.goto(`${site.app.url}/chengdong`);
	await hers.getByRole('link', { name: '楼道清扫日' }).click();
	await press(hers, 'cleanups_sign_up');
	await expectSeen(hers.locator('#target-error'));
	await mayPressAgain(hers);
	await hers.getByLabel('东园片').first().check();
	await press(hers, 'cleanups_sign_up');
	await expectSeen(hers.getByText(say('cleanups_signed')));

	await desk
		.getByRole('link', { name: say('cleanups_list') })
		.first()
		.click();
	await desk.getByRole('link', { name: say('activities_to_code') }).click();
	const code = (await desk.locator('.digits').innerText()).replace(/\s/g, '');
	await hers.getByLabel(say('activities_code')).fill(code);
	await press(hers, 'activities_check_in');
	await expectSeen(hers.getByText(say('cleanups_checked_in')));

	await hers.getByText(say('cleanups_pictures_add'), { exact: true }).click();
	const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#3a7d44' } })
		.jpeg()
		.toBuffer();
	await hers.locator('[name=photo]').setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: photo });
	await hers.getByLabel(say('cleanups_photos_agreed')).check();
	await press(hers, 'cleanups_photos_send');
	await expectSeen(hers.getByText(say('cleanups_pictures_added')));

	await desk.getByRole('link', { name: say('cleanups_list') }).click();
	await expectSeen(desk.getByText('林晓慧'));
	await desk.getByText(say('cleanups_times'), { exact: false }).first().click();
	await fill(desk, 'cleanups_time_came', '06:00');
	await fill(desk, 'cleanups_time_left', '08:00');
	await desk.getByRole('button', { name: `${say('app_save')} 林晓慧` }).click();
	await expectSeen(desk.getByText(say('cleanups_was_here', { came: '06:00', left: '08:00' })));
	await fill(desk, 'cleanups_counted', '2');
	await desk.getByRole('button', { name: `${say('app_save')} 河滨消防救援站` }).click();
	await expectSeen(desk.getByText(say('cleanups_figures', { promised: 3, here: 2, came: 3, needed: 3 })));
	await desk.goto(`${site.app.url}/chengdong/desk/cleanups/${day}`);
	await desk.locator('button[name=show][value=yes]').click();
	await expectSeen(desk.getByText(say('cleanups_picture_shown')));
	await press(desk, 'cleanups_close');
	await press(desk, 'cleanups_close_sure');
	await desk.waitForURL(/report$/);
	await expectSeen(desk.getByText(say('cleanups_of', { came: 3, wanted: 3 })));
	expect(await desk.getByText(say('cleanups_quota_met')).count()).toBe(2);
	expect(await desk.locator('main img').count()).toBe(1);

	await hers.goto(`${site.app.url}/chengdong/volunteer/records`);
	await expectSeen(hers.locator('li', { hasText: say('records_for_whom', { name: '城东社区' }) }));
	watch.expectQuiet();
	await Promise.all([hers.context().close(), desk.context().close()]);
});
