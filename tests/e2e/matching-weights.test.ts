import { expect, it } from 'vitest';
import { screens, watchConsole } from '../support/page.ts';
import { openPageOf } from '../support/signed-in.ts';
import { openSite } from '../support/site.ts';
import { wordsOf } from '../support/words.ts';

const site = openSite();
const say = wordsOf('zh-CN');
const path = '/chengdong/desk/weights';
const field = say('matching_weight_load_step');

it('the admin sees what other weights would have done last month, and puts them in force', async () => {
	const page = await openPageOf(site, '顾明华', { viewport: screens.desk, locale: 'zh-CN' });
	const watch = watchConsole(page);
	await page.goto(site.app.url + path);
	await page.getByLabel(field).fill('400');
	await page.getByText(say('matching_weight_worth', { distance: '400 米' })).waitFor();
	await page.getByRole('button', { name: say('matching_weights_try') }).click();
	await page.waitForURL(/\/replays\//);
	await page.getByText(`${field} 80 → 400`).waitFor();
	await page.getByText(say('matching_replay_figures'), { exact: true }).waitFor({ timeout: 30_000 });
	await page.getByLabel(say('matching_replay_reason')).fill('让大家轮流');
	await page.getByRole('button', { name: say('matching_replay_save') }).click();
	await page
		.getByText(say('matching_replay_saved_flash', { version: 1 }))
		.first()
		.waitFor();
	await page.getByText('让大家轮流').waitFor();
	expect(await page.getByLabel(field).inputValue()).toBe('400');
	expect(watch.problems).toEqual([]);
	await page.context().close();
});

it('a number that cannot be is named where it stands, and nothing typed is lost', async () => {
	const page = await openPageOf(site, '顾明华', { viewport: screens.desk, locale: 'zh-CN' });
	await page.goto(site.app.url + path);
	await page.getByLabel(field).fill('viel');
	await page.getByLabel(say('matching_weight_new_face')).fill('7');
	await page.getByRole('button', { name: say('matching_weights_try') }).click();
	await page.locator('[aria-invalid="true"]').waitFor();
	expect(await page.getByLabel(field).inputValue()).toBe('viel');
	expect(await page.getByLabel(say('matching_weight_new_face')).inputValue()).toBe('7');
	await page.context().close();
});

it('staff look at them and cannot change them', async () => {
	const page = await openPageOf(site, '李敏', { viewport: screens.desk, locale: 'zh-CN' });
	await page.goto(site.app.url + path);
	await page.getByText(say('matching_weights_only_admin')).waitFor();
	expect(await page.getByLabel(field).isEditable()).toBe(false);
	expect(await page.getByRole('button', { name: say('matching_weights_try') }).count()).toBe(0);
	await page.context().close();
});
