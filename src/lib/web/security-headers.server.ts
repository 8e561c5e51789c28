import type { RequestEvent } from '@sveltejs/kit';

/** Headers of every answer; the content security policy with its nonces is SvelteKit's, see svelte.config.js. */
export function securityHeaders(event: RequestEvent): Record<string, string> {
	return {
		'x-content-type-options': 'nosniff',
		'x-frame-options': 'DENY',
		'referrer-policy': 'same-origin',
		'permissions-policy': 'camera=(self), microphone=(), geolocation=(), payment=()',
		'cross-origin-opener-policy': 'same-origin',
		...(event.url.protocol === 'https:'
			? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }
			: {}),
		// what a signed-in person sees is nobody else's, and gone from the browser at sign-out
		...(event.locals.session ? { 'cache-control': 'no-store' } : {})
	};
}
