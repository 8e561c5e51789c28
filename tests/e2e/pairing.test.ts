import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/accounts/people.ts';
import { personById as personOf } from '#lib/accounts/queries.server.ts';
import { closeDatabase, inCommon, inCommunity, openDatabase } from '#lib/db/client.server.ts';
import { closeQueue, openQueue } from '#lib/jobs/queue.server.ts';
import { acceptPairing, agreeFirstMeeting, recordMeeting } from '#lib/pairings/meet.server.ts';
import { pairingsOf, type PairingRow } from '#lib/pairings/pair-queries.server.ts';
import { communityBySlug } from '#lib/places/queries.server.ts';
import { instantAt } from '#lib/shared/time.ts';
import { tieFeatures } from '../../src/app.server.ts';
import { startApp } from '../support/app.ts';
import { expectSeen, screens, watchConsole } from '../support/page.ts';
import { openPageOf } from '../support/signed-in.ts';
import { openSite } from '../support/site.ts';
import { wordsOf } from '../support/words.ts';

const site = openSite();
const say = wordsOf('zh-CN');
const zone = 'Asia/Shanghai';
const monday = instantAt('2026-11-23', '09:00', zone);
const tuesdayNight = instantAt('2026-11-24', '21:30', zone);
/** Two of the hundred members answer on their phones; the others by the same verbs, called directly. */
const onPhones = ['林晓慧', '张守田'];

let communityId: string;

beforeAll(async () => {
	process.env.DATABASE_URL = site.database.url;
	openDatabase(site.database.url);
	tieFeatures();
	await openQueue(false, (error) => {
		throw error;
	});
	communityId = (await inCommon((scope) => communityBySlug(scope, 'chengdong')))!.id;
});
afterAll(async () => {
	await closeQueue();
	await closeDatabase();
});

const press = (page: Page, name: string | RegExp) =>
	page.getByRole('button', { name, exact: typeof name === 'string' }).click();
const rows = (page: Page) => page.locator('.board > li');

/** A campaign of the first hundred party members and the hundred residents who need one most. */
async function chooseTheHundreds(staff: Page): Promise<string> {
	await staff.goto(`${site.app.url}/chengdong/desk/pairings/new`);
	await staff.getByLabel(say('pairings_field_name')).fill('百名党员结对帮扶百名居民');
	await press(staff, say('pairings_start'));
	await press(staff, say('pairings_members_take', { count: 100 }));
	await staff.waitForURL(/\/pairings\/[0-9a-f-]{36}$/);
	const board = staff.url();
	await staff.goto(`${board}/residents?first=100`);
	await press(staff, say('pairings_residents_take', { count: 100 }));
	await staff.waitForURL(board);
	return board;
}

/** Swaps neighbours in the list by keys alone, passing over those whom a gate keeps apart. */
async function swapByHand(staff: Page, times: number): Promise<void> {
	const question = staff.getByRole('heading', { name: say('pairings_swap_title') });
	for (let done = 0; done < times;) {
		await staff.keyboard.press('j');
		await staff.keyboard.press('s');
		await staff.keyboard.press('j');
		await staff.keyboard.press('s');
		await question.waitFor();
		const swap = staff.getByRole('button', { name: say('pairings_swap_do'), exact: true });
		const possible = (await swap.count()) > 0;
		await staff.keyboard.press('Enter');
		await question.waitFor({ state: 'detached' });
		if (possible) await expect.poll(() => lockedRows(staff)).toBe(++done * 2);
	}
}

/** Plain forms do the same where scripts are missing. */
async function lockWithoutScripts(board: string): Promise<void> {
	const page = await openPageOf(site, '李敏', { viewport: screens.desk, javaScriptEnabled: false });
	await page.goto(board);
	await rows(page)
		.first()
		.getByRole('button', { name: say('pairings_lock') })
		.click();
	expect(await lockedRows(page)).toBe(1);
	await rows(page)
		.first()
		.getByRole('button', { name: say('pairings_unlock') })
		.click();
	expect(await lockedRows(page)).toBe(0);
	await page.context().close();
}

const lockedRows = (staff: Page) => staff.getByText(say('pairings_locked'), { exact: true }).count();

async function membersOf(pairings: readonly PairingRow[]): Promise<{ pairing: PairingRow; actor: Actor }[]> {
	const ids = new Map<string, string>();
	for (const name of onPhones) {
		const page = await openPageOf(site, name);
		await page.goto(`${site.app.url}/chengdong/volunteer`);
		const href = await page.locator('a[href*="/volunteer/pairs/"]').first().getAttribute('href');
		ids.set(href!.split('/').at(-1)!, name);
		await page.context().close();
	}
	return pairings
		.filter(({ id }) => !ids.has(id))
		.map((pairing) => ({
			pairing,
			actor: { accountId: pairing.memberId, personId: pairing.memberId, name: '', roles: [], verified: true }
		}));
}

/** Says yes, and agrees on Tuesday at the first hour at which nothing else is promised. */
async function acceptAndAgree(id: string, actor: Actor): Promise<void> {
	await inCommunity(communityId, (scope) => acceptPairing(scope, actor, id, monday, zone));
	for (const clock of ['15:00', '16:30', '10:00', '18:30', '08:30']) {
		const start = instantAt('2026-11-24', clock, zone);
		const agreed = await inCommunity(communityId, (scope) =>
			agreeFirstMeeting(scope, actor, { id, start }, monday, zone)
		).then(
			() => true,
			() => false
		);
		if (agreed) return;
	}
	throw new Error('the member has no hour on Tuesday');
}

async function acceptOnPhone(name: string): Promise<void> {
	const page = await openPageOf(site, name, { viewport: screens.phone });
	const watch = watchConsole(page);
	await page.goto(`${site.app.url}/chengdong/volunteer`);
	await page.getByRole('link', { name: say('pairings_offer_title') }).click();
	await press(page, say('pairings_offer_accept'));
	await expectSeen(page.getByText(say('pairings_accepted_flash')));
	await press(page, say('pairings_agree_do'));
	await expectSeen(page.getByText(say('pairings_meeting_flash')));
	watch.expectQuiet();
	await page.context().close();
}

async function meetOnPhone(name: string, id: string): Promise<void> {
	const page = await openPageOf(site, name, { viewport: screens.phone });
	await page.goto(`${site.app.url}/chengdong/volunteer/pairs/${id}`);
	await page.getByLabel(say('pairings_met_good')).check();
	await press(page, say('pairings_met_do'));
	await expectSeen(page.getByText(say('pairings_met_flash')));
	await page.context().close();
}

/** Ticks two pairs by keys alone, and lets go of them again. */
async function tickTwo(staff: Page): Promise<void> {
	const approve = (name: string, count: number) => staff.getByRole('button', { name: say(name, { count }) });
	for (const key of ['x', 'j', 'x']) await staff.keyboard.press(key);
	await expectSeen(approve('pairings_approve_some', 2));
	for (const key of ['x', 'k', 'x']) await staff.keyboard.press(key);
	await expectSeen(approve('pairings_approve_all', 100));
}

describe('a hundred members for a hundred residents', () => {
	it(
		'are paired, three swapped by hand, paired anew, approved, accepted, and meet',
		{ timeout: 400_000 },
		async () => {
			const staff = await openPageOf(site, '李敏', { viewport: screens.desk });
			const watch = watchConsole(staff);
			const board = await chooseTheHundreds(staff);

			await staff.keyboard.press('r');
			await expect.poll(() => rows(staff).count(), { timeout: 20_000 }).toBe(100);
			await lockWithoutScripts(board);
			await swapByHand(staff, 3);
			await staff.keyboard.press('r');
			await expectSeen(staff.getByText(say('pairings_solved', { count: 100 })));
			expect(await lockedRows(staff)).toBe(6);
			await tickTwo(staff);
			await staff.keyboard.press('a');
			await expectSeen(staff.getByText(say('pairings_approved', { count: 100 })));

			const campaignId = board.split('/').at(-1)!;
			const pairsNow = () => inCommunity(communityId, (scope) => pairingsOf(scope, campaignId));
			// the offers leave when the approval can no longer be taken back
			await expect
				.poll(async () => (await pairsNow()).filter(({ offeredAt }) => offeredAt).length, { timeout: 40_000 })
				.toBe(100);
			const pairings = await pairsNow();
			expect(pairings).toHaveLength(100);
			const others = await membersOf(pairings);
			expect(others).toHaveLength(100 - onPhones.length);
			for (const name of onPhones) await acceptOnPhone(name);
			for (const { pairing, actor } of others) await acceptAndAgree(pairing.id, actor);
			await staff.goto(`${board}/pairs?state=first_meeting`);
			await expect.poll(() => staff.locator('tbody tr').count()).toBe(100);

			// on the evening of the next day; a page that is open would ask an app that is not there
			await staff.goto('about:blank');
			await site.app.stop();
			site.app = await startApp({
				databaseUrl: site.database.url,
				env: { TEST_NOW: tuesdayNight.toISOString() }
			});
			const phones = pairings.filter(({ id }) => others.every(({ pairing }) => pairing.id !== id));
			for (const { id, memberId } of phones) {
				const { name } = await inCommunity(communityId, async (scope) => (await personOf(scope, memberId))!);
				await meetOnPhone(name, id);
			}
			for (const { pairing, actor } of others) {
				const met = { id: pairing.id, minutes: 45, word: 'good', note: null } as const;
				await inCommunity(communityId, (scope) => recordMeeting(scope, actor, met, tuesdayNight));
			}
			await staff.goto(`${site.app.url}/chengdong/desk/pairings/${campaignId}/report`);
			const figure = staff.locator('dl div', { hasText: say('pairings_figure_met') });
			expect(await figure.innerText()).toContain('100');
			await expectSeen(staff.getByText(say('pairings_state_going_on')));
			watch.expectQuiet();
			await staff.context().close();
		}
	);
});
