/**
 * `npm run bench -- plan-board`: from the press of "plan" to its board in a browser, 500 requests among 2,000 volunteers
 * in the built app, with the work in the same process as the pages. The baseline is the same page of choosing, loaded
 * again in the same run: the ratio says how much longer than any page staff wait. Meanwhile another page is asked for
 * again and again: the app must stay alive.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { buildIfStale } from '../../scripts/build.ts';
import { say } from '../../scripts/steps.ts';
import { startApp } from '../support/app.ts';
import { launchBrowser } from '../support/browser.ts';
import { openPage, screens } from '../support/page.ts';
import { signIn } from '../support/sign-in.ts';
import { wordsOf } from '../support/words.ts';
import { makeCrowd } from './support/crowd.ts';
import { openDemo } from './support/demo.ts';
import { atShare, milliseconds, timed } from './support/figures.ts';

const volunteers = 2_000;
const requests = 500;
const rounds = process.env.BENCH_QUICK ? 2 : 10;

await buildIfStale();
const demo = await openDemo();
await demo.run((scope) => makeCrowd(scope, { volunteers, requests }));
const app = await startApp({
	databaseUrl: process.env.DATABASE_URL!,
	dataDir: process.env.DATA_DIR!,
	env: { TEST_NOW: demo.now.toISOString() }
});
const browser = await launchBrowser();
try {
	const page = await openPage(browser, { viewport: screens.desk });
	await signIn(page, app.url, '李敏', wordsOf('zh-CN'));
	const pressed: number[] = [];
	const opened: number[] = [];
	const alive: number[] = [];
	for (let round = 0; round < rounds; round++) {
		opened.push((await timed(() => page.goto(`${app.url}/chengdong/desk/plans/new`))).ms);
		pressed.push(await plan(page, alive));
	}
	const found = await page.locator('.plan-figures dd').allTextContents();
	say(`500 requests, 2,000 volunteers: ${found.join(' · ')}`);
	say(
		`from "plan" to its board, ${rounds} times: p50 ${milliseconds(atShare(pressed, 0.5))}, most ${milliseconds(Math.max(...pressed))}`
	);
	say(
		`  the page of choosing alone: p50 ${milliseconds(atShare(opened, 0.5))}; ratio ${(atShare(pressed, 0.5) / atShare(opened, 0.5)).toFixed(2)}`
	);
	say(
		`  another page meanwhile, ${alive.length} times: p50 ${milliseconds(atShare(alive, 0.5))}, p99 ${milliseconds(atShare(alive, 0.99))}`
	);
} finally {
	await browser.close();
	await app.stop();
	await demo.close();
}

/** Presses, waits for the board, and asks for a page all the while. */
async function plan(page: Page, alive: number[]): Promise<number> {
	let over = false;
	const asking = (async () => {
		while (!over) {
			const { ms } = await timed(() => fetch(`${app.url}/chengdong`).then((answer) => answer.text()));
			alive.push(ms);
			await pause(250);
		}
	})();
	const { ms } = await timed(async () => {
		await page.locator('.choose-bar button').click();
		await page.locator('.plan-table').waitFor({ timeout: 60_000 });
	});
	over = true;
	await asking;
	return ms;
}
