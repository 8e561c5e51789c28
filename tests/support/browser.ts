import { chromium, type Browser } from 'playwright-core';
import { findChromium } from './chromium.ts';

const quiet = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--no-first-run',
	'--disable-quic'
];

/** Launches a browser without a window that shows Chinese and talks to nobody but the pages it opens. */
export async function launchBrowser(): Promise<Browser> {
	const { executablePath, env } = await findChromium();
	return chromium.launch({
		executablePath,
		args: quiet,
		env: { ...(process.env as Record<string, string>), ...env }
	});
}
