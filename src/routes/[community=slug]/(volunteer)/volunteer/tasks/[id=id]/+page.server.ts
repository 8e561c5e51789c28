import { pictureIn } from '#lib/files/pictures.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { promisedHelp } from '#lib/requests/promised.server.ts';
import { promisedPage } from '#lib/requests/promised-words.ts';
import { newId } from '#lib/shared/ids.ts';
import { dropOutReasons } from '#lib/tasks/drop-out.ts';
import { dropOut, finishTask, startTask } from '#lib/tasks/perform.server.ts';
import { addPhoto } from '#lib/tasks/photo.server.ts';
import { dropOutChoices } from '#lib/tasks/words.ts';
import { personAction, readAs } from '#lib/web/act.server.ts';
import { optionalText, ticked, whole, z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAs(event, async ({ scope, actor, community, now, zone }) => ({
		task: promisedPage(await promisedHelp(scope, actor, event.params.id, now), { now, zone }),
		reasons: dropOutChoices(),
		key: newId(),
		back: { href: `/${community.slug}/volunteer` }
	}));

const begun = z.object({ early: ticked() });
const finished = z.object({ minutes: whole(1, 1440), note: optionalText(500) });

export const actions: Actions = {
	start: personAction(begun, async ({ scope, actor, now }, { early }, event) => {
		await startTask(scope, actor, event.params.id!, now, early);
		return { to: event.url.pathname, flash: { words: m.tasks_started_flash() } };
	}),
	finish: personAction(finished, async ({ scope, actor, now }, { minutes, note }, event) => {
		await finishTask(scope, actor, { id: event.params.id!, minutes, note, photoId: null }, now);
		return { to: event.url.pathname, flash: { words: m.tasks_finished_flash() } };
	}),
	drop: personAction(z.object({ reason: z.enum(dropOutReasons) }), async (act, { reason }, event) => {
		await dropOut(act.scope, act.actor, { id: event.params.id!, reason }, act.now);
		return { to: event.url.pathname, flash: { words: m.tasks_dropped_flash() } };
	}),
	// a form of its own, so that a photo that is refused or stuck costs nothing of what was typed
	photo: personAction(
		z.object({}),
		async ({ scope, actor, now }, _, event, picture) => {
			await addPhoto(scope, actor, { taskId: event.params.id!, picture }, now);
			return { to: event.url.pathname, flash: { words: m.tasks_photo_added() } };
		},
		pictureIn
	)
};
