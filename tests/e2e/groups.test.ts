import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { expectSeen, mayPressAgain, watchConsole } from '../support/page.ts';
import { openPageOf } from '../support/signed-in.ts';
import { openSite } from '../support/site.ts';
import { wordsOf } from '../support/words.ts';

const site = openSite();
const say = wordsOf('zh-CN');
const group = '城东读书会';
const [resident, leader] = ['陈桂香', '林晓慧'];

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const follow = (page: Page, name: string) => page.getByRole('link', { name }).click();

/** Opens what the newest message of an inbox is about. */
async function openMessage(page: Page, words: string): Promise<void> {
	await page.goto(`${site.app.url}/chengdong/me/messages`);
	await follow(page, words);
}

it('a resident joins a club: the wish on her phone, the leader lets her in on his, and she reads of it', async () => {
	const hers = await openPageOf(site, resident);
	const watch = watchConsole(hers);
	await hers.goto(`${site.app.url}/chengdong`);
	await follow(hers, say('groups_title'));
	await hers.getByRole('searchbox').fill('dsh');
	await hers.keyboard.press('Enter');
	await follow(hers, group);
	await press(hers, say('groups_join_ask'));
	await expectSeen(hers.locator('#answer-error'));
	await mayPressAgain(hers);
	await hers.getByLabel('最近读了什么书？').fill('一本讲胡同的书');
	await hers.getByLabel(say('groups_shown_tick')).check();
	await press(hers, say('groups_join_ask'));
	await expectSeen(hers.getByText(say('groups_i_asked')));

	const theirs = await openPageOf(site, leader);
	await openMessage(theirs, say('notifications_group_wish', { name: resident, group }));
	const wish = theirs.getByRole('listitem').filter({ hasText: '一本讲胡同的书' });
	await wish.getByRole('button', { name: say('groups_let_in') }).click();
	await expectSeen(theirs.getByText(say('groups_let_in_now')));
	await expectSeen(theirs.getByRole('link', { name: resident }));

	await openMessage(hers, say('notifications_group_let_in', { name: resident, group }));
	await expectSeen(hers.getByText(say('groups_i_belong')));

	// the leader knows her now, and puts her on the list by name
	await theirs.goto(`${site.app.url}/chengdong/groups`);
	await follow(theirs, group);
	await theirs.getByRole('link', { name: '读书会', exact: true }).first().click();
	await follow(theirs, say('activities_to_list'));
	await theirs.getByText(say('activities_enter'), { exact: true }).click();
	await theirs.getByRole('searchbox').fill('cgx');
	await theirs.keyboard.press('Enter');
	await expectSeen(theirs.getByRole('radio', { name: resident }));
	await press(theirs, say('activities_enter_now'));
	await expectSeen(theirs.getByText(say('activities_entered')));
	await hers.goto(`${site.app.url}/chengdong/me/activities`);
	await expectSeen(hers.getByRole('link', { name: '读书会', exact: true }).first());
	watch.expectQuiet();
	await hers.context().close();
	await theirs.context().close();
});

it('what a member tells, without scripts, is seen by others when the leader has let it through', async () => {
	const words = '上周我们读完了这本书，还喝了茶。';
	const hers = await openPageOf(site, resident, { javaScriptEnabled: false });
	await hers.goto(`${site.app.url}/chengdong/groups`);
	await follow(hers, group);
	await follow(hers, say('groups_story_new'));
	await hers.getByLabel(say('groups_story_words')).fill(words);
	await press(hers, say('groups_story_send'));
	await expectSeen(hers.locator('#agreed-error'));
	expect(await hers.getByLabel(say('groups_story_words')).inputValue()).toBe(words);
	const photo = await sharp({ create: { width: 640, height: 480, channels: 3, background: 'teal' } })
		.jpeg()
		.toBuffer();
	await hers
		.getByLabel(say('groups_story_pictures', { most: 4 }))
		.setInputFiles({ name: 'tea.jpg', mimeType: 'image/jpeg', buffer: photo });
	await hers.getByLabel(say('groups_story_agreed')).check();
	await press(hers, say('groups_story_send'));
	const own = hers.getByRole('article').filter({ hasText: words });
	await expectSeen(own.getByText(say('groups_story_held')));
	const address = hers.url();

	const neighbours = await openPageOf(site, '马晓雯');
	await neighbours.goto(address);
	expect(await neighbours.getByText(words).count()).toBe(0);

	const theirs = await openPageOf(site, leader, { javaScriptEnabled: false });
	await theirs.goto(address);
	const held = theirs.getByRole('article').filter({ hasText: words });
	await held.getByRole('button', { name: say('groups_story_show'), exact: true }).click();
	await neighbours.reload();
	const seen = neighbours.getByRole('article').filter({ hasText: words });
	await expectSeen(seen);
	// the article stands there before its picture has come
	const width = () => seen.getByRole('img').evaluate((image: HTMLImageElement) => image.naturalWidth);
	await expect.poll(width).toBe(640);
	for (const page of [hers, theirs, neighbours]) await page.context().close();
});
