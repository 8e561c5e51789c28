import { describe, expect, it } from 'vitest';
import { faultsOf } from '../support/faults.ts';
import { watchConsole } from '../support/page.ts';
import { deeper, kindOf, looksFor, pagesOf } from '../support/screens.ts';
import { openPageOf } from '../support/signed-in.ts';
import { openSite } from '../support/site.ts';

const site = openSite();

/** One of a kind is looked at, beside those that are named: a list leads to dozens that look alike. */
const mostOfKind = 1;

describe('every page can be used by everyone', () => {
	it.each(pagesOf)('as $name', { timeout: 400_000 }, async ({ name, paths }) => {
		const page = await openPageOf(site, name);
		const watch = watchConsole(page);
		const all = new Set(paths);
		const found: string[] = [];
		const follow = (next: string) => {
			const alike = [...all].filter((path) => kindOf(path) === kindOf(next));
			if (alike.length < mostOfKind) all.add(next);
		};
		// what the links of a page bring is walked in the same round
		for (const path of all) {
			found.push(...(await faultsOf(page, site.app.url, path, looksFor([...all].indexOf(path)))));
			if (paths.includes(path)) (await deeper(page, path)).forEach(follow);
		}
		expect(found).toEqual([]);
		expect(watch.problems.filter((line) => !line.includes('nothing-here'))).toEqual([]);
		await page.context().close();
	});
});
