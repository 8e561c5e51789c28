import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openPage } from '../support/page.ts';
import { openSite } from '../support/site.ts';

const site = openSite();
const most = { script: 70, page: 30 };

/** Kilobytes, gzipped, of all that a first visit fetches, and whoever else was asked. */
async function firstVisit(path: string) {
	const page = await openPage(site.browser);
	const kilobytes = { script: 0, page: 0 };
	const strangers: string[] = [];
	page.on('response', async (response) => {
		const url = new URL(response.url());
		if (url.origin !== site.app.url) strangers.push(url.href);
		const type = response.headers()['content-type'] ?? '';
		const size = gzipSync(await response.body().catch(() => Buffer.alloc(0))).length / 1024;
		if (type.includes('javascript') && !url.pathname.endsWith('service-worker.js')) kilobytes.script += size;
		if (type.includes('html') || type.includes('css')) kilobytes.page += size;
	});
	await page.goto(site.app.url + path, { waitUntil: 'networkidle' });
	// what loads once the page is idle counts as well
	await page.waitForLoadState('networkidle');
	await page.context().close();
	return { kilobytes, strangers };
}

describe('a first visit on a slow phone', () => {
	it.each(['/chengdong', '/chengdong/help/new', '/chengdong/help/new?group=home_repairs&need=fix_plumbing'])(
		'of %s is light and asks nobody else',
		async (path) => {
			const { kilobytes, strangers } = await firstVisit(path);
			expect(kilobytes.script).toBeLessThanOrEqual(most.script);
			expect(kilobytes.page).toBeLessThanOrEqual(most.page);
			expect(kilobytes.page).toBeGreaterThan(1);
			expect(strangers).toEqual([]);
		}
	);
});
