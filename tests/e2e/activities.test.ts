import jsQR from 'jsqr';
import type { Page, Route } from 'playwright-core';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { idsFrom } from '#lib/demo/random.ts';
import { activityPlans } from '#lib/demo/activity-plans.ts';
import { expectSeen } from '../support/page.ts';
import { openPageOf } from '../support/signed-in.ts';
import { openSite } from '../support/site.ts';
import { wordsOf } from '../support/words.ts';

const site = openSite();
const say = wordsOf('zh-CN');
const id = idsFrom(1);
const ids = new Map(activityPlans.map(({ name }) => [name, id('activity')]));
const address = (name: string, rest = '') => `${site.app.url}/chengdong/activities/${ids.get(name)}${rest}`;
const press = (page: Page, key: string) =>
	page
		.getByRole('button', { name: say(key), exact: true })
		.first()
		.click();

/** What a camera reads off a screen. */
async function readQr(page: Page): Promise<string> {
	const picture = sharp(await page.locator('.qr').screenshot()).ensureAlpha();
	const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
	return jsQR(new Uint8ClampedArray(data), info.width, info.height)!.data;
}

describe('an activity on a phone', () => {
	it('is found in the month, signed up for as a whole, and missed once without leaving it', async () => {
		const page = await openPageOf(site, '林晓慧');
		await page.goto(`${site.app.url}/chengdong`);
		await page.getByRole('link', { name: say('activities_title') }).click();
		await page
			.getByRole('link', { name: /越剧演唱/ })
			.first()
			.click();
		await page.getByLabel(say('activities_whole_series')).check();
		await press(page, 'activities_sign_up');
		await expectSeen(page.getByText(say('activities_signed')));
		await press(page, 'activities_excuse');
		await expectSeen(page.getByText(say('activities_excused_now')));
		const back = page.getByRole('button', { name: say('activities_return') });
		await expectSeen(back);
		// refused, that something before went well is not said beside it
		await page
			.locator('form[action="?/return"] [name=date]')
			.evaluate((field: HTMLInputElement) => (field.value = crypto.randomUUID()));
		await back.click();
		await expectSeen(page.getByText(say('errors_changed_meanwhile_activities_date')));
		expect(await page.getByText(say('activities_excused_now')).count()).toBe(0);
		await page.context().close();
	});

	it('is checked in by the code at its door without a network, typed or scanned, and sent when there is one again', async () => {
		const leader = await openPageOf(site, '李敏');
		await leader.goto(address('八段锦', '/check-in'));
		const shown = await leader.locator('.digits').innerText();
		const code = shown.replace(/\s/g, '');
		const page = await openPageOf(site, '陈桂香');
		await page.goto(address('八段锦'));
		await page.evaluate(() => navigator.serviceWorker.ready);
		await page.context().setOffline(true);
		await page.getByLabel(say('activities_code')).fill(code);
		await press(page, 'activities_check_in');
		await expectSeen(page.getByText(say('app_kept')));
		// the first try meets a server that is too busy, and is not the last
		let refused = 0;
		const refuse = (route: Route) => {
			refused++;
			return route.fulfill({ json: { type: 'failure', status: 503 } });
		};
		await page.context().route(/\?\/check$/, refuse, { times: 1 });
		await page.context().setOffline(false);
		await expectSeen(page.getByText(say('app_kept_sent', { count: 1 })));
		expect(refused).toBe(1);
		await leader.goto(address('八段锦', '/list'));
		const row = leader.locator('li', { hasText: '陈桂香' });
		await expectSeen(row.getByText(say('activities_came'), { exact: true }));

		// marked as missing, she scans the code with her camera
		await row.getByRole('button', { name: say('activities_mark_missed') }).click();
		await expectSeen(row.getByText(say('activities_missed'), { exact: true }));
		await leader.goto(address('八段锦', '/check-in'));
		const scanned = await readQr(leader);
		expect(scanned).toContain('/arrive?');
		await page.context().setOffline(true);
		await page.goto(scanned);
		await expectSeen(page.getByText(say('app_kept_title')));
		await page.context().setOffline(false);
		await page.goto(address('八段锦'));
		await expectSeen(page.getByText(say('app_kept_sent', { count: 1 })));
		await leader.goto(address('八段锦', '/list'));
		await expectSeen(row.getByText(say('activities_came'), { exact: true }));
		await Promise.all([page.context().close(), leader.context().close()]);
	});

	it('has its poster and its picture for everybody who may open its page', async () => {
		for (const [file, type] of [
			['poster.pdf', 'application/pdf'],
			['card.png', 'image/png']
		]) {
			const answer = await fetch(address('太湖一日游', `/${file}`));
			expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
		}
	});

	it('gives a seat that becomes free to the first in line', async () => {
		const name = '防诈骗讲座';
		const [staff, page] = [await openPageOf(site, '李敏'), await openPageOf(site, '林晓慧')];
		await staff.goto(address(name, '/edit'));
		await staff.getByLabel(say('activities_seats'), { exact: false }).first().fill('32');
		await press(staff, 'app_save');
		await staff.waitForURL(address(name));
		await press(staff, 'activities_sign_up');
		await expectSeen(staff.getByText(say('activities_signed')));
		await page.goto(address(name));
		await press(page, 'activities_wait');
		await expectSeen(page.getByText(say('activities_waits')));
		await staff.getByText(say('activities_withdraw'), { exact: true }).click();
		await press(staff, 'activities_withdraw_now');
		await expectSeen(staff.getByText(say('activities_withdrawn')));
		await page.reload();
		await press(page, 'activities_take');
		await expectSeen(page.getByText(say('activities_signed')));
		expect(await page.getByText(say('activities_state_signed'), { exact: true }).count()).toBe(1);
		await Promise.all([page.context().close(), staff.context().close()]);
	});
});
