import { takePeopleBack } from '#lib/accounts/take-back.server.ts';
import { changedSince } from '#lib/audit/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { leaningOn } from '#lib/imports/leaning-queries.server.ts';
import { reasonOf, type Stay } from '#lib/imports/stays.ts';
import type { Brought } from '#lib/imports/targets.server.ts';
import { cardsOf, removeCards } from './import-queries.server.ts';

/** What a person is apart from being a volunteer. */
const apart = [
	'availability',
	'avoidances',
	'cards',
	'consents',
	'grid_officers',
	'held_skills',
	'memberships',
	'requests'
];

/** Removes cards that an import has brought, and the people it added for them. Those who help already stay. */
export async function takeCardsBack(
	scope: Scope,
	brought: readonly Brought[],
	importedAt: Date
): Promise<Stay[]> {
	const idsOf = (wanted: Brought['kind']) => brought.flatMap(({ kind, id }) => (kind === wanted ? [id] : []));
	const stays = await cardsThatStay(scope, idsOf('card'), importedAt);
	const staying = new Set(stays.map(({ id }) => id));
	await removeCards(
		scope,
		idsOf('card').filter((id) => !staying.has(id)),
		importedAt
	);
	return [...stays, ...(await takePeopleBack(scope, idsOf('person')))];
}

async function cardsThatStay(scope: Scope, ids: string[], importedAt: Date): Promise<Stay[]> {
	const updated = await cardsOf(scope, ids);
	const changed = await changedSince(scope, 'card', ids, 'imported');
	const helping = await leaningOn(scope, 'people', ids, apart);
	const leaning = await leaningOn(scope, 'cards', ids, apart);
	return [...updated].flatMap(([id, updatedAt]): Stay[] => {
		const table = helping.get(id) ?? leaning.get(id);
		if (table) return [{ kind: 'card', id, why: reasonOf(table) }];
		const isAsBrought = updatedAt.getTime() === importedAt.getTime() && !changed.has(id);
		return isAsBrought ? [] : [{ kind: 'card', id, why: 'changed' }];
	});
}
