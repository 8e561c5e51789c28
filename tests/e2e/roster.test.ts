import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { addDays } from '#lib/shared/time.ts';
import { faultsOf } from '../support/faults.ts';
import { expectSeen, mayPressAgain, screens, watchConsole } from '../support/page.ts';
import { looksFor } from '../support/screens.ts';
import { openPageOf } from '../support/signed-in.ts';
import { openSite } from '../support/site.ts';
import { wordsOf } from '../support/words.ts';

const site = openSite();
const desk = '/chengdong/desk';
const say = wordsOf('zh-CN');

async function open(name: string, path: string, javaScriptEnabled = true): Promise<Page> {
	const page = await openPageOf(site, name, { javaScriptEnabled, viewport: screens.desk });
	page.setDefaultTimeout(20_000);
	await page.goto(`${site.app.url}${desk}${path}`);
	return page;
}

describe('the roster of a week', () => {
	it('is drafted, carried about by keys and with the mouse, and published', async () => {
		const page = await open('顾明华', '/roster');
		const watch = watchConsole(page);
		const next = await page.getByRole('link', { name: say('hours_next') }).getAttribute('href');
		const farAhead = addDays(next!.split('week=')[1]!, 42);
		await page.goto(`${site.app.url}${desk}/roster?week=${farAhead}`);
		await page.getByRole('button', { name: say('hours_draft') }).click();
		await expectSeen(page.getByText(/^生成了 \d+ 个班次/));
		const card = page.locator('.duty').first();
		const id = await card.getAttribute('id');
		const spot = async () => {
			const at = page.locator(`#${id}`);
			return [await at.getAttribute('data-row'), await at.getAttribute('data-column')];
		};
		const [, column] = await spot();
		const announced = page.locator('main [aria-live=assertive]');

		await card.focus();
		await page.keyboard.press('Space');
		await page.keyboard.press('ArrowDown');
		await expectSeen(page.locator('.cell-target'));
		expect(await announced.textContent()).toContain('2号 民政窗口');
		await page.keyboard.press('Escape');
		expect(await announced.textContent()).toMatch(/放回原处/);

		await page.keyboard.press('Space');
		for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowDown');
		expect(await announced.textContent()).toContain(say('hours_round'));
		await page.keyboard.press('Enter');
		await expectSeen(page.getByText(/^移动了/).first());
		expect(await spot()).toEqual(['3', column]);
		await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe(id);
		await page.getByRole('button', { name: say('app_undo') }).click();
		await expect.poll(spot, { timeout: 10_000 }).toEqual(['0', column]);
		const sunday = page.locator('tbody tr').first().locator('td').nth(6);
		await page.waitForLoadState('networkidle');
		await page.locator(`#${id}`).dragTo(sunday);
		await expect.poll(spot, { timeout: 10_000 }).toEqual(['0', '6']);

		await page.getByRole('button', { name: say('hours_publish') }).click();
		await expectSeen(page.getByText(/^发布了 \d+ 个班次/).first());
		expect(await page.locator('.duty-draft').count()).toBe(0);
		expect(await faultsOf(page, site.app.url, `${desk}/roster?week=${farAhead}`, looksFor(1))).toEqual([]);
		watch.expectQuiet();
		await page.context().close();
	});

	it('changes when a colleague says yes to a swap, without JavaScript', async () => {
		const min = await open('李敏', '/roster/swaps', false);
		await min.locator(`a[href*="/roster/duties/"]`).first().click();
		await min.getByLabel(say('hours_field_colleague')).selectOption({ label: '顾明华' });
		await min.getByRole('button', { name: say('hours_swap_ask') }).click();
		await expectSeen(min.getByText(say('hours_swap_to', { name: '顾明华' })));

		const gu = await open('顾明华', '/roster', false);
		await gu.getByRole('link', { name: say('hours_asked_of_me', { count: 1 }) }).click();
		await gu.getByRole('button', { name: say('hours_swap_accept') }).click();
		await expectSeen(gu.getByText(say('hours_swap_accepted_flash')));
		expect(await gu.locator(`a[href*="/roster/duties/"]`).count()).toBe(1);
		await min.context().close();
		await gu.context().close();
	});
});

describe('the calendar', () => {
	it('says that a year is unknown, and takes it in after showing what changes', async () => {
		const page = await open('顾明华', '/calendar?year=2029');
		await expectSeen(page.getByText(say('hours_year_unknown', { year: 2029 })));
		await page.getByRole('link', { name: say('hours_import') }).click();
		const paste = page.getByLabel(say('hours_field_text'));
		await paste.fill('{"year": 2029}');
		await page.getByRole('button', { name: say('hours_import_preview') }).click();
		await expectSeen(page.getByText(say('errors_invalid_calendar', { at: 'days' })));
		expect(await paste.inputValue()).toBe('{"year": 2029}');
		const days = [{ name: '元旦', date: '2029-01-01', isOffDay: true }];
		await paste.fill(JSON.stringify({ year: 2029, papers: [], days }));
		await mayPressAgain(page);
		await page.getByRole('button', { name: say('hours_import_preview') }).click();
		await expectSeen(page.getByText(say('hours_import_changes', { year: 2029, count: 1 })));
		await page.getByRole('button', { name: say('hours_import_do', { year: 2029 }) }).click();
		await expectSeen(page.getByText(say('hours_imported_flash', { year: 2029 })));
		await page.context().close();
	});
});
