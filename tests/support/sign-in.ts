import type { Page } from 'playwright-core';
import { demoSignIns } from '#lib/demo/sign-ins.ts';
import type { Say } from './words.ts';

/** Signs a person of the demo world in, as a person does: phone, the code that is shown, done. */
export async function signIn(
	page: Page,
	url: string,
	name: string,
	say: Say,
	to = '/chengdong'
): Promise<void> {
	await page.goto(`${url}/sign-in?to=${encodeURIComponent(to)}`);
	await fillSignIn(page, name, say);
	await page.waitForURL((address) => address.pathname === to);
}

/** The same where the page to sign in on is open already; it leads on to wherever that page was asked to. */
export async function fillSignIn(page: Page, name: string, say: Say): Promise<void> {
	const person = demoSignIns.find((one) => one.name === name);
	if (!person) throw new Error(`nobody in the demo world is called ${name}`);
	await page.getByLabel(say('accounts_phone')).fill(person.phone);
	await page.getByRole('button', { name: say('accounts_send_code') }).click();
	await page.waitForURL('**/sign-in/code**');
	const code = /\d{6}/.exec(await page.locator('main').innerText())?.[0];
	if (!code) throw new Error('no code is shown');
	await page.getByLabel(say('accounts_code')).fill(code);
	await page.getByRole('button', { name: say('accounts_code_enter'), exact: true }).click();
}
