import { describe, expect, it } from 'vitest';
import { expectSeen } from '../support/page.ts';
import { openPageOf } from '../support/signed-in.ts';
import { openSite } from '../support/site.ts';
import { wordsOf } from '../support/words.ts';

const site = openSite();
const say = wordsOf('zh-CN');
/** Everything but the last page of asking, answered in the address. */
const answered =
	'group=home_repairs&need=fix_plumbing&when=tomorrow&part=evening&where=home&people=1&step=check';

describe('a form', () => {
	it('without a network stays as it is, says so, and goes out when there is one again', async () => {
		const page = await openPageOf(site, '陈桂香');
		await page.goto(`${site.app.url}/chengdong/help/new?${answered}`);
		await page.getByLabel(say('requests_title')).fill('阳台水管滴水');
		const send = page.getByRole('button', { name: say('requests_send') });
		await page.context().setOffline(true);
		await send.click();
		await expectSeen(page.getByText(say('app_unsent')));
		expect(await page.getByLabel(say('requests_title')).inputValue()).toBe('阳台水管滴水');
		await page.context().setOffline(false);
		await send.click();
		await page.waitForURL(/\/help\/[0-9a-f-]{36}$/);
		await page.context().close();
	});

	it('pressed twice at once is sent once', async () => {
		const page = await openPageOf(site, '李敏');
		let posts = 0;
		page.on('request', (request) => (posts += request.method() === 'POST' ? 1 : 0));
		await page.goto(`${site.app.url}/chengdong/desk/people?show=unverified`);
		await page.locator('main a[href*="/desk/people/"]').last().click();
		const verify = page.getByRole('button', { name: say('desk_verify') });
		await verify.waitFor();
		posts = 0;
		await verify.dblclick();
		await verify.waitFor({ state: 'detached' });
		expect(posts).toBe(1);
		await page.context().close();
	});
});

describe('the supervisor of a sub-district', () => {
	it('is led to the figures of its communities, and nobody else is', async () => {
		const page = await openPageOf(site, '沈国平');
		await page.goto(site.app.url);
		await page.waitForURL('**/subdistrict');
		await expectSeen(page.getByRole('heading', { name: '城东社区' }));
		await page.goto(`${site.app.url}/chengdong/me`);
		await page.waitForURL('**/subdistrict');
		await page.context().close();
		const resident = await openPageOf(site, '陈桂香');
		expect((await resident.goto(`${site.app.url}/subdistrict`))?.status()).toBe(404);
		await resident.context().close();
	});
});

it('an address that leads nowhere says so in the look of the app', async () => {
	const page = await openPageOf(site, null);
	expect((await page.goto(`${site.app.url}/nowhere`))?.status()).toBe(404);
	await expectSeen(page.getByRole('heading', { level: 1, name: say('errors_not_found') }));
	expect((await page.goto(`${site.app.url}/chengdong/%E0%A4%A`))?.status()).toBe(400);
	await page.context().close();
});
