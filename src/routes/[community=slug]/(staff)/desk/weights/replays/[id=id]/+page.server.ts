import { replayPage } from '#lib/matching/replay-page.server.ts';
import { mostReplayed, replayFor } from '#lib/matching/replay.server.ts';
import { saveWeights } from '#lib/matching/save-weights.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { newId } from '#lib/shared/ids.ts';
import { adminAction, readAsStaff } from '#lib/web/act.server.ts';
import { text, z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, actor }) => ({
		replay: await replayPage(scope, actor, event.params.id),
		most: mostReplayed,
		key: newId()
	}));

export const actions: Actions = {
	save: adminAction(z.object({ reason: text(300) }), async (act, { reason }, { params }) => {
		const { scope, actor, now, community } = act;
		const { weights, against } = await replayFor(scope, actor, params.id!);
		const { version } = await saveWeights(scope, actor, { weights, against, reason }, now);
		return {
			to: `/${community.slug}/desk/weights`,
			flash: { words: m.matching_replay_saved_flash({ version }) }
		};
	})
};
