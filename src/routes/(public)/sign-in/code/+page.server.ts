import { fail, redirect } from '@sveltejs/kit';
import { superValidate } from 'sveltekit-superforms';
import { zod4 } from 'sveltekit-superforms/adapters';
import { maskPhone } from '#lib/accounts/phone.ts';
import { closeSession, openSession } from '#lib/accounts/sessions.server.ts';
import { enterCode, type CodeAnswer } from '#lib/accounts/sign-in.server.ts';
import { signInRules } from '#lib/accounts/sign-in.ts';
import { inCommon } from '#lib/db/client.server.ts';
import { shownMessageFor } from '#lib/notifications/queries.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { formOf, plainly, withWords } from '#lib/web/act.server.ts';
import { cleanForm } from '#lib/web/clean.ts';
import { safePath } from '#lib/web/safe-path.ts';
import { z } from '#lib/web/schema.server.ts';
import { writeSessionCookie } from '#lib/web/session-cookie.server.ts';
import { forgetAttempt, readAttempt } from '#lib/web/sign-in-attempt.server.ts';
import type { Actions, PageServerLoad } from './$types';

const schema = z.object({
	code: z
		.string()
		.transform((value) => value.normalize('NFKC').replace(/\D/g, ''))
		.pipe(z.string().length(6, 'six_digits'))
});

const words: Record<Exclude<CodeAnswer, { ok: true }>['reason'], (params: { left: number }) => string> = {
	wrong: m.accounts_code_wrong,
	lapsed: m.accounts_code_lapsed,
	used: m.accounts_code_used,
	used_up: m.accounts_code_used_up,
	unknown: m.accounts_code_unknown
};

export const load: PageServerLoad = async (event) => {
	const attempt = readAttempt(event);
	const to = safePath(event.url.searchParams.get('to'));
	if (!attempt) redirect(303, `/sign-in?to=${encodeURIComponent(to)}`);
	const shown = event.locals.demo
		? await plainly(inCommon((scope) => shownMessageFor(scope, attempt.id)))
		: undefined;
	return {
		to,
		phone: maskPhone(attempt.phone),
		wholePhone: attempt.phone,
		pause: signInRules.pause / 1000,
		shownCode: shown ? String(shown.params.code) : null
	};
};

export const actions: Actions = {
	default: async (event) => {
		const attempt = readAttempt(event);
		const to = safePath(event.url.searchParams.get('to'));
		if (!attempt) redirect(303, `/sign-in?to=${encodeURIComponent(to)}`);
		const form = await superValidate(cleanForm(await plainly(formOf(event))), zod4(schema));
		if (!form.valid) return fail(400, { form: withWords(form) });
		const given = { attempt: attempt.id, code: form.data.code };
		const answer = await plainly(inCommon((scope) => enterCode(scope, given, event.locals.now)));
		if (!answer.ok) {
			const error = words[answer.reason]({ left: answer.left });
			return fail(400, { form: { ...form, valid: false, errors: { code: [error] } } });
		}
		if (event.locals.session) await closeSession(event.locals.session.id);
		const session = await openSession(answer.accountId, event.request.headers.get('user-agent') ?? '');
		writeSessionCookie(event, session.id, session.expiresAt);
		forgetAttempt(event);
		redirect(303, to);
	}
};
