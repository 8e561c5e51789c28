import { randomOf, type Draft } from './draft.ts';
import type { CompoundPlan } from './plans.ts';
import type { Random } from './random.ts';
import type { GridRow } from './rows.ts';

const columnMetres = 82;
const rowMetres = 64;

/** Lays out grids, compounds and their buildings in rows, a little askew as rows are. */
export function layOut(draft: Draft): void {
	const random = randomOf(draft, 'places');
	for (const plan of draft.plan.compounds) {
		const compound = { id: draft.id('compound'), name: plan.name, nameEn: plan.nameEn };
		draft.rows.compounds.push(compound);
		const grids = Array.from({ length: plan.grids }, () => addGrid(draft));
		addBuildings(draft, plan, compound.id, grids, random);
	}
}

function addGrid(draft: Draft): GridRow {
	const number = draft.rows.grids.length + 1;
	const grid = { id: draft.id('grid'), name: `第${number}网格`, nameEn: `Grid ${number}` };
	draft.rows.grids.push(grid);
	return grid;
}

function addBuildings(
	draft: Draft,
	plan: CompoundPlan,
	compoundId: string,
	grids: GridRow[],
	random: Random
): void {
	const count = plan.columns * plan.rows;
	for (let at = 0; at < count; at++) {
		const number = String(at + 1);
		draft.rows.buildings.push({
			id: draft.id('building'),
			gridId: grids[Math.floor((at * grids.length) / count)]!.id,
			compoundId,
			name: `${plan.name} ${plan.house.replace('#', ` ${number} `).trim()}`,
			nameEn: `${plan.nameEn} ${plan.houseEn.replace('#', number)}`,
			east: plan.east + (at % plan.columns) * columnMetres + random.int(-9, 9),
			north: plan.north + Math.floor(at / plan.columns) * rowMetres + random.int(-7, 7)
		});
	}
}
