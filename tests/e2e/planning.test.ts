import type { Page } from 'playwright-core';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { faultsOf } from '../support/faults.ts';
import { expectSeen, screens, watchConsole } from '../support/page.ts';
import { looksFor } from '../support/screens.ts';
import { openPageOf } from '../support/signed-in.ts';
import { openSite } from '../support/site.ts';
import { wordsOf } from '../support/words.ts';

const site = openSite();
const plans = '/chengdong/desk/plans';
const made = /\/desk\/plans\/[0-9a-f-]{36}$/;

async function staff(locale: 'zh-CN' | 'en', javaScriptEnabled = true) {
	const page = await openPageOf(site, '李敏', { locale, javaScriptEnabled, viewport: screens.desk });
	page.setDefaultTimeout(20_000);
	return { page, say: wordsOf(locale) };
}

/** Presses one key and waits until the page has answered. */
async function key(page: Page, pressed: string): Promise<void> {
	await page.keyboard.press(pressed);
	await page.waitForLoadState('networkidle');
}

/** The volunteers of the board, by request, in the order of the rows. */
const whoIs = (page: Page) => page.locator('.plan-table tbody tr td:nth-child(3) b').allTextContents();

describe('the board of a plan', () => {
	it('is worked with the keyboard alone: lock, swap, solve again, approve, undo', async () => {
		const { page, say } = await staff('zh-CN');
		const watch = watchConsole(page);
		await page.goto(`${site.app.url}${plans}/new`);
		await page.getByRole('button', { name: /^排 \d+ 件$/ }).focus();
		await page.keyboard.press('Enter');
		await page.waitForURL(made);
		const rows = page.locator('.plan-table tbody tr');
		await expectSeen(rows);
		const before = await whoIs(page);
		expect(before.length).toBeGreaterThan(5);

		await key(page, 'j');
		await key(page, 'l');
		await expectSeen(rows.nth(1).getByText(say('plans_tag_lock')));
		await key(page, 'k');
		const other = before.findIndex((name, at) => at > 1 && name !== before[0]);
		const swapping = page.getByText(say('plans_swap_cancel'));
		await key(page, 's');
		await expectSeen(swapping);
		await page.keyboard.press('Escape');
		await swapping.waitFor({ state: 'detached' });
		await key(page, 's');
		await expectSeen(swapping);
		for (let step = 0; step < other; step++) await page.keyboard.press('j');
		await key(page, 's');
		const partner = page.getByText(say('plans_tag_wanted', { names: before[0]! }));
		const refused = page.getByText(/不符合条件/);
		await expectSeen(partner.or(refused));

		await key(page, 'r');
		await page.waitForURL((url) => made.test(url.pathname) && !url.search);
		await expectSeen(page.getByRole('link', { name: say('plans_previous') }));
		await expectSeen(page.getByText(say('plans_tag_locked')));
		await expectSeen(page.locator('#changes'));

		await key(page, 'x');
		await expectSeen(page.getByRole('button', { name: say('plans_approve_ticked', { count: 1 }) }));
		await key(page, 'a');
		await expectSeen(page.getByText(say('plans_approved_flash', { count: 1 })));
		await expectSeen(page.getByText(say('plans_tag_approved')));
		await page.getByRole('button', { name: say('app_undo') }).click();
		await expectSeen(page.getByText(say('plans_approve_undone_flash', { count: 1 })));
		expect(await page.getByText(say('plans_tag_approved'), { exact: true }).count()).toBe(0);
		expect(await faultsOf(page, site.app.url, new URL(page.url()).pathname, looksFor(1))).toEqual([]);
		watch.expectQuiet();
		await page.context().close();
	});

	it('works without JavaScript, and its sheet opens elsewhere', async () => {
		const { page, say } = await staff('en', false);
		await page.goto(`${site.app.url}${plans}/new?urgency=week`);
		await page.getByRole('button', { name: say('plans_choose_go_ticked') }).click();
		await page.waitForURL(made);
		const rows = page.locator('.plan-table tbody tr');
		await expectSeen(rows);
		await rows.first().locator('summary').click();
		await rows
			.first()
			.getByRole('button', { name: say('plans_do_forbid') })
			.click();
		await expectSeen(page.getByText(say('plans_tag_forbid')));
		await page.getByRole('button', { name: say('plans_solve_again') }).click();
		await expectSeen(page.getByText(say('plans_changes_came'), { exact: true }));

		await rows.first().locator('input[type=checkbox]').check();
		await page.getByRole('button', { name: say('plans_approve_chosen') }).click();
		await expectSeen(page.getByText(say('plans_approved_flash', { count: 1 })));
		await expectSeen(rows.first().getByText(say('plans_tag_approved'), { exact: true }));

		const answer = await page.request.get(`${page.url().split('?')[0]}/sheet`, {
			headers: { 'accept-language': 'en' }
		});
		const [pairs, unfilled] = await readXlsxFile(await answer.body());
		expect(pairs!.data.length).toBeGreaterThan(1);
		expect(pairs!.data[0]).toContain(say('plans_col_volunteer'));
		expect(unfilled!.data[0]).toContain(say('plans_sheet_missing'));
		await page.context().close();
	});
});
