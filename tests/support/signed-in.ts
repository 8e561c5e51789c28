import type { BrowserContextOptions, Cookie, Page } from 'playwright-core';
import { openPage } from './page.ts';
import { signIn } from './sign-in.ts';
import type { Site } from './site.ts';
import { wordsOf } from './words.ts';

const kept = new WeakMap<Site, Map<string, Cookie[]>>();

/**
 * The cookies of a person of the demo world who is signed in: once per site, since codes are a minute apart. None for
 * null.
 */
export async function cookiesOf(site: Site, name: string | null): Promise<Cookie[]> {
	if (!name) return [];
	const known = kept.get(site) ?? new Map<string, Cookie[]>();
	kept.set(site, known);
	const cookies = known.get(name) ?? (await signedInCookies(site, name));
	known.set(name, cookies);
	return cookies;
}

async function signedInCookies(site: Site, name: string): Promise<Cookie[]> {
	const page = await openPage(site.browser);
	await signIn(page, site.app.url, name, wordsOf('zh-CN'));
	const cookies = await page.context().cookies();
	await page.context().close();
	// the language of that page is not carried along
	return cookies.filter(({ name: cookie }) => cookie.endsWith('session'));
}

/** A page of someone who is signed in already, or of a stranger. Close its context when done. */
export async function openPageOf(
	site: Site,
	name: string | null,
	options: BrowserContextOptions = {}
): Promise<Page> {
	const page = await openPage(site.browser, options);
	await page.context().addCookies(await cookiesOf(site, name));
	return page;
}
