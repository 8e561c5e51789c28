import type { Page } from 'playwright-core';
import { it } from 'vitest';
import { expectSeen, screens, watchConsole } from '../support/page.ts';
import { openPageOf } from '../support/signed-in.ts';
import { openSite } from '../support/site.ts';
import { wordsOf } from '../support/words.ts';

const site = openSite();
const say = wordsOf('zh-CN');
const [name, unit, home, host] = ['戏曲新苗班', '老街文化馆', '老街社区', '城东社区'];

const at = (path: string) => `${site.app.url}${path}`;
const press = (page: Page, words: string | RegExp) => page.getByRole('button', { name: words }).click();
const follow = (page: Page, words: string | RegExp) => page.getByRole('link', { name: words }).click();

it('a group of a unit is offered next door and agreed to, and a resident there joins it without scripts', async () => {
	const theirs = await openPageOf(site, '何静', { viewport: screens.desk });
	const watch = watchConsole(theirs);
	await theirs.goto(at('/laojie/desk/groups/new'));
	await theirs.getByLabel(say('groups_field_name')).first().fill(name);
	await theirs.getByLabel(say('groups_field_kind')).selectOption('arts');
	await theirs.getByLabel(say('groups_field_theme')).selectOption('culture');
	await theirs.getByLabel(say('groups_field_words')).first().fill('从走台步学起。');
	await theirs.getByLabel(say('groups_field_meets')).first().fill('每周六 15:00');
	await theirs.getByLabel(say('groups_unit')).selectOption({ label: unit });
	await theirs.getByLabel(say('groups_join_open')).check();
	await press(theirs, say('groups_found'));
	await expectSeen(theirs.getByText(say('groups_founded_now')));
	await press(theirs, say('groups_share_offer'));
	await expectSeen(theirs.getByText(say('groups_share_offered')));

	const ours = await openPageOf(site, '李敏', { viewport: screens.desk });
	await ours.goto(at('/chengdong/me/messages'));
	await follow(ours, say('notifications_staff_group_offered', { by: home, group: name }));
	const offer = ours.getByRole('listitem').filter({ hasText: name });
	await expectSeen(offer.getByText(say('groups_share_asks_us')));
	await offer.getByRole('button', { name: say('groups_share_agree') }).click();
	await expectSeen(offer.getByText(say('groups_share_agreed')));

	const hers = await openPageOf(site, '陈桂香', { javaScriptEnabled: false });
	await hers.goto(at('/chengdong/groups?q=xqxmb'));
	await follow(hers, name);
	await expectSeen(hers.getByText(say('groups_from', { community: home })));
	await expectSeen(hers.getByText(unit));
	await press(hers, say('groups_join_now'));
	await expectSeen(hers.locator('#handOn-error'));
	await hers.getByLabel(say('groups_hand_on', { community: home })).check();
	await press(hers, say('groups_join_now'));
	await expectSeen(hers.getByText(say('groups_i_belong')));
	await follow(hers, say('groups_next_door_open', { community: home }));
	await hers.waitForURL(/\/laojie\/groups\//);
	await expectSeen(hers.getByText(say('groups_i_belong')));

	await theirs.reload();
	await expectSeen(theirs.getByText(say('groups_share_members', { count: 1 })));
	await follow(theirs, say('groups_members_page'));
	await expectSeen(theirs.getByText(say('groups_member_from', { community: host })));
	watch.expectQuiet();
	for (const page of [theirs, ours, hers]) await page.context().close();
}, 120_000);
