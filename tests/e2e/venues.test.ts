import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { extractText, getDocumentProxy } from 'unpdf';
import { idsFrom } from '#lib/demo/random.ts';
import { chooseDay, expectSeen } from '../support/page.ts';
import { openPageOf } from '../support/signed-in.ts';
import { openSite } from '../support/site.ts';
import { wordsOf } from '../support/words.ts';

const site = openSite();
const say = wordsOf('zh-CN');
const demoId = idsFrom(1);
/** The meeting room: the second venue of the demo community. */
const [, room] = [demoId('venue'), demoId('venue')];
const address = (path: string) => `${site.app.url}/chengdong${path}`;

/** From the list of venues to the form that confirms two o'clock tomorrow. */
async function chooseTwo(page: Page): Promise<void> {
	await page.goto(address(`/venues/${room}`));
	await chooseDay(page, '明天');
	await page.locator('.time', { hasText: /^\s*14:00/ }).click();
	await page.getByLabel(say('venues_purpose')).fill('邻里茶话会');
	await page.getByLabel(say('venues_people')).fill('12');
}

const confirm = (page: Page) => page.getByRole('button', { name: say('venues_confirm_button') }).click();

it('a venue is booked on a phone, moved and given back; who comes second is offered other times, without scripts too', async () => {
	const first = await openPageOf(site, '陈桂香');
	const second = await openPageOf(site, '张守田', { javaScriptEnabled: false });
	await chooseTwo(first);
	await chooseTwo(second);
	await confirm(first);
	await expectSeen(first.getByText(say('venues_booked_flash')));
	await expectSeen(first.getByText('14:00'));

	// a page without scripts tells nobody when it has come
	await confirm(second);
	await second.waitForLoadState();
	await expectSeen(second.getByText(say('errors_already_taken_venues_taken')));
	await expect.poll(() => second.getByLabel(say('venues_purpose')).inputValue()).toBe('邻里茶话会');
	await second.locator('button[name=start]').first().click();
	await second.waitForLoadState();
	await expectSeen(second.getByText(say('venues_booked_flash')));
	await expectSeen(second.getByText('邻里茶话会'));

	await first.getByRole('link', { name: say('venues_move') }).click();
	await first.locator('.time', { hasText: /^\s*16:30/ }).click();
	await expectSeen(first.getByRole('heading', { name: say('booking_move_to') }));
	await first.getByRole('button', { name: say('booking_move_yes') }).click();
	await expectSeen(first.getByText(say('booking_moved')));
	await expectSeen(first.getByText('16:30'));
	await first.getByText(say('venues_cancel'), { exact: true }).click();
	await first.getByRole('button', { name: say('venues_cancel_yes') }).click();
	await expectSeen(first.getByText(say('venues_cancelled_flash')));
	await first.context().close();
	await second.context().close();
}, 120_000);

it('the cards of a grid come as a PDF that can be read', async () => {
	const page = await openPageOf(site, '李敏');
	await page.goto(address('/desk/contact-cards'));
	const print = page.getByRole('link', { name: say('contact_print_grid') }).first();
	const answer = await page.request.get(new URL((await print.getAttribute('href'))!, site.app.url).href);
	expect(answer.headers()['content-type']).toBe('application/pdf');
	const { text } = await extractText(await getDocumentProxy(new Uint8Array(await answer.body())));
	expect(text[0]).toContain(say('contact_title'));
	await page.context().close();
}, 60_000);
