import { and, asc, eq, inArray, ne } from 'drizzle-orm';
import type { GlobalScope, Scope } from '../db/client.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { buildings, communities, compounds, grids, subdistricts } from './tables.server.ts';

export type CommunityRow = Omit<typeof communities.$inferSelect, 'wrappedKey'>;

const publicColumns = {
	id: communities.id,
	subdistrictId: communities.subdistrictId,
	slug: communities.slug,
	name: communities.name,
	nameEn: communities.nameEn,
	phone: communities.phone,
	zone: communities.zone,
	widthMetres: communities.widthMetres,
	heightMetres: communities.heightMetres,
	createdAt: communities.createdAt
};

export async function communityBySlug(scope: GlobalScope, slug: string): Promise<CommunityRow | undefined> {
	const [row] = await scope.tx.select(publicColumns).from(communities).where(eq(communities.slug, slug));
	return row;
}

export async function communityById(scope: GlobalScope, id: string): Promise<CommunityRow | undefined> {
	const [row] = await scope.tx.select(publicColumns).from(communities).where(eq(communities.id, id));
	return row;
}

export function allCommunities(scope: GlobalScope): Promise<CommunityRow[]> {
	return scope.tx.select(publicColumns).from(communities).orderBy(asc(communities.slug));
}

/** The other communities of the same sub-district. */
export async function sisterCommunities(scope: Scope): Promise<CommunityRow[]> {
	const own = await communityById(scope, scope.communityId);
	if (!own) return [];
	return scope.tx
		.select(publicColumns)
		.from(communities)
		.where(and(eq(communities.subdistrictId, own.subdistrictId), ne(communities.id, own.id)));
}

/** Sub-districts by id. */
export async function subdistrictById(
	scope: GlobalScope,
	id: string
): Promise<typeof subdistricts.$inferSelect | undefined> {
	const [row] = await scope.tx.select().from(subdistricts).where(eq(subdistricts.id, id));
	return row;
}

export interface BuildingRow {
	id: string;
	name: string;
	nameEn: string;
	compoundId: string;
	compound: string;
	compoundEn: string;
	gridId: string;
	east: number;
	north: number;
}

const buildingColumns = {
	id: buildings.id,
	name: buildings.name,
	nameEn: buildings.nameEn,
	compoundId: compounds.id,
	compound: compounds.name,
	compoundEn: compounds.nameEn,
	gridId: buildings.gridId,
	east: buildings.east,
	north: buildings.north
};

/** All buildings of the community, by compound and name. */
export function buildingsOf(scope: Scope): Promise<BuildingRow[]> {
	return scope.tx
		.select(buildingColumns)
		.from(buildings)
		.innerJoin(
			compounds,
			and(eq(compounds.communityId, buildings.communityId), eq(compounds.id, buildings.compoundId))
		)
		.where(eq(buildings.communityId, scope.communityId))
		.orderBy(asc(compounds.name), asc(buildings.name));
}

/** Those of them that there are, in no order. */
export async function buildingsByIds(scope: Scope, ids: readonly string[]): Promise<BuildingRow[]> {
	if (ids.length === 0) return [];
	return scope.tx
		.select(buildingColumns)
		.from(buildings)
		.innerJoin(
			compounds,
			and(eq(compounds.communityId, buildings.communityId), eq(compounds.id, buildings.compoundId))
		)
		.where(and(eq(buildings.communityId, scope.communityId), inArray(buildings.id, [...ids])));
}

export async function buildingById(scope: Scope, id: string): Promise<BuildingRow | undefined> {
	const [row] = await buildingsByIds(scope, [id]);
	return row;
}

export interface GridRow {
	id: string;
	name: string;
	nameEn: string;
}

/** The grids of the community, by name. */
export function gridsOf(scope: Scope): Promise<GridRow[]> {
	return scope.tx
		.select({ id: grids.id, name: grids.name, nameEn: grids.nameEn })
		.from(grids)
		.where(eq(grids.communityId, scope.communityId))
		.orderBy(asc(grids.name));
}

export async function gridName(
	scope: Scope,
	id: string
): Promise<{ name: string; nameEn: string } | undefined> {
	const [row] = await scope.tx
		.select({ name: grids.name, nameEn: grids.nameEn })
		.from(grids)
		.where(and(eq(grids.communityId, scope.communityId), eq(grids.id, id)));
	return row;
}

/** The sub-district of this name, added where there is none. */
export async function addSubdistrict(
	scope: GlobalScope,
	row: typeof subdistricts.$inferInsert
): Promise<string> {
	const [known] = await scope.tx.select().from(subdistricts).where(eq(subdistricts.name, row.name));
	if (known) return known.id;
	await scope.tx.insert(subdistricts).values(row);
	return row.id;
}

export async function addCommunity(scope: GlobalScope, row: typeof communities.$inferInsert): Promise<void> {
	await scope.tx.insert(communities).values(row);
}

/** One line of a community's list of buildings. */
export interface PlaceLine {
	grid: string;
	compound: string;
	building: string;
	/** Metres from the map's south-west corner. */
	east: number;
	north: number;
}

/** Adds grids, compounds and buildings; names serve for English too until someone gives others. */
export async function addPlaces(scope: Scope, lines: PlaceLine[]): Promise<void> {
	const { communityId } = scope;
	const gridIds = new Map(lines.map(({ grid }) => [grid, newId()]));
	const compoundIds = new Map(lines.map(({ compound }) => [compound, newId()]));
	const named = ([name, id]: [string, string]) => ({ communityId, id, name, nameEn: name });
	await scope.tx.insert(grids).values([...gridIds].map(named));
	await scope.tx.insert(compounds).values([...compoundIds].map(named));
	await scope.tx.insert(buildings).values(
		lines.map(({ grid, compound, building, east, north }) => ({
			communityId,
			id: newId(),
			gridId: gridIds.get(grid)!,
			compoundId: compoundIds.get(compound)!,
			name: building,
			nameEn: building,
			east,
			north
		}))
	);
}
