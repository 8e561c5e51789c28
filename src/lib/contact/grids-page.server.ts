import { peopleByIds } from '#lib/accounts/queries.server.ts';
import { staffIds } from '#lib/accounts/role-queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { named } from '#lib/hours/words.ts';
import { buildingsOf, gridsOf } from '#lib/places/queries.server.ts';
import { countHomes, officersOf } from './queries.server.ts';

/** The grids with who answers for them, and how evenly the homes are split among the staff. */
export async function gridsPage(scope: Scope) {
	const [buildings, homes, officers] = [
		await buildingsOf(scope),
		await countHomes(scope),
		await officersOf(scope)
	];
	const grids = (await gridsOf(scope)).map((grid) => {
		const own = buildings
			.filter(({ gridId }) => gridId === grid.id)
			.map((one) => ({ id: one.id, name: named(one), homes: homes.get(one.id) ?? 0 }));
		return {
			id: grid.id,
			name: named(grid),
			officer: officers.find(({ gridId }) => gridId === grid.id) ?? null,
			buildings: own,
			homes: own.reduce((sum, one) => sum + one.homes, 0)
		};
	});
	const staff = await peopleByIds(scope, await staffIds(scope));
	const loads = staff
		.map(({ id, name }) => {
			const own = grids.filter(({ officer }) => officer?.personId === id);
			return { id, name, grids: own.length, homes: own.reduce((sum, one) => sum + one.homes, 0) };
		})
		.filter((load) => load.grids > 0)
		.sort((a, b) => b.homes - a.homes);
	return {
		grids,
		loads,
		staff: staff
			.map(({ id, name }) => ({ value: id, label: name }))
			.sort((a, b) => a.label.localeCompare(b.label, 'zh-CN'))
	};
}
