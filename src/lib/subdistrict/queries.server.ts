import { desc, eq, inArray } from 'drizzle-orm';
import type { GlobalScope } from '#lib/db/client.server.ts';
import { subdistrictCampaigns } from '#lib/pairings/tables.server.ts';

export type JointCampaignRow = typeof subdistrictCampaigns.$inferSelect;
export type NewJointCampaign = typeof subdistrictCampaigns.$inferInsert;

/** Adds a campaign of a sub-district; false where its id is there already. */
export async function addJointCampaign(scope: GlobalScope, row: NewJointCampaign): Promise<boolean> {
	const added = await scope.tx
		.insert(subdistrictCampaigns)
		.values(row)
		.onConflictDoNothing()
		.returning({ id: subdistrictCampaigns.id });
	return added.length > 0;
}

export async function jointCampaignById(
	scope: GlobalScope,
	id: string
): Promise<JointCampaignRow | undefined> {
	const [row] = await scope.tx.select().from(subdistrictCampaigns).where(eq(subdistrictCampaigns.id, id));
	return row;
}

/** The campaign, locked: whoever pairs or changes it does so alone. */
export async function jointCampaignForUpdate(
	scope: GlobalScope,
	id: string
): Promise<JointCampaignRow | undefined> {
	const [row] = await scope.tx
		.select()
		.from(subdistrictCampaigns)
		.where(eq(subdistrictCampaigns.id, id))
		.for('update');
	return row;
}

export async function changeJointCampaign(
	scope: GlobalScope,
	id: string,
	change: Partial<Omit<NewJointCampaign, 'id' | 'subdistrictId'>>
): Promise<void> {
	await scope.tx.update(subdistrictCampaigns).set(change).where(eq(subdistrictCampaigns.id, id));
}

/** The campaigns of these sub-districts, the newest first. */
export function jointCampaignsOf(
	scope: GlobalScope,
	subdistrictIds: readonly string[]
): Promise<JointCampaignRow[]> {
	if (subdistrictIds.length === 0) return Promise.resolve([]);
	return scope.tx
		.select()
		.from(subdistrictCampaigns)
		.where(inArray(subdistrictCampaigns.subdistrictId, [...subdistrictIds]))
		.orderBy(desc(subdistrictCampaigns.createdAt))
		.limit(200);
}
