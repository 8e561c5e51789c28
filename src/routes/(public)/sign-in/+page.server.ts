import { redirect } from '@sveltejs/kit';
import { superValidate } from 'sveltekit-superforms';
import { zod4 } from 'sveltekit-superforms/adapters';
import { askCode } from '#lib/accounts/sign-in.server.ts';
import { inCommon } from '#lib/db/client.server.ts';
import { demoSignIns } from '#lib/demo/sign-ins.ts';
import { textMessages } from '#lib/notifications/text-messages.server.ts';
import { formOf, plainly, refused } from '#lib/web/act.server.ts';
import { cleanForm } from '#lib/web/clean.ts';
import { safePath } from '#lib/web/safe-path.ts';
import { text, z } from '#lib/web/schema.server.ts';
import { keepAttempt } from '#lib/web/sign-in-attempt.server.ts';
import type { Actions, PageServerLoad } from './$types';

const schema = z.object({ phone: text(30) });

export const load: PageServerLoad = async ({ locals, url }) => {
	const to = safePath(url.searchParams.get('to'));
	if (locals.session) redirect(303, to);
	const english = locals.preferences.locale === 'en';
	const known = demoSignIns.map(({ phone, zh, en }) => ({ phone, who: english ? en : zh }));
	return {
		to,
		form: await superValidate({ phone: url.searchParams.get('phone') ?? '' }, zod4(schema), {
			errors: false
		}),
		demoSignIns: locals.demo ? known : []
	};
};

export const actions: Actions = {
	default: async (event) => {
		const form = await superValidate(cleanForm(await plainly(formOf(event))), zod4(schema));
		const to = safePath(event.url.searchParams.get('to'));
		try {
			const address = event.getClientAddress();
			const asked = { phone: form.data.phone, address };
			const fresh = await inCommon((scope) => askCode(scope, asked, event.locals.now));
			const message = { reference: fresh.id, to: fresh.phone, template: 'sign_in_code' } as const;
			await textMessages(event.locals.demo).send(
				{ ...message, params: { code: fresh.code } },
				event.locals.now
			);
			keepAttempt(event, { id: fresh.id, phone: fresh.phone });
		} catch (thrown) {
			return refused(thrown, form);
		}
		redirect(303, `/sign-in/code?to=${encodeURIComponent(to)}`);
	}
};
