import { gridsPage } from '#lib/contact/grids-page.server.ts';
import { assignOfficer } from '#lib/contact/officer.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { newId } from '#lib/shared/ids.ts';
import { readAsStaff, staffAction } from '#lib/web/act.server.ts';
import { id, optionalId, optionalText, z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope }) => {
		const { grids, loads, staff } = await gridsPage(scope);
		return { grids: grids.map((grid) => ({ ...grid, key: newId() })), loads, staff };
	});

const schema = z.object({ grid: id(), officer: optionalId(), phone: optionalText(20) });

export const actions: Actions = {
	default: staffAction(schema, async ({ scope, actor, now, community }, { grid, officer, phone }) => {
		await assignOfficer(scope, actor, { gridId: grid, personId: officer, phone }, now);
		const to = `/${community.slug}/desk/contact-cards`;
		return { to, flash: { words: m.contact_assigned_flash() } };
	})
};
