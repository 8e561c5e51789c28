import { ping } from '#lib/db/client.server.ts';
import { isDraining } from '#lib/web/draining.server.ts';
import type { RequestHandler } from './$types';

/** This process can serve: it is not stopping and the database answers. */
export const GET: RequestHandler = async () => {
	if (isDraining()) return new Response('stopping', { status: 503 });
	try {
		await ping();
		return new Response('ok');
	} catch {
		return new Response('database does not answer', { status: 503 });
	}
};
