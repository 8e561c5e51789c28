import { error, redirect } from '@sveltejs/kit';
import { supervisedCommunities } from '#lib/accounts/queries.server.ts';
import { inCommon, inCommunity } from '#lib/db/client.server.ts';
import { figuresOfMonth } from '#lib/matching/today.server.ts';
import { plainly } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

/** The month of every community of a sub-district: figures alone, nobody's name. */
export const load: PageServerLoad = async ({ locals: { session, preferences, now } }) => {
	if (!session) redirect(303, '/sign-in?to=/subdistrict');
	const communities = await plainly(inCommon((scope) => supervisedCommunities(scope, session.accountId)));
	if (communities.length === 0) error(404, 'not_found');
	const english = preferences.locale === 'en';
	const rows = communities.map(async ({ id, slug, name, nameEn, zone }) => {
		const figures = await plainly(inCommunity(id, (scope) => figuresOfMonth(scope, { now, zone })));
		return { slug, name: english ? nameEn : name, ...figures };
	});
	return { rows: await Promise.all(rows) };
};
