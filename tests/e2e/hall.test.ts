import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectSeen, openPage, screens, watchConsole } from '../support/page.ts';
import { openPageOf } from '../support/signed-in.ts';
import { openSite } from '../support/site.ts';
import { wordsOf } from '../support/words.ts';

const site = openSite();
const say = wordsOf('zh-CN');

const button = (page: Page, key: string) => page.getByRole('button', { name: say(key), exact: true });
const queue = (staff: Page): Locator => staff.locator('table tbody tr');
const calledNow = (staff: Page) => staff.locator('.number').innerText();

/** Whoever is at the desk is served to the end, by keys alone. */
async function serve(staff: Page): Promise<void> {
	if (await button(staff, 'hall_start').isVisible()) {
		await staff.keyboard.press('s');
		await expectSeen(button(staff, 'hall_finish'));
	}
	await staff.keyboard.press('f');
	await expectSeen(button(staff, 'hall_call_next'));
}

describe('a morning at the hall', () => {
	it('has one queue for those with and without an appointment, on desk, phone and wall', async () => {
		const staff = await openPageOf(site, '李敏', { viewport: screens.desk });
		const watch = watchConsole(staff);
		await staff.goto(`${site.app.url}/chengdong/desk/my-day`);
		// the first who has not come: found at the door by the code of the booking
		const row = staff.locator('tbody tr', { hasText: say('hall_booking_booked') }).first();
		const code = /\d{6}/.exec(await row.innerText())![0];
		await staff.goto(`${site.app.url}/chengdong/desk/hall`);
		if (await button(staff, 'hall_finish').or(button(staff, 'hall_start')).first().isVisible())
			await serve(staff);
		const before = await queue(staff)
			.filter({ hasText: say('hall_leave') })
			.count();

		await staff.getByLabel(say('hall_walk_in')).selectOption({ index: 1 });
		await button(staff, 'hall_give_number').click();
		await expect.poll(() => queue(staff).count()).toBe(before + 1);
		await staff.getByLabel(say('hall_find')).fill(code);
		await staff.getByLabel(say('hall_find')).press('Enter');
		await button(staff, 'hall_check_in').click();
		await expect.poll(() => queue(staff).count()).toBe(before + 2);

		const walkIn = queue(staff)
			.filter({ hasText: say('hall_unknown') })
			.last();
		const mine = (await walkIn.locator('b').first().innerText()).trim();
		const slip = (await walkIn.getByRole('link').first().getAttribute('href'))!;
		const phone = await openPage(site.browser);
		await phone.goto(`${site.app.url}/chengdong/queue/${slip.split('/').at(-1)}`);
		await expectSeen(phone.getByRole('heading', { name: mine }));
		const wall = await openPage(site.browser, { viewport: screens.desk });
		await wall.goto(`${site.app.url}/chengdong/hall/${new URL(staff.url()).searchParams.get('station')}`);
		await wall.evaluate(() => Object.assign(window, { sameWindow: true }));

		let called = '';
		for (let turn = 0; turn < before + 2 && called !== mine; turn++) {
			await staff.keyboard.press('n');
			await expectSeen(button(staff, 'hall_start'));
			called = await calledNow(staff);
			await expectSeen(wall.locator('ol .called b', { hasText: new RegExp(`^${called}$`) }));
			if (called !== mine) await serve(staff);
		}
		expect(called).toBe(mine);
		await expectSeen(phone.getByText(say('hall_go_to', { desk: '1号 综合窗口' })));
		await staff.keyboard.press('s');
		await wall.locator('ol .called b', { hasText: new RegExp(`^${mine}$`) }).waitFor({ state: 'detached' });
		expect(await wall.evaluate(() => 'sameWindow' in window)).toBe(true);
		watch.expectQuiet();
	});
});
