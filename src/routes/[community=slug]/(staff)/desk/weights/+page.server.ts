import { askReplay } from '#lib/matching/replay.server.ts';
import { weightsPage } from '#lib/matching/weights-page.server.ts';
import { weightNames, weightRange, type Weights } from '#lib/matching/weights.ts';
import { newId } from '#lib/shared/ids.ts';
import { adminAction, readAsStaff } from '#lib/web/act.server.ts';
import { whole, z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, actor, now, zone }) => {
		const { searchParams } = event.url;
		const taken = { version: searchParams.get('version'), replay: searchParams.get('replay') };
		return { ...(await weightsPage(scope, actor, taken, { now, zone })), key: newId() };
	});

const fields = weightNames.map((name) => {
	const { min, max } = weightRange(name);
	return [name, whole(min, max)] as const;
});
const schema = z.object(Object.fromEntries(fields) as Record<keyof Weights, ReturnType<typeof whole>>);

export const actions: Actions = {
	try: adminAction(schema, async ({ scope, actor, now, community }, weights) => {
		const { replayId } = await askReplay(scope, actor, weights, now);
		return { to: `/${community.slug}/desk/weights/replays/${replayId}` };
	})
};
