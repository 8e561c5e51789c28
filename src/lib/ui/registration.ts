import { dev } from '$app/environment';

/**
 * Registers the service worker once the page is at rest.
 * @param onWaiting called when a newer version waits, with the function that takes it and loads the page again
 */
export async function register(onWaiting: (refresh: () => void) => void): Promise<void> {
	if (dev || !('serviceWorker' in navigator)) return;
	const { Workbox } = await import('workbox-window');
	const workbox = new Workbox('/service-worker.js');
	workbox.addEventListener('waiting', () =>
		onWaiting(() => {
			workbox.addEventListener('controlling', () => location.reload());
			workbox.messageSkipWaiting();
		})
	);
	await workbox.register();
}
