import { error, fail, redirect, type Action, type RequestEvent } from '@sveltejs/kit';
import { superValidate } from 'sveltekit-superforms';
import { zod4 } from 'sveltekit-superforms/adapters';
import type { z } from 'zod';
import { m } from '#lib/paraglide/messages.js';
import { AppError } from '#lib/shared/errors.ts';
import { isId, newId } from '#lib/shared/ids.ts';
import { loadSupervisor, type Supervisor } from '#lib/subdistrict/supervisor.server.ts';
import { formOf, plainly, refused, withWords, type Outcome } from './act.server.ts';
import { cleanForm } from './clean.ts';
import { errorWords } from './error-words.server.ts';
import { setFlash } from './flash.server.ts';

/** What a verb over the communities of a sub-district is called with; it opens its own transactions. */
export interface Supervision {
	supervisor: Supervisor;
	now: Date;
}

/** Reads for a page of the sub-district; to everyone who supervises none it does not exist. */
export async function readAsSupervisor<T>(
	event: RequestEvent,
	work: (supervision: Supervision) => Promise<T>
): Promise<T> {
	const supervisor = await admitSupervisor(event);
	return plainly(work({ supervisor, now: event.locals.now }));
}

async function admitSupervisor({ locals, url, request, cookies }: RequestEvent): Promise<Supervisor> {
	const { session } = locals;
	if (!session) {
		if (request.method === 'POST') setFlash(cookies, { words: m.errors_signed_out() });
		redirect(303, `/sign-in?to=${encodeURIComponent(url.pathname + url.search)}`);
	}
	const supervisor = await plainly(loadSupervisor(session.accountId));
	if (!supervisor) error(404, errorWords(new AppError('not_found')));
	return supervisor;
}

type Schema = z.ZodObject;

/**
 * An action of the sub-district. What it does is the same when done again: what it makes bears the form's `key` as its
 * id, so that pressing twice makes it once.
 */
export function supervisorAction<S extends Schema>(
	schema: S,
	work: (
		supervision: Supervision & { key: string },
		data: z.output<S>,
		event: RequestEvent
	) => Promise<Outcome | void>
): Action {
	return async (event) => {
		const supervisor = await admitSupervisor(event);
		const sent = await formOf(event).catch((thrown: unknown) => thrown);
		if (!(sent instanceof FormData)) return refused(sent, await superValidate(zod4(schema as never)));
		const raw = cleanForm(sent);
		const given = raw.get('key');
		raw.delete('key');
		const form = await superValidate(raw, zod4(schema as never));
		if (!form.valid) return fail(400, { form: withWords(form) });
		const key = isId(given) ? given : newId();
		let outcome: Outcome | void;
		try {
			outcome = await work({ supervisor, key, now: event.locals.now }, form.data as z.output<S>, event);
		} catch (thrown) {
			return refused(thrown, form);
		}
		if (outcome?.flash) setFlash(event.cookies, outcome.flash);
		if (outcome?.to) redirect(303, outcome.to);
		return { form };
	};
}
