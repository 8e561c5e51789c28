import { error, fail, redirect } from '@sveltejs/kit';
import { superValidate } from 'sveltekit-superforms';
import { zod4 } from 'sveltekit-superforms/adapters';
import { accountById, supervisedCommunities } from '#lib/accounts/account-queries.server.ts';
import { consentPurposes } from '#lib/accounts/people.ts';
import { join } from '#lib/accounts/register.server.ts';
import { inCommon, inCommunity } from '#lib/db/client.server.ts';
import { buildingOptions } from '#lib/places/building-options.server.ts';
import { formOf, plainly, refused, withWords } from '#lib/web/act.server.ts';
import { cleanForm } from '#lib/web/clean.ts';
import { safePath } from '#lib/web/safe-path.ts';
import { optionalId, optionalText, text, z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

const schema = z.object({
	name: text(60),
	building: optionalId(),
	door: optionalText(40),
	// nothing is ticked beforehand: consent is given, not overlooked (PIPL 14)
	consents: z.array(z.enum(consentPurposes)).default([])
});

function leadBack(url: URL, slug: string): string {
	const to = safePath(url.searchParams.get('to'));
	return to === '/' ? `/${slug}` : to;
}

export const load: PageServerLoad = async ({ locals, url }) => {
	const { community, session } = locals;
	if (!community) error(404);
	if (!session) redirect(303, `/sign-in?to=${encodeURIComponent(url.pathname + url.search)}`);
	if (await plainly(locals.actor())) redirect(303, leadBack(url, community.slug));
	const supervised = await plainly(inCommon((scope) => supervisedCommunities(scope, session.accountId)));
	if (supervised.length > 0) redirect(303, '/subdistrict');
	return {
		form: await superValidate(zod4(schema)),
		buildings: await plainly(inCommunity(community.id, buildingOptions))
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { community, session, now } = event.locals;
		if (!community) error(404);
		if (!session) redirect(303, '/sign-in');
		const form = await superValidate(cleanForm(await plainly(formOf(event))), zod4(schema));
		if (!form.valid) return fail(400, { form: withWords(form) });
		const { name, building, door, consents } = form.data;
		try {
			await inCommunity(community.id, async (scope) => {
				const account = await accountById(scope, session.accountId);
				if (account) await join(scope, account, { name, buildingId: building, door, consents }, now);
			});
		} catch (thrown) {
			return refused(thrown, form);
		}
		redirect(303, leadBack(event.url, community.slug));
	}
};
