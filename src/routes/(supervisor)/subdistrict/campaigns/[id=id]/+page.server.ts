import { m } from '#lib/paraglide/messages.js';
import { newId } from '#lib/shared/ids.ts';
import { keepJoint } from '#lib/subdistrict/keep.server.ts';
import { jointOverview } from '#lib/subdistrict/overview.server.ts';
import { pairJointly } from '#lib/subdistrict/pair.server.ts';
import { readJoint } from '#lib/subdistrict/read.server.ts';
import { readAsSupervisor, supervisorAction } from '#lib/web/supervise.server.ts';
import { z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsSupervisor(event, async ({ supervisor }) => ({
		key: newId(),
		...(await jointOverview(supervisor, event.params.id))
	}));

export const actions: Actions = {
	pair: supervisorAction(z.object({}), async ({ supervisor, now }, _, { params }) => {
		const id = params.id!;
		const { parts, versions } = await readJoint(supervisor, id, now);
		const pairing = await pairJointly(parts);
		const { pairs, across } = await keepJoint(supervisor, { id, versions, pairing }, now);
		const words = m.subdistrict_paired({ pairs, across });
		return { to: `/subdistrict/campaigns/${id}`, flash: { words } };
	})
};
