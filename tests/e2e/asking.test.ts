import type { BrowserContext, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { openPage, watchConsole } from '../support/page.ts';
import { fillSignIn, signIn } from '../support/sign-in.ts';
import { openSite } from '../support/site.ts';
import { wordsOf } from '../support/words.ts';

const site = openSite();
const say = wordsOf('zh-CN');
const note = '二楼左手边，铃坏了，请敲门。';

const asking = () => `${site.app.url}/chengdong/help/new`;
/** Everything but the last page, answered in the address. */
const answered =
	'group=home_repairs&need=fix_plumbing&when=tomorrow&part=evening&where=home&people=1&step=check';

/** A phone gets one code a minute, so she signs in once for all of these. */
let signedIn: Awaited<ReturnType<BrowserContext['storageState']>>;
beforeAll(async () => {
	const page = await openPage(site.browser);
	await signIn(page, site.app.url, '陈桂香', say);
	signedIn = await page.context().storageState();
	await page.context().close();
});

const openSignedIn = (options = {}) => openPage(site.browser, { storageState: signedIn, ...options });
const openWithoutScripts = () => openSignedIn({ javaScriptEnabled: false });

async function answer(page: Page, question: string, label: string | null): Promise<void> {
	await page.getByRole('heading', { level: 1, name: say(question) }).waitFor();
	if (label) await page.getByLabel(label).first().check();
	await page.getByRole('button', { name: say('app_next') }).click();
}

/** From the first question to the last page, as far as `where` is known. */
async function answerAll(page: Page): Promise<void> {
	await page.goto(asking());
	await answer(page, 'requests_ask_group', say('skills_group_home_repairs'));
	await answer(page, 'requests_ask_need', say('skills_need_fix_plumbing'));
	await answer(page, 'requests_ask_when', say('requests_when_tomorrow'));
	await answer(page, 'requests_ask_where', null);
	await answer(page, 'requests_ask_helper', null);
	await page.getByRole('heading', { level: 1, name: say('requests_ask_check') }).waitFor();
}

const send = (page: Page) => page.getByRole('button', { name: say('requests_send') });
const requestPage = /\/chengdong\/help\/[0-9a-f-]{36}$/;

async function openRequests(page: Page): Promise<string[]> {
	await page.goto(`${site.app.url}/chengdong/help`);
	return page.locator('.card').first().locator('a.cover').allInnerTexts();
}

describe('asking for help', () => {
	it('works without scripts, from the first question to the request and its steps', async () => {
		const page = await openWithoutScripts();
		await answerAll(page);
		await page.getByLabel(say('requests_title')).fill('阳台水管滴水');
		await page.getByLabel(say('requests_note')).fill(note);
		await send(page).click();
		await page.waitForURL(requestPage);
		const shown = await page.locator('main').innerText();
		expect(shown).toContain(say('requests_sent'));
		expect(shown).toContain('阳台水管滴水');
		expect(shown).toContain(note);
		expect(await page.locator('[aria-current=step]').innerText()).toContain(say('requests_step_arranging'));
		await page.context().close();
	});

	it('asks a question again where it was not answered, and keeps the other answers', async () => {
		const page = await openWithoutScripts();
		await page.goto(`${asking()}?group=home_repairs&need=fix_plumbing&step=when`);
		await page.getByRole('button', { name: say('app_next') }).click();
		expect(await page.getByRole('alert').innerText()).toContain(say('requests_choose_one'));
		await answer(page, 'requests_ask_when', say('requests_when_days'));
		await page.getByRole('heading', { level: 1, name: say('requests_ask_where') }).waitFor();
		expect(new URL(page.url()).searchParams.get('need')).toBe('fix_plumbing');
		await page.context().close();
	});

	it('brings everything back when it cannot be sent', async () => {
		const page = await openWithoutScripts();
		await page.goto(`${asking()}?${answered}&gender=female`);
		await page.getByLabel(say('requests_title')).fill('字'.repeat(61));
		await page.getByLabel(say('requests_note')).fill(note);
		await send(page).click();
		expect(await page.getByRole('alert').innerText()).toContain(say('errors_field_too_long', { limit: 60 }));
		expect(await page.getByLabel(say('requests_title')).inputValue()).toBe('字'.repeat(61));
		expect(await page.getByLabel(say('requests_note')).inputValue()).toBe(note);
		expect(await page.locator('main').innerText()).toContain(say('requests_female'));
		await page.context().close();
	});

	it('says that a time has passed where it was typed, and takes another with all that was written', async () => {
		const page = await openWithoutScripts();
		await page.goto(`${asking()}?${answered}`);
		const late = answered.replace('when=tomorrow', 'when=date&date=2020-01-01');
		await page.locator('main form').evaluate((form, to) => form.setAttribute('action', to), `?${late}`);
		await page.getByLabel(say('requests_note')).fill(note);
		await send(page).click();
		expect(await page.getByRole('alert').innerText()).toContain(say('errors_invalid_when'));
		await page.getByLabel(say('requests_when_days')).check();
		expect(await page.getByLabel(say('requests_note')).inputValue()).toBe(note);
		await send(page).click();
		await page.waitForURL(requestPage);
		await page.context().close();
	});

	it('may be begun by anyone; only sending leads through sign-in, and nothing is asked twice', async () => {
		const page = await openPage(site.browser);
		const watch = watchConsole(page);
		await page.goto(`${asking()}?${answered.replace('where=home', 'where=outside')}`);
		await page.getByRole('link', { name: say('requests_sign_in_to_send') }).click();
		await page.waitForURL('**/sign-in**');
		await fillSignIn(page, '马晓雯', say);
		await page.getByRole('heading', { level: 1, name: say('requests_ask_check') }).waitFor();
		const rows = await page.locator('.rows').innerText();
		expect(rows).toContain(say('skills_need_fix_plumbing'));
		expect(rows).toContain(say('requests_where_outside'));
		await send(page).click();
		await page.waitForURL(requestPage);
		watch.expectQuiet();
		await page.context().close();
	});

	it('keeps words that are not sent yet, in the tab and nowhere else', async () => {
		const page = await openSignedIn();
		await page.goto(`${asking()}?${answered}`);
		await page.waitForLoadState('networkidle');
		await page.getByLabel(say('requests_note')).fill(note);
		await page.getByRole('link', { name: say('requests_check_when') }).click();
		await answer(page, 'requests_ask_when', say('requests_when_days'));
		await page.getByRole('heading', { level: 1, name: say('requests_ask_check') }).waitFor();
		await expect.poll(() => page.getByLabel(say('requests_note')).inputValue()).toBe(note);
		expect(page.url()).not.toContain(encodeURIComponent(note.slice(0, 4)));
		await page.context().close();
	});

	it('keeps the words of a change through other questions and another language, until it is given up', async () => {
		const page = await openSignedIn();
		await page.goto(`${asking()}?${answered}`);
		await page.waitForLoadState('networkidle');
		await page.getByLabel(say('requests_title')).fill('旧的一句话');
		await send(page).click();
		await page.waitForURL(requestPage);
		const address = page.url();
		await page.getByRole('link', { name: say('requests_edit') }).click();
		const title = page.getByLabel(say('requests_title'));
		await title.fill('新的一句话');
		await page.getByLabel(say('requests_note')).fill('');
		await page.getByRole('link', { name: say('requests_check_when') }).click();
		await answer(page, 'requests_ask_when', say('requests_when_days'));
		await expect.poll(() => title.inputValue()).toBe('新的一句话');
		await page.locator('button[name=locale]').click();
		const english = wordsOf('en');
		await expect.poll(() => page.getByLabel(english('requests_title')).inputValue()).toBe('新的一句话');
		await page.locator('button[name=locale]').click();
		await page.getByRole('link', { name: say('requests_edit_leave') }).click();
		await page.waitForURL(address);
		await page.getByRole('link', { name: say('requests_edit') }).click();
		await expect.poll(() => title.inputValue()).toBe('旧的一句话');
		await page.context().close();
	});

	it('makes one request however often it is sent', async () => {
		const page = await openWithoutScripts();
		const twin = await page.context().newPage();
		await page.goto(`${asking()}?${answered}`);
		await page.getByLabel(say('requests_title')).fill('只要一次');
		await twin.goto(page.url());
		for (const name of ['key', 'id', 'title']) {
			const value = await page.locator(`main form [name=${name}]`).inputValue();
			await twin.locator(`main form [name=${name}]`).evaluate((input: HTMLInputElement, same) => {
				input.value = same;
			}, value);
		}
		await Promise.all([send(page).click(), send(twin).click()]);
		await page.waitForURL(requestPage);
		await twin.waitForURL(requestPage);
		expect(twin.url()).toBe(page.url());
		expect((await openRequests(page)).filter((name) => name === '只要一次')).toHaveLength(1);
		await page.context().close();
	});

	it('can be taken back after a second thought, without scripts', async () => {
		const page = await openWithoutScripts();
		await page.goto(`${asking()}?${answered}`);
		await page.getByLabel(say('requests_title')).fill('不用来了');
		await send(page).click();
		await page.waitForURL(requestPage);
		const address = page.url();
		await page.getByRole('link', { name: say('requests_cancel') }).click();
		expect(await page.locator('main').innerText()).toContain(say('requests_cancel_text'));
		await page.getByRole('link', { name: say('requests_cancel_no') }).click();
		await page.getByRole('link', { name: say('requests_cancel') }).click();
		await page.getByRole('button', { name: say('requests_cancel_yes') }).click();
		await page.waitForURL(address);
		expect(await page.locator('main').innerText()).toContain(say('requests_cancelled_title'));
		await page.goto(`${address}/cancel`);
		expect(page.url()).toBe(address);
		await page.goto(`${asking()}?edit=${address.slice(-36)}`);
		expect(await page.locator('main').innerText()).toContain(
			say('errors_not_possible_now_request_cancelled')
		);
		expect(await openRequests(page)).not.toContain('不用来了');
		await page.context().close();
	});
});

describe('what was done', () => {
	it('is confirmed by the one helped, with a rating of their own choice', async () => {
		const page = await openWithoutScripts();
		await page.goto(`${site.app.url}/chengdong/help`);
		await page
			.locator('li', { hasText: say('requests_todo_confirm') })
			.getByRole('link')
			.first()
			.click();
		const address = page.url();
		await page.getByRole('link', { name: say('requests_confirm_now') }).click();
		const confirm = page.getByRole('button', { name: say('requests_confirm'), exact: true });
		await page.getByLabel(say('requests_thanks')).fill('念得真好');
		await confirm.click();
		expect(await page.locator('main').innerText()).toContain(say('errors_field_choose'));
		expect(await page.getByLabel(say('requests_thanks')).inputValue()).toBe('念得真好');
		await page.getByLabel(say('requests_rating_4')).check();
		await confirm.click();
		await page.waitForURL(address);
		expect(await page.locator('main').innerText()).toContain(say('requests_done_title'));
		await page.context().close();
	});
});
