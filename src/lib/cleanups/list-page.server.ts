import { nameOf } from '#lib/activities/words.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { dayOf } from '#lib/shared/time.ts';
import { sayDay, saySpan, type Here } from '#lib/ui/dates.ts';
import { openStates } from './cleanups.ts';
import { countedCleanups, listCleanups } from './queries.server.ts';
import { stateTag } from './words.ts';

/** A day in the list of the desk. */
export type CleanupLine = Awaited<ReturnType<typeof cleanupLines>>[number];

/** All days as staff see them, the latest first. */
export async function cleanupLines(scope: Scope, { now, zone }: Here) {
	const today = dayOf(now, zone);
	return (await countedCleanups(scope)).map(({ cleanup, ...counts }) => ({
		...counts,
		id: cleanup.id,
		name: nameOf(cleanup),
		day: sayDay(cleanup.localDay, today),
		state: stateTag(cleanup.status)
	}));
}

/** A day that residents can open. */
export type OpenCleanup = Awaited<ReturnType<typeof cleanupsAhead>>[number];

/** The days that are ahead or under way, the next first. */
export async function cleanupsAhead(scope: Scope, here: Here) {
	const open = await listCleanups(scope, openStates);
	return open
		.filter(({ during }) => during.end > here.now)
		.toReversed()
		.map((cleanup) => ({ id: cleanup.id, name: nameOf(cleanup), when: saySpan(cleanup.during, here) }));
}

/** The days that were held and closed, the latest first. */
export async function cleanupsBehind(scope: Scope, here: Here) {
	const closed = await listCleanups(scope, ['closed']);
	return closed.map((cleanup) => ({
		id: cleanup.id,
		name: nameOf(cleanup),
		when: sayDay(cleanup.localDay, dayOf(here.now, here.zone))
	}));
}
