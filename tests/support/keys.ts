import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** More stops than any page has. */
const mostStops = 250;

/** Goes to something with the tab key alone, as people do who have no mouse, and sees that the focus shows. */
export async function tabTo(wanted: Locator): Promise<void> {
	const one = wanted.first();
	await one.waitFor();
	const page = one.page();
	for (let stop = 0; stop < mostStops; stop++) {
		if (await one.evaluate((element) => element === document.activeElement)) {
			expect(await one.evaluate((element) => element.matches(':focus-visible'))).toBe(true);
			return;
		}
		await page.keyboard.press('Tab');
	}
	throw new Error(`the tab key does not lead to ${wanted}`);
}

/** Goes there and presses Enter, as on a link or a button. */
export async function enterOn(wanted: Locator): Promise<void> {
	await tabTo(wanted);
	await wanted.page().keyboard.press('Enter');
}

/** Goes to a field and types. */
export async function typeInto(wanted: Locator, words: string): Promise<void> {
	await tabTo(wanted);
	await wanted.page().keyboard.type(words);
}

/** Chooses one of several: together they are one stop, and the arrows move among them. */
export async function chooseWithArrows(wanted: Locator): Promise<void> {
	const page = wanted.page();
	const group = page.locator(`input[name="${await wanted.getAttribute('name')}"]`);
	const chosen = group.and(page.locator(':checked'));
	await tabTo((await chosen.count()) > 0 ? chosen : group);
	const count = await group.count();
	for (let step = 0; step < count && !(await wanted.isChecked()); step++)
		await page.keyboard.press('ArrowDown');
	expect(await wanted.isChecked()).toBe(true);
}

/** A button by its words. */
export const buttonOf = (page: Page, name: string): Locator =>
	page.getByRole('button', { name, exact: true });
