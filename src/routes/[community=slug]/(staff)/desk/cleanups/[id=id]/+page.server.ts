import { announceCleanup, cancelCleanup } from '#lib/cleanups/announce.server.ts';
import { boardPage } from '#lib/cleanups/board.server.ts';
import { closePage } from '#lib/cleanups/close-page.server.ts';
import { closeCleanup, reopenCleanup, undoClose } from '#lib/cleanups/close.server.ts';
import { confirmLeft } from '#lib/cleanups/confirm-left.server.ts';
import { deskPictures } from '#lib/cleanups/pictures-page.server.ts';
import { decidePicture } from '#lib/cleanups/pictures.server.ts';
import { cleanupTimeline } from '#lib/cleanups/timeline.server.ts';
import { undoSeconds } from '#lib/matching/offers.ts';
import { m } from '#lib/paraglide/messages.js';
import { newId } from '#lib/shared/ids.ts';
import { sayMinutes } from '#lib/ui/dates.ts';
import { readAsStaff, staffAction } from '#lib/web/act.server.ts';
import { choice, id, ticked, z } from '#lib/web/schema.server.ts';
import { seenFields, seenWithReason } from '../cleanup-fields.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, actor, now, zone }) => {
		event.depends('cleanups:board');
		const { id } = event.params;
		const board = await boardPage(scope, id, { now, zone });
		return {
			...board,
			mayConfirm: board.unconfirmed.every(({ personId }) => personId !== actor.personId),
			pictures: await deskPictures(scope, id),
			timeline: await cleanupTimeline(scope, id),
			key: newId(),
			otherKey: newId()
		};
	});

const closing = seenFields.extend({ sure: ticked() });
const reopening = seenWithReason.extend({ goesOn: ticked() });

export const actions: Actions = {
	announce: staffAction(seenFields, async ({ scope, actor, now, zone }, { version }, event) => {
		await announceCleanup(scope, actor, { id: event.params.id!, version }, { now, zone });
		return { to: event.url.pathname, flash: { words: m.cleanups_announced_now() } };
	}),
	cancel: staffAction(seenWithReason, async ({ scope, actor, now, zone }, said, event) => {
		await cancelCleanup(scope, actor, { id: event.params.id!, ...said }, { now, zone });
		return { to: event.url.pathname, flash: { words: m.cleanups_cancelled_now() } };
	}),
	close: staffAction(closing, async ({ scope, actor, now, zone }, { version, sure }, event) => {
		const [id, to] = [event.params.id!, event.url.pathname];
		const ask = !sure && (await closePage(scope, id, { now, zone })).asked.length > 0;
		if (ask) return { to: `${to}/close` };
		const { records, minutes, waits } = await closeCleanup(scope, actor, { id, version }, { now, zone });
		const done = { count: records, time: sayMinutes(minutes) };
		const words = waits ? m.cleanups_closed_own(done) : m.cleanups_closed_now(done);
		const until = new Date(+now + undoSeconds * 1000).toISOString();
		const undo = { action: `${to}?/undo`, fields: { version: String(version + 1) }, until };
		return { to: `${to}/report`, flash: { words, undo } };
	}),
	undo: staffAction(seenFields, async ({ scope, actor, now, zone }, { version }, event) => {
		await undoClose(scope, actor, { id: event.params.id!, version }, { now, zone });
		return { to: event.url.pathname, flash: { words: m.cleanups_close_undone() } };
	}),
	confirm: staffAction(seenFields, async ({ scope, actor, now }, { version }, event) => {
		await confirmLeft(scope, actor, { id: event.params.id!, version }, now);
		return { to: event.url.pathname, flash: { words: m.cleanups_confirmed_now() } };
	}),
	reopen: staffAction(reopening, async ({ scope, actor, now, zone }, said, event) => {
		await reopenCleanup(scope, actor, { id: event.params.id!, ...said }, { now, zone });
		return { to: event.url.pathname, flash: { words: m.cleanups_reopened_now() } };
	}),
	decide: staffAction(
		z.object({ picture: id(), show: choice(['yes', 'no']) }),
		async ({ scope, actor, now }, { picture, show }, event) => {
			await decidePicture(scope, actor, { fileId: picture, yes: show === 'yes' }, now);
			return { to: event.url.pathname };
		}
	)
};
