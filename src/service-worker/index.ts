/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
/// <reference types="@sveltejs/kit" />

import { ExpirationPlugin } from 'workbox-expiration';
import { cleanupOutdatedCaches, precacheAndRoute, PrecacheFallbackPlugin } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { CacheFirst, NetworkOnly } from 'workbox-strategies';
import { build, version } from '$service-worker';

const worker = self as unknown as ServiceWorkerGlobalScope;
const offlinePage = '/offline';

// Only what the offline page shows. Nobody pays for the chunks of pages they never open.
const shown = build.filter((file) => /\.(css|svg)$/.test(file));
precacheAndRoute([
	...shown.map((url) => ({ url, revision: null })),
	{ url: offlinePage, revision: version },
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
