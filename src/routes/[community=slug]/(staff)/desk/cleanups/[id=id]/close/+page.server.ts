import { redirect } from '@sveltejs/kit';
import { closePage } from '#lib/cleanups/close-page.server.ts';
import { isOpen } from '#lib/cleanups/rights.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { readAsStaff } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, now, zone, community }) => {
		const page = await closePage(scope, event.params.id, { now, zone });
		const day = `/${community.slug}/desk/cleanups/${page.head.id}`;
		if (!isOpen(page.head.status)) redirect(303, day);
		return { ...page, day, key: newId() };
	});
