import { moveHome, ownHome } from '#lib/accounts/own.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { buildingOptions } from '#lib/places/building-options.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { personAction, readAs } from '#lib/web/act.server.ts';
import { id, text, z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

const schema = z.object({ building: id(), door: text(40) });

export const load: PageServerLoad = (event) =>
	readAs(event, async ({ scope, actor, community }) => {
		const home = await ownHome(scope, actor);
		return {
			building: home?.buildingId ?? '',
			door: home?.door ?? '',
			buildings: await buildingOptions(scope),
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
