import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { expectSeen, screens, watchConsole } from '../support/page.ts';
import { openPageOf } from '../support/signed-in.ts';
import { openSite } from '../support/site.ts';
import { wordsOf } from '../support/words.ts';

const site = openSite();
const say = wordsOf('zh-CN');

/** Every press and every field counts; a leader has three minutes. */
const [mostSteps, mostTime] = [24, 180_000];

it('a leader plans a quarter at a desk in a few steps, and everybody sees it', async () => {
	const page = await openPageOf(site, '张守田', { viewport: screens.desk });
	const watch = watchConsole(page);
	let steps = 0;
	const press = async (what: Locator) => {
		steps++;
		await what.click();
	};
	const button = (name: string) => page.getByRole('button', { name, exact: true });
	const rows = page.locator('.term-board tbody tr');
	const add = async (name: string, weekday: string, count: number) => {
		steps += 2;
		await page.getByLabel(say('activities_name')).fill(name);
		await page.getByLabel(say('activities_venue')).selectOption({ label: '市民学校教室（45 人）' });
		await press(page.getByLabel(weekday, { exact: true }));
		await press(button(say('term_add_send')));
		await expect.poll(() => rows.count()).toBe(count);
	};

	await page.goto(`${site.app.url}/chengdong/groups`);
	await page.getByRole('link', { name: '便民维修队' }).click();
	const began = Date.now();
	await press(page.getByRole('link', { name: say('term_to_plan') }));
	const later = page
		.getByRole('navigation', { name: say('term_quarters') })
		.getByRole('link')
		.last();
	const shown = page.locator('main a.pill[aria-current=page]');
	for (let quarter = 0; quarter < 2; quarter++) {
		const before = await shown.textContent();
		await press(later);
		await expect.poll(() => shown.textContent()).not.toBe(before);
	}
	await expectSeen(page.getByText(say('term_nothing_yet')));
	await add('水电小课堂', '周三', 1);
	await add('修伞磨刀', '周五', 2);
	await add('巡楼看灯', '周六', 3);
	await add('工具保养', '周三', 4);
	// the last wants the room and the leader of the first
	await expectSeen(page.locator('button.date.trouble'));
	const hours = say('app_span', { from: '12:30', to: '14:00' });
	await press(rows.last().getByRole('button', { name: say('term_mend_hour', { hours }) }));
	await expect.poll(() => page.locator('button.date.trouble').count()).toBe(0);
	await press(button(say('term_publish')));
	await expectSeen(page.getByText(/^发布了 4 项、\d+ 次活动/).first());
	expect(Date.now() - began).toBeLessThan(mostTime);
	expect(steps).toBeLessThanOrEqual(mostSteps);
	await expectSeen(page.getByText(say('term_outcome')));
	watch.expectQuiet();

	const neighbours = await openPageOf(site, null);
	await neighbours.goto(page.url());
	await expectSeen(neighbours.getByRole('link', { name: '巡楼看灯' }));
	for (const one of [page, neighbours]) await one.context().close();
});

it('without scripts a draft is put together, stepped back and kept', async () => {
	const page = await openPageOf(site, '林晓慧', { viewport: screens.desk, javaScriptEnabled: false });
	await page.goto(`${site.app.url}/chengdong/groups`);
	await page.getByRole('link', { name: '城东读书会' }).click();
	await page.getByRole('link', { name: say('term_to_plan') }).click();
	const later = page
		.getByRole('navigation', { name: say('term_quarters') })
		.getByRole('link')
		.last();
	await later.click();
	await page.getByRole('button', { name: say('term_take_over') }).click();
	const rows = page.locator('.term-board tbody tr', { has: page.locator('button.date') });
	await expect.poll(() => rows.count()).toBe(3);
	await page.getByRole('button', { name: say('term_remove_row', { name: '季末朗读会' }) }).click();
	await expect.poll(() => rows.count()).toBe(2);
	await page.getByRole('button', { name: say('term_undo') }).click();
	await expect.poll(() => rows.count()).toBe(3);
	await page.getByLabel(say('activities_name')).fill('读书角整理');
	await page.getByLabel('周四', { exact: true }).check();
	await page.getByLabel(say('term_end')).fill('13:00');
	await page.getByRole('button', { name: say('term_add_send'), exact: true }).click();
	await expectSeen(page.locator('#end-error'));
	expect(await page.getByLabel(say('activities_name')).inputValue()).toBe('读书角整理');
	await page.context().close();
});
