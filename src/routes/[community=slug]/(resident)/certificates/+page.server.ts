import { ownCertificates } from '#lib/courses/certificate-page.server.ts';
import { readAs } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAs(event, async ({ scope, actor, now, zone, community }) => ({
		certificates: await ownCertificates(scope, actor, { now, zone }),
		back: { href: `/${community.slug}/me` }
	}));
