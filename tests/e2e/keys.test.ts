import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { buttonOf, chooseWithArrows, enterOn, tabTo, typeInto } from '../support/keys.ts';
import { expectSeen, screens, watchConsole } from '../support/page.ts';
import { openPageOf } from '../support/signed-in.ts';
import { openSite } from '../support/site.ts';
import { wordsOf } from '../support/words.ts';

/* With tab, enter, space and the arrows alone: nothing here is clicked. */

const site = openSite();
const say = wordsOf('zh-CN');

async function open(name: string, path: string): Promise<Page> {
	const page = await openPageOf(site, name, name === '李敏' ? { viewport: screens.desk } : {});
	await page.goto(`${site.app.url}/chengdong${path}`);
	return page;
}

const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name });
const heading = (page: Page, name: string) =>
	page.getByRole('heading', { level: 1, name, exact: true }).waitFor();

it('a resident books a service and a venue', async () => {
	const page = await open('林晓慧', '/services');
	const watch = watchConsole(page);
	await typeInto(page.getByRole('searchbox'), 'dbsq');
	await page.keyboard.press('Enter');
	await page.waitForURL(/q=dbsq/);
	await enterOn(link(page, /低保申请/));
	await enterOn(link(page, say('services_book')));
	await enterOn(page.locator('.time'));
	await heading(page, say('booking_confirm'));
	await tabTo(page.getByRole('checkbox'));
	await page.keyboard.press('Space');
	expect(await page.getByRole('checkbox').first().isChecked()).toBe(true);
	await enterOn(buttonOf(page, say('booking_confirm_button')));
	await expectSeen(page.getByText(say('booking_done')));

	await page.goto(`${site.app.url}/chengdong/venues`);
	// not one of her own bookings
	await enterOn(page.locator('a:not([href*=bookings])', { hasText: '东园议事厅' }));
	await enterOn(page.locator('.time'));
	await heading(page, say('venues_confirm'));
	await typeInto(page.getByLabel(say('venues_purpose')), '邻里茶话会');
	await typeInto(page.getByLabel(say('venues_people')), '6');
	await page.keyboard.press('Enter');
	await expectSeen(page.getByText(say('venues_booked_flash')));
	watch.expectQuiet();
	await page.context().close();
});

it('a resident signs up for a series and joins a group', async () => {
	const page = await open('林晓慧', '/activities');
	const watch = watchConsole(page);
	await enterOn(link(page, /越剧演唱/));
	await chooseWithArrows(page.getByLabel(say('activities_whole_series')));
	await enterOn(buttonOf(page, say('activities_sign_up')));
	await expectSeen(page.getByText(say('activities_signed')));

	await page.goto(`${site.app.url}/chengdong/groups`);
	await enterOn(link(page, /河堤净滩队/));
	await tabTo(page.getByLabel(say('groups_shown_tick')));
	await page.keyboard.press('Space');
	await enterOn(buttonOf(page, say('groups_join_now')));
	await expectSeen(page.getByText(say('groups_i_belong')));
	watch.expectQuiet();
	await page.context().close();
});

it('staff give a number, call it and finish', async () => {
	const page = await open('李敏', '/desk/hall');
	const watch = watchConsole(page);
	const action = (key: string) => buttonOf(page, say(key));
	const next = action('hall_call_next');
	// whoever is at the desk already is served first
	if (await action('hall_start').isVisible()) await enterOn(action('hall_start'));
	if (!(await next.isVisible())) await enterOn(action('hall_finish'));
	await next.waitFor();
	const rows = page.locator('table tbody tr');
	const before = await rows.filter({ hasText: say('hall_leave') }).count();
	await tabTo(page.getByLabel(say('hall_walk_in')));
	await page.keyboard.press('ArrowDown');
	await enterOn(action('hall_give_number'));
	await expect.poll(() => rows.filter({ hasText: say('hall_leave') }).count()).toBe(before + 1);
	await enterOn(next);
	await enterOn(action('hall_start'));
	await enterOn(action('hall_finish'));
	await next.waitFor();
	watch.expectQuiet();
	await page.context().close();
});
