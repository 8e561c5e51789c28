import { certificatePage } from '#lib/courses/certificate-page.server.ts';
import { readOpenly } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

/** Anybody who holds a certificate in hand may ask whether it counts. */
export const load: PageServerLoad = (event) =>
	readOpenly(event, async ({ scope, actor, now, zone }) => ({
		certificate: await certificatePage(scope, actor, event.params.number, { now, zone })
	}));
