import { error } from '@sveltejs/kit';
import { plainly } from '#lib/web/act.server.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals }) => {
	const { community } = locals;
	if (!community) error(404, 'not_found');
	const actor = await plainly(locals.actor());
	const english = locals.preferences.locale === 'en';
	return {
		community: {
			slug: community.slug,
			name: english ? community.nameEn : community.name,
			phone: community.phone,
			zone: community.zone
		},
		now: locals.now,
		signedIn: locals.session !== null,
		actor: actor && {
			personId: actor.personId,
			name: actor.name,
			roles: [...actor.roles],
			verified: actor.verified
		}
	};
};
