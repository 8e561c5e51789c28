import { redirect } from '@sveltejs/kit';
import { supervisedCommunities } from '#lib/accounts/account-queries.server.ts';
import { inCommon } from '#lib/db/client.server.ts';
import { allCommunities } from '#lib/places/queries.server.ts';
import { plainly } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

/** Shortcuts of the installed app: `/?go=help`. */
const shortcuts: Record<string, string> = { help: '/help/new', tasks: '/volunteer' };

export const load: PageServerLoad = async ({ cookies, locals: { session }, url }) => {
	const communities = await plainly(inCommon(allCommunities));
	const kept =
		communities.find((one) => one.slug === cookies.get('community')) ??
		(communities.length === 1 ? communities[0] : undefined);
	if (kept && !url.searchParams.has('choose')) {
		redirect(303, `/${kept.slug}${shortcuts[url.searchParams.get('go') ?? ''] ?? ''}`);
	}
	if (session && !url.searchParams.has('choose')) {
		const supervised = await plainly(inCommon((scope) => supervisedCommunities(scope, session.accountId)));
		if (supervised.length > 0) redirect(303, '/subdistrict');
	}
	return { communities: communities.map(({ slug, name, nameEn }) => ({ slug, name, nameEn })) };
};
