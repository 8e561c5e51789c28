import { takePeopleBack } from '#lib/accounts/take-back.server.ts';
import { changedSince } from '#lib/audit/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { leaningOn } from '#lib/imports/leaning-queries.server.ts';
import { reasonOf, type Stay } from '#lib/imports/stays.ts';
import type { Brought } from '#lib/imports/targets.server.ts';
import { removeRequests, requestsMovedOn } from './import-queries.server.ts';

/** Removes requests that an import has brought and nobody has touched, then the people added for them. */
export async function takeRequestsBack(scope: Scope, brought: readonly Brought[]): Promise<Stay[]> {
	const idsOf = (wanted: Brought['kind']) => brought.flatMap(({ kind, id }) => (kind === wanted ? [id] : []));
	const ids = idsOf('request');
	const moved = await requestsMovedOn(scope, ids);
	const changed = await changedSince(scope, 'request', ids, 'imported');
	const leaning = await leaningOn(scope, 'requests', ids, ['request_windows']);
	const stays = ids.flatMap((id): Stay[] => {
		const table = leaning.get(id);
		if (table) return [{ kind: 'request', id, why: reasonOf(table) }];
		return moved.has(id) || changed.has(id) ? [{ kind: 'request', id, why: 'changed' }] : [];
	});
	const staying = new Set(stays.map(({ id }) => id));
	await removeRequests(
		scope,
		ids.filter((id) => !staying.has(id))
	);
	return [...stays, ...(await takePeopleBack(scope, idsOf('person')))];
}
