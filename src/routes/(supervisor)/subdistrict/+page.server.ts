import { error, redirect } from '@sveltejs/kit';
import { supervisedCommunities } from '#lib/accounts/queries.server.ts';
import { inCommon, inCommunity } from '#lib/db/client.server.ts';
import { figuresOfMonth } from '#lib/matching/today.server.ts';
import { plainly } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

/** The month of every community of a sub-district: figures alone, nobody's name. */
export const load: PageServerLoad = async ({ locals: { session, preferences, now } }) => {
	if (!session) redirect(303, '/sign-in?to=/subdistrict');
	const supervised = await plainly(inCommon((scope) => supervisedCommunities(scope, session.accountId)));
	if (supervised.length === 0) error(404, 'not_found');
	const english = preferences.locale === 'en';
	const communities = supervised.map(async ({ id, slug, name, nameEn, zone }) => ({
		slug,
		name: english ? nameEn : name,
		figures: await plainly(inCommunity(id, (scope) => figuresOfMonth(scope, { now, zone })))
	}));
	return { communities: await Promise.all(communities) };
};
