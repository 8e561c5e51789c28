import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { wear, type Look } from './screens.ts';

declare global {
	interface Window {
		/** Where its source was run. */
		axe: typeof axe;
	}
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds, as lines that say where. It works inside the page: only what is wrong is told outside. */
async function violationsOf(page: Page): Promise<string[]> {
	await page.evaluate(axe.source);
	return page.evaluate(async (tags) => {
		const { violations } = await window.axe.run({
			runOnly: tags,
			resultTypes: ['violations'],
			preload: false
		});
		return violations.map(({ id, nodes }) => {
			const places = nodes.slice(0, 3).map(({ target }) => target.join(' '));
			return `${id}: ${places.join(' | ')}`;
		});
	}, tags);
}

/** That, and whether the page is wider than the screen. */
async function faultsSeen(page: Page, path: string, look: string): Promise<string[]> {
	const found = (await violationsOf(page)).map((line) => `${path} [${look}] ${line}`);
	const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
	return wide > 0 ? [...found, `${path} [${look}] is ${wide} px wider than the screen`] : found;
}

/**
 * Lets everything lie in the open: what a scrolled pane, a bar that sticks or the tabs at the foot cover at this moment says
 * nothing about the page.
 */
function unroll(page: Page): Promise<void> {
	return page.evaluate(() => {
		for (const element of document.querySelectorAll<HTMLElement>('body *')) {
			const { position, overflowY } = getComputedStyle(element);
			if (position === 'sticky' || position === 'fixed') element.style.position = 'static';
			if (overflowY === 'auto' && element.scrollHeight > element.clientHeight) {
				element.style.overflowY = 'visible';
				element.style.height = 'auto';
			}
		}
	});
}

/** Opens a page in these looks and says what is wrong with it for anyone. */
export async function faultsOf(
	page: Page,
	url: string,
	path: string,
	looks: readonly Look[]
): Promise<string[]> {
	const found: string[] = [];
	for (const look of looks) {
		await wear(page, url, look);
		const answer = await page.goto(url + path);
		if ((answer?.status() ?? 500) >= 500) found.push(`${path} [${look.name}] answers ${answer?.status()}`);
		await unroll(page);
		found.push(...(await faultsSeen(page, path, look.name)));
	}
	return found;
}
