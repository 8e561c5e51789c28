import { redirect } from '@sveltejs/kit';
import { closeAllSessions, closeSession } from '#lib/accounts/sessions.server.ts';
import { clearSessionCookie } from '#lib/web/session-cookie.server.ts';
import type { RequestHandler } from './$types';

/** Signs this device out, or with `?everywhere` all of them. Clear-Site-Data empties what the browser kept of it. */
export const POST: RequestHandler = async (event) => {
	const { session } = event.locals;
	if (session && event.url.searchParams.has('everywhere')) await closeAllSessions(session.accountId);
	else if (session) await closeSession(session.id);
	clearSessionCookie(event);
	event.setHeaders({ 'clear-site-data': '"cache"' });
	redirect(303, '/');
};
