import { deskPage } from '#lib/activities/desk-page.server.ts';
import { readAsStaff } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, ({ scope, now, zone }) => deskPage(scope, event.url.searchParams, { now, zone }));
