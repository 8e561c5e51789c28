import { deskGroups } from '#lib/groups/desk-page.server.ts';
import { readAsStaff } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, now, zone }) => {
		const { searchParams } = event.url;
		const q = (searchParams.get('q') ?? '').slice(0, 40);
		const archived = searchParams.get('show') === 'archived';
		return { q, archived, groups: await deskGroups(scope, { q, archived }, { now, zone }) };
	});
