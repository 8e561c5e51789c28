import type { ListAddress } from '#lib/activities/list-address.ts';
import type { OtherDate } from '#lib/activities/list-page.server.ts';
import { kindLooks, kindWords, nameOf } from '#lib/activities/words.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { sayTime, type Here } from '#lib/ui/dates.ts';
import { listCleanups, type CleanupRow } from './queries.server.ts';

/** Campaign days among the activities: those of which the address asks for the kind and the theme, and nothing finer. */
export async function cleanupDates(scope: Scope, address: ListAddress, { zone }: Here): Promise<OtherDate[]> {
	const { kind, theme, group, only } = address;
	if (group || only || (kind && kind !== 'cleanup')) return [];
	const known = await listCleanups(scope, ['announced', 'running', 'closed', 'cancelled']);
	return known.filter((one) => !theme || one.theme === theme).map((one) => dateOf(one, zone));
}

function dateOf(cleanup: CleanupRow, zone: string): OtherDate {
	const { id, localDay, during, status } = cleanup;
	const line = {
		...{ id, path: `/cleanups/${id}`, title: nameOf(cleanup), time: sayTime(during.start, zone) },
		...{ text: kindWords('cleanup'), seats: null, ...kindLooks.cleanup },
		...{ cancelled: status === 'cancelled', reason: null }
	};
	return { localDay, during, line };
}
