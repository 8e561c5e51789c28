import { readChooseAddress } from '#lib/plans/choose-address.ts';
import { chooseFrom } from '#lib/plans/choose.server.ts';
import { startPlan } from '#lib/plans/make.server.ts';
import { isId, newId } from '#lib/shared/ids.ts';
import { readAsStaff, staffAction } from '#lib/web/act.server.ts';
import { z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, actor, now, zone }) => {
		const address = readChooseAddress(event.url.searchParams);
		return { key: newId(), address, ...(await chooseFrom(scope, actor, address, { now, zone })) };
	});

const schema = z.object({ request: z.array(z.string()).default([]) });

export const actions: Actions = {
	default: staffAction(schema, async ({ scope, actor, now, zone, community }, { request }) => {
		const id = await startPlan(scope, actor, request.filter(isId), now, zone);
		return { to: `/${community.slug}/desk/plans/${id}` };
	})
};
