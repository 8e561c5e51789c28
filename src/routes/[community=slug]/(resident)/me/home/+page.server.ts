import { homeOf } from '#lib/accounts/open.server.ts';
import { moveHome } from '#lib/accounts/own.server.ts';
import { homeById } from '#lib/accounts/household-queries.server.ts';
import { personById } from '#lib/accounts/queries.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { buildingsOf } from '#lib/places/queries.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { personAction, readAs } from '#lib/web/act.server.ts';
import { id, text, z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

const schema = z.object({ building: id(), door: text(40) });

export const load: PageServerLoad = (event) =>
	readAs(event, async ({ scope, actor, community }) => {
		const english = event.locals.preferences.locale === 'en';
		const person = await personById(scope, actor.personId);
		const householdId = person?.householdId ?? null;
		const row = householdId ? await homeById(scope, householdId) : undefined;
		const home = householdId ? await homeOf(scope, householdId) : null;
		const buildings = await buildingsOf(scope);
		return {
			building: row?.buildingId ?? '',
			door: home?.door ?? '',
			buildings: buildings.map((one) => ({ value: one.id, label: english ? one.nameEn : one.name })),
			key: newId(),
			back: { href: `/${community.slug}/me` }
		};
	});

export const actions: Actions = {
	default: personAction(schema, async ({ scope, actor, now, community }, { building, door }) => {
		await moveHome(scope, actor, { buildingId: building, door }, now);
		return { to: `/${community.slug}/me`, flash: { words: m.accounts_home_saved() } };
	})
};
