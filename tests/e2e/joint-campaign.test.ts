import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { expectSeen, screens, until, watchConsole } from '../support/page.ts';
import { openPageOf } from '../support/signed-in.ts';
import { openSite } from '../support/site.ts';
import { wordsOf } from '../support/words.ts';

const site = openSite();
const say = wordsOf('zh-CN');
const name = '两社区一家亲';

const press = (page: Page, words: string) => page.getByRole('button', { name: words, exact: true }).click();

/** Opens the community's part of the campaign from its list. */
async function openPart(page: Page, community: string): Promise<string> {
	await page.goto(`${site.app.url}/${community}/desk/pairings`);
	await page.getByRole('link', { name }).click();
	await page.waitForURL(/\/pairings\/[0-9a-f-]{36}$/);
	return page.url();
}

it('the sub-district pairs two communities; a member crosses the border and says yes on the phone', async () => {
	const phone = await openPageOf(site, '张守田', { viewport: screens.phone });
	await phone.goto(`${site.app.url}/chengdong/me/consents`);
	const title = say('accounts_consent_title_neighbours');
	const consent = phone.locator('section', { has: phone.getByRole('heading', { name: title }) });
	await consent.getByRole('button').click();
	await expectSeen(phone.getByText(say('accounts_consent_given_now')));

	const supervisor = await openPageOf(site, '沈国平', { viewport: screens.desk });
	const watch = watchConsole(supervisor);
	await supervisor.goto(`${site.app.url}/subdistrict/campaigns/new`);
	await supervisor.getByLabel(say('pairings_field_name')).fill(name);
	await press(supervisor, say('subdistrict_start'));
	await expectSeen(supervisor.getByText(say('subdistrict_waits_for_staff')));
	const overview = supervisor.url();

	const east = await openPageOf(site, '李敏', { viewport: screens.desk });
	await east.goto(`${await openPart(east, 'chengdong')}/members`);
	await east.getByLabel(say('pairings_choose_one', { name: '张守田' })).check();
	await press(east, say('pairings_members_take', { count: 1 }));
	await expectSeen(east.getByText(say('pairings_members_chosen', { count: 1 })));

	const west = await openPageOf(site, '何静', { viewport: screens.desk });
	const board = await openPart(west, 'laojie');
	await west.goto(`${board}/residents?first=1`);
	await press(west, say('pairings_residents_take', { count: 1 }));
	await west.waitForURL(board);

	await supervisor.goto(overview);
	await press(supervisor, say('subdistrict_pair'));
	await expectSeen(supervisor.getByText(say('subdistrict_paired', { pairs: 1, across: 1 })));

	await west.goto(board);
	await expectSeen(west.getByText(say('pairings_from', { community: '城东社区' })));
	await press(west, say('pairings_approve_all', { count: 1 }));
	await expectSeen(west.getByText(say('pairings_approved', { count: 1 })));

	const pairsThere = say('subdistrict_pairs_in', { community: '老街社区' });
	await until(phone, `${site.app.url}/chengdong/volunteer`, pairsThere);
	await phone.getByRole('link', { name: say('pairings_offer_title') }).click();
	await phone.waitForURL(/\/laojie\/volunteer\/pairs\//);
	await press(phone, say('pairings_offer_accept'));
	await expectSeen(phone.getByText(say('pairings_accepted_flash')));

	await supervisor.goto(`${overview}/report`);
	const figure = supervisor.locator('dl div', { hasText: say('pairings_figure_accepted') });
	expect(await figure.innerText()).toContain('1');
	const sheet = await supervisor.request.get(`${overview}/report/export`);
	expect(sheet.headers()['content-type']).toContain('spreadsheetml');
	expect((await west.request.get(`${overview}/report/export`)).status()).toBe(404);
	watch.expectQuiet();
});
