import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { watchConsole } from '../support/page.ts';
import { deeper, looksFor, pagesOf, wear } from '../support/screens.ts';
import { openPageOf } from '../support/signed-in.ts';
import { openSite } from '../support/site.ts';

const site = openSite();

/** What axe finds, and whether the page is wider than the screen, as lines that say where. */
async function faults(page: Page, path: string, look: string): Promise<string[]> {
	const { violations } = await new AxeBuilder({ page })
		.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
		.analyze();
	const found = violations.map(
		({ id, nodes }) =>
			`${path} [${look}] ${id}: ${nodes
				.map(({ target }) => target.join(' '))
				.slice(0, 3)
				.join(' | ')}`
	);
	const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
	return wide > 0 ? [...found, `${path} [${look}] is ${wide} px wider than the screen`] : found;
}

/**
 * Lets everything lie in the open: what a scrolled pane or a bar that sticks covers at this moment says nothing about
 * the page.
 */
function unroll(page: Page): Promise<void> {
	return page.evaluate(() => {
		for (const element of document.querySelectorAll<HTMLElement>('body *')) {
			const { position, overflowY } = getComputedStyle(element);
			if (position === 'sticky') element.style.position = 'static';
			if (overflowY === 'auto' && element.scrollHeight > element.clientHeight) {
				element.style.overflowY = 'visible';
				element.style.height = 'auto';
			}
		}
	});
}

describe('every page can be used by everyone', () => {
	it.each(pagesOf)('as $name', { timeout: 400_000 }, async ({ name, paths }) => {
		const page = await openPageOf(site, name);
		const watch = watchConsole(page);
		const all = new Set<string>();
		for (const path of paths) {
			await page.goto(site.app.url + path);
			all.add(path);
			for (const next of await deeper(page, path)) all.add(next);
		}
		watch.problems.length = 0;
		const found: string[] = [];
		for (const [at, path] of [...all].entries()) {
			for (const look of looksFor(at)) {
				await wear(page, site.app.url, look);
				const answer = await page.goto(site.app.url + path);
				expect(answer?.status(), path).toBeLessThan(500);
				await unroll(page);
				// as tall as the page, so that nothing lies under the tabs at the foot
				const height = await page.evaluate(() => document.documentElement.scrollHeight);
				await page.setViewportSize({ width: look.size.width, height: Math.max(look.size.height, height) });
				found.push(...(await faults(page, path, look.name)));
			}
		}
		expect(found).toEqual([]);
		expect(watch.problems.filter((line) => !line.includes('nothing-here'))).toEqual([]);
		await page.context().close();
	});
});
