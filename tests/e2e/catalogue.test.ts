import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { expectSeen, mayPressAgain, watchConsole } from '../support/page.ts';
import { openPageOf } from '../support/signed-in.ts';
import { openSite } from '../support/site.ts';
import { wordsOf } from '../support/words.ts';

const site = openSite();
const say = wordsOf('zh-CN');

/** Goes on with the tabulator alone until something that answers to a selector has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
	for (let presses = 0; presses < 60; presses++) {
		await page.keyboard.press('Tab');
		if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
	}
	throw new Error(`the tabulator never reached ${selector}`);
}

it('a service is found by pinyin initials and its documents ticked, with the keyboard alone', async () => {
	const page = await openPageOf(site, null);
	const watch = watchConsole(page);
	await page.goto(`${site.app.url}/chengdong/services`);
	await tabTo(page, '#q');
	await page.keyboard.type('dbsq');
	await page.keyboard.press('Enter');
	await page.waitForURL(/q=dbsq/);
	await tabTo(page, 'a.cover[href*="/services/"]');
	await page.keyboard.press('Enter');
	await expectSeen(page.getByRole('heading', { level: 1, name: '低保申请' }));
	const missing = page.getByText(/还差 \d+ 样/);
	await expectSeen(missing);
	const before = (await missing.innerText()).trim();
	await tabTo(page, 'input[type=checkbox]');
	await page.keyboard.press('Space');
	await page.waitForFunction((words) => !document.body.innerText.includes(words), before);
	const after = (await missing.innerText()).trim();
	await page.reload();
	await expectSeen(page.getByText(after));
	expect(await page.getByRole('checkbox').first().isChecked()).toBe(true);
	watch.expectQuiet();
	await page.context().close();
});

it('a family proxy is asked for on one phone and agreed to on another', async () => {
	const asking = await openPageOf(site, '林晓慧');
	await asking.goto(`${site.app.url}/chengdong/me/proxies/new`);
	await asking.getByText(say('accounts_proxy_as_proxy')).click();
	await asking.getByLabel(say('accounts_proxy_name')).fill('陈桂香');
	await asking.getByLabel(say('accounts_proxy_phone')).fill('13800000003');
	await asking.getByRole('button', { name: say('accounts_proxy_ask') }).click();
	await expectSeen(asking.locator('#name-error'));
	expect(await asking.getByLabel(say('accounts_proxy_phone')).inputValue()).toBe('13800000003');
	await mayPressAgain(asking);
	await asking.getByLabel(say('accounts_proxy_name')).fill('张守田');
	await asking.getByRole('button', { name: say('accounts_proxy_ask') }).click();
	await expectSeen(asking.getByText(say('accounts_proxy_waits_for', { name: '张守田' })));

	const agreeing = await openPageOf(site, '张守田');
	await agreeing.goto(`${site.app.url}/chengdong/me/proxies`);
	await agreeing.getByRole('link', { name: '林晓慧' }).click();
	await agreeing.getByRole('button', { name: say('accounts_proxy_yes') }).click();
	await expectSeen(agreeing.getByText(say('accounts_proxy_stands')));

	await asking.reload();
	await asking.getByRole('link', { name: '张守田' }).click();
	await expectSeen(asking.getByRole('link', { name: say('accounts_proxy_book_for', { name: '张守田' }) }));
	await asking.context().close();
	await agreeing.context().close();
});
