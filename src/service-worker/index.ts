/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
/// <reference types="@sveltejs/kit" />

import { ExpirationPlugin } from 'workbox-expiration';
import {
	cleanupOutdatedCaches,
	matchPrecache,
	precacheAndRoute,
	PrecacheFallbackPlugin
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { CacheFirst, NetworkOnly } from 'workbox-strategies';
import { v7 } from 'uuid';
import { keep } from '#lib/ui/outbox.ts';
import { build, version } from '$service-worker';

const worker = self as unknown as ServiceWorkerGlobalScope;
const offlinePage = '/offline';
const keptPage = '/offline/kept';

// Only what the offline page shows. Nobody pays for the chunks of pages they never open.
const shown = build.filter((file) => /\.(css|svg)$/.test(file));
precacheAndRoute([
	...shown.map((url) => ({ url, revision: null })),
	{ url: offlinePage, revision: version },
	{ url: keptPage, revision: version },
	{ url: '/icons/icon.svg', revision: version }
]);
cleanupOutdatedCaches();

// Names of build files change with their content, so a kept one is never wrong.
registerRoute(
	({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/_app/immutable/'),
	new CacheFirst({
		cacheName: 'immutable',
		plugins: [new ExpirationPlugin({ maxEntries: 200, purgeOnQuotaError: true })]
	})
);

// The code at the door of an activity, scanned without a network: kept as its form would be sent, with the time.
const arrival = /^\/[^/]+\/activities\/[0-9a-f-]{36}\/arrive$/;
const online = new NetworkOnly();
registerRoute(
	({ request, url }) => request.mode === 'navigate' && request.method === 'GET' && arrival.test(url.pathname),
	async (options) => {
		try {
			return await online.handle(options);
		} catch {
			const at = new Date().toISOString();
			const said = ['date', 'code'].map((name): [string, string] => [
				name,
				options.url.searchParams.get(name) ?? ''
			]);
			const key = v7();
			await keep({ key, action: options.url.pathname, fields: [...said, ['key', key]], at });
			return (await matchPrecache(keptPage)) ?? Response.error();
		}
	}
);

// Pages and their data are private: they are fetched, never kept.
registerRoute(
	new NavigationRoute(
		new NetworkOnly({ plugins: [new PrecacheFallbackPlugin({ fallbackURL: offlinePage })] })
	)
);

// A new version takes over when a person says so.
worker.addEventListener('message', ({ data }) => {
	if ((data as { type?: unknown } | null)?.type === 'SKIP_WAITING') void worker.skipWaiting();
});
