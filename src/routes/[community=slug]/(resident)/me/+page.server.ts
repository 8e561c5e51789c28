import { homeOf, maskedPhone } from '#lib/accounts/open.server.ts';
import { isStaff } from '#lib/accounts/people.ts';
import { personById } from '#lib/accounts/queries.server.ts';
import { ownGroups } from '#lib/groups/list-page.server.ts';
import { readAs } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAs(event, async ({ scope, actor, now, zone }) => {
		const person = await personById(scope, actor.personId);
		const home = person?.householdId ? await homeOf(scope, person.householdId) : null;
		return {
			name: actor.name,
			verified: actor.verified,
			phone: person ? await maskedPhone(scope, person) : null,
			home: home && `${home.building} ${home.door}`.trim(),
			groups: (await ownGroups(scope, actor, { now, zone })).map(({ name }) => name).join(' · '),
			volunteer: actor.roles.includes('volunteer'),
			staff: isStaff(actor)
		};
	});
