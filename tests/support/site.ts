import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { startApp, type RunningApp } from './app.ts';
import { launchBrowser } from './browser.ts';
import type { TestDatabase } from './create-database.ts';
import { freshDatabase } from './database.ts';

/** The app on a demo database of its own, and a browser, for a file of browser tests. */
export interface Site {
	app: RunningApp;
	browser: Browser;
	database: TestDatabase;
}

/** Opens them before the tests of a file and closes them after. */
export function openSite(): Site {
	const site = {} as Site;
	beforeAll(async () => {
		site.database = await freshDatabase();
		site.app = await startApp({ databaseUrl: site.database.url });
		site.browser = await launchBrowser();
	});
	afterAll(async () => {
		await site.browser?.close();
		await site.app?.stop();
		await site.database?.drop();
	});
	return site;
}
