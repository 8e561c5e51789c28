import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

export interface ConsoleWatch {
	/** Errors that the page has printed or thrown so far. */
	problems: string[];
	/** Fails when there was one. */
	expectQuiet(): void;
}

/** Collects console errors and uncaught exceptions of a page, so that a test can fail on a stray one. */
export function watchConsole(page: Page): ConsoleWatch {
	const problems: string[] = [];
	page.on('console', (message) => {
		if (message.type() === 'error') problems.push(`${message.text()} (${message.location().url})`);
	});
	page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`));
	return { problems, expectQuiet: () => expect(problems).toEqual([]) };
}

/** The two sizes at which every screen is looked at. */
export const screens = {
	phone: { width: 360, height: 780 },
	desk: { width: 1366, height: 768 }
};

/** Opens a page as one person sees it: on a phone and in Chinese unless told otherwise. Close its context when done. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
	const context = await browser.newContext({
		viewport: screens.phone,
		locale: 'zh-CN',
		timezoneId: 'Asia/Shanghai',
		...options
	});
	return context.newPage();
}

/** Fails unless this comes into sight, or is there already. */
export async function expectSeen(wanted: Locator, timeout = 20_000): Promise<void> {
	await wanted.first().waitFor({ timeout });
	expect(await wanted.first().isVisible()).toBe(true);
}

/** Waits until a form that was just sent may be sent again: sooner it would be a double press. */
export async function mayPressAgain(page: Page): Promise<void> {
	await page.locator('form[data-pressed]').waitFor({ state: 'detached' });
}

/**
 * Chooses a day of the calendar and waits until it is the chosen one: a time of the day shown before may stand under
 * the same words.
 */
export async function chooseDay(page: Page, day: string): Promise<void> {
	await page.getByRole('link', { name: day }).click();
	await page.locator('a[aria-current=date]', { hasText: day }).waitFor();
}

/** Opens a page again and again until it shows what another person's step brings about. */
export async function until(page: Page, address: string, shows: string): Promise<void> {
	await expect
		.poll(
			async () => {
				await page.goto(address);
				return page.locator('main').innerText();
			},
			{ timeout: 40_000, interval: 1000 }
		)
		.toContain(shows);
}
