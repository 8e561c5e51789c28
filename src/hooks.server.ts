import { randomUUID } from 'node:crypto';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { building } from '$app/environment';
import { readSession } from '#lib/accounts/sessions.server.ts';
import { loadActor } from '#lib/accounts/actor.server.ts';
import { closeDatabase, inCommon, inCommunity, openDatabase } from '#lib/db/client.server.ts';
import { appNow, setClock } from '#lib/db/clock.server.ts';
import { demoMark } from '#lib/db/facts.server.ts';
import { closeLive } from '#lib/hall/live.server.ts';
import { closeQueue, openQueue } from '#lib/jobs/queue.server.ts';
import { prepareDatabase } from '#lib/jobs/prepare.server.ts';
import { paraglideMiddleware } from '#lib/paraglide/server.js';
import { knownCommunity } from '#lib/places/known.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { env } from '#lib/shared/env.server.ts';
import { log } from '#lib/shared/log.server.ts';
import { choose, locales, modes, themes } from '#lib/shared/preferences.ts';
import { errorWords } from '#lib/web/error-words.server.ts';
import { readSessionCookie, writeSessionCookie } from '#lib/web/session-cookie.server.ts';
import { securityHeaders } from '#lib/web/security-headers.server.ts';
import { resumeWork, tieFeatures } from './app.server.ts';

let demo = false;

export const init: ServerInit = async () => {
	if (building) return;
	await prepareDatabase(env.databaseUrl, env.migrationsFolder);
	openDatabase();
	demo = (await inCommon(demoMark)) !== null;
	setClock(demo);
	tieFeatures();
	await openQueue(env.workers !== 'none', (err) => log.error({ err }, 'queue'));
	if (env.workers !== 'none') await resumeWork(appNow());
	process.on('sveltekit:shutdown', stop);
};

async function stop(): Promise<void> {
	await closeQueue();
	await closeLive();
	await closeDatabase();
}

/** Gives the request its id and its place in the logs. */
const trace: Handle = async ({ event, resolve }) => {
	const started = performance.now();
	event.locals.requestId = randomUUID();
	event.locals.now = appNow();
	event.locals.demo = demo;
	const response = await resolve(event);
	response.headers.set('x-request-id', event.locals.requestId);
	log.info({
		requestId: event.locals.requestId,
		method: event.request.method,
		route: event.route.id,
		status: response.status,
		ms: Math.round(performance.now() - started)
	});
	return response;
};

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses every write that did not come from our own pages, whatever its content type. */
const sameOrigin: Handle = ({ event, resolve }) => {
	const origin = event.request.headers.get('origin');
	if (!safeMethods.has(event.request.method) && origin !== event.url.origin) {
		return new Response('Cross-origin request refused', { status: 403 });
	}
	return resolve(event);
};

/** A multipart form that names no boundary can be read by nobody; reading it would wait for ever. */
const wholeForms: Handle = ({ event, resolve }) => {
	const type = event.request.headers.get('content-type') ?? '';
	if (/^multipart\/form-data(?!.*boundary=.)/i.test(type))
		return new Response('No boundary', { status: 400 });
	return resolve(event);
};

/** Language, size and colours, from cookies. */
const preferences: Handle = ({ event, resolve }) =>
	paraglideMiddleware(event.request, ({ locale }) => {
		const chosen = {
			locale: choose(locales, locale),
			mode: choose(modes, event.cookies.get('mode')),
			theme: choose(themes, event.cookies.get('theme'))
		};
		event.locals.preferences = chosen;
		return resolve(event, {
			transformPageChunk: ({ html }) =>
				html.replace('%lang%', chosen.locale).replace('%theme%', chosen.theme).replace('%mode%', chosen.mode),
			filterSerializedResponseHeaders: (name) => name === 'content-type'
		});
	});

const nobody = () => Promise.resolve(null);

function onceAsked<T>(read: () => Promise<T>): () => Promise<T> {
	let answer: Promise<T> | undefined;
	return () => (answer ??= read());
}

/** Who is there, and in which community. */
const identify: Handle = async ({ event, resolve }) => {
	const { locals, params, cookies } = event;
	locals.session = null;
	locals.community = null;
	locals.actor = nobody;
	if (building) return resolve(event);
	const id = readSessionCookie(event);
	const session = id ? await readSession(id) : null;
	if (id && session) {
		locals.session = { id, idHash: session.idHash, accountId: session.accountId };
		if (session.movedTo) writeSessionCookie(event, id, session.movedTo);
	}
	const slug = params.community;
	if (slug) {
		const community = await knownCommunity(slug, locals.now);
		// the pages of a community that does not exist say so themselves, in their own look
		if (!community) return resolve(event);
		locals.community = community;
		const { session } = locals;
		if (session)
			locals.actor = onceAsked(() =>
				inCommunity(community.id, (scope) => loadActor(scope, session.accountId))
			);
		cookies.set('community', slug, {
			path: '/',
			maxAge: 31_536_000,
			secure: event.url.protocol === 'https:'
		});
	}
	return resolve(event);
};

/** Gives every answer its security headers, and says so when too many people are here. */
const secure: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	for (const [name, value] of Object.entries(securityHeaders(event))) response.headers.set(name, value);
	if (response.status === 503) response.headers.set('retry-after', '2');
	return response;
};

/** Says in plain words what went wrong as expected before any page was reached, e.g. that too many are in line. */
const speakPlainly: Handle = async ({ event, resolve }) => {
	try {
		return await resolve(event);
	} catch (thrown) {
		if (!(thrown instanceof AppError)) throw thrown;
		const headers = { 'content-type': 'text/plain; charset=utf-8' };
		return new Response(errorWords(thrown), { status: thrown.status, headers });
	}
};

export const handle = sequence(trace, sameOrigin, wholeForms, preferences, secure, speakPlainly, identify);

export const handleError: HandleServerError = ({ error: thrown, event, status, message }) => {
	const { requestId } = event.locals;
	if (status >= 500) log.error({ requestId, route: event.route.id, err: thrown }, 'failed');
	return { message: status === 404 ? 'not_found' : message, requestId };
};
