import { changedSince } from '#lib/audit/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { leaningOn } from '#lib/imports/leaning-queries.server.ts';
import { reasonOf, type Stay, type StayReason } from '#lib/imports/stays.ts';
import { peopleKnownBy, removeHomes, removePeople } from './import-queries.server.ts';

/**
 * Removes people whom an import has added, and homes that nobody lives in any more. Whoever has signed in, was changed
 * by hand, or is part of anything since stays.
 * @returns who stays, and why
 */
export async function takePeopleBack(scope: Scope, ids: readonly string[]): Promise<Stay[]> {
	const people = await peopleKnownBy(scope, { ids });
	const changed = await changedSince(scope, 'person', ids, 'imported');
	const leaning = await leaningOn(scope, 'people', ids);
	const stays = people.flatMap(({ id, hasAccount }): Stay[] => {
		const why = whyStays(hasAccount, changed.has(id), leaning.get(id));
		return why ? [{ kind: 'person', id, why }] : [];
	});
	const staying = new Set(stays.map(({ id }) => id));
	const homes = await removePeople(
		scope,
		ids.filter((id) => !staying.has(id))
	);
	const inUse = await leaningOn(scope, 'households', homes);
	await removeHomes(
		scope,
		homes.filter((id) => !inUse.has(id))
	);
	return stays;
}

function whyStays(hasAccount: boolean, changed: boolean, table: string | undefined): StayReason | null {
	if (hasAccount) return 'signed_in';
	if (table) return reasonOf(table);
	return changed ? 'changed' : null;
}
