import { staffIds } from '#lib/accounts/role-queries.server.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import { inCommunities, type Scope } from '#lib/db/client.server.ts';
import { notify } from '#lib/notifications/notify.server.ts';
import {
	checkCampaign,
	checkNewCampaign,
	writeClosure,
	type CampaignSaid
} from '#lib/pairings/campaign.server.ts';
import { addCampaign, changeCampaign } from '#lib/pairings/queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import * as query from './queries.server.ts';
import { overParts } from './parts.server.ts';
import type { Supervisor } from './supervisor.server.ts';

/** What a sub-district says about a campaign over several of its communities; they are always companions. */
export type JointSaid = Omit<CampaignSaid, 'kind'>;

/**
 * Begins a campaign under an id that the caller made, in each of the chosen communities; their staff are told. Asked
 * again it does nothing again.
 * @throws AppError `invalid` / `communities` for fewer than two, or some that are not of one sub-district of the
 *   supervisor's; `id_in_use`; as `checkNewCampaign`
 */
export async function startJointCampaign(
	supervisor: Supervisor,
	given: { id: string; communityIds: readonly string[]; said: JointSaid },
	now: Date
): Promise<void> {
	const { id, said } = given;
	checkNewCampaign(said, now);
	const chosen = supervisor.communities.filter((one) => given.communityIds.includes(one.id));
	const subdistricts = new Set(chosen.map(({ subdistrictId }) => subdistrictId));
	const [subdistrictId] = subdistricts;
	const isWhole = chosen.length === new Set(given.communityIds).size && chosen.length >= 2;
	if (!isWhole || !subdistrictId || subdistricts.size > 1) throw new AppError('invalid', 'communities');
	const made = { createdBy: supervisor.accountId, createdAt: now };
	await inCommunities(
		chosen.map((one) => one.id),
		async (scopes) => {
			const isNew = await query.addJointCampaign(scopes[0]!, { id, subdistrictId, ...said, ...made });
			if (!isNew) return refuseStrange(scopes[0]!, id, supervisor);
			for (const scope of scopes) await startPart(scope, id, said, now);
		}
	);
}

async function refuseStrange(scope: Scope, id: string, { accountId }: Supervisor): Promise<void> {
	const row = await query.jointCampaignById(scope, id);
	if (row?.createdBy !== accountId) throw new AppError('id_in_use');
}

async function startPart(scope: Scope, jointId: string, said: JointSaid, now: Date): Promise<void> {
	const id = newId();
	await addCampaign(scope, {
		id,
		kind: 'companion',
		...said,
		subdistrictCampaignId: jointId,
		status: 'draft',
		createdBy: null,
		createdAt: now,
		updatedAt: now
	});
	await recordEvent(scope, { kind: 'campaign', id }, 'started', null, now);
	const news = { params: { name: said.name }, path: `/desk/pairings/${id}`, about: id };
	await notify(scope, await staffIds(scope), { template: 'staff_campaign_started', ...news }, now);
}

/** Changes what a campaign says, in all its communities; pairs that stand keep what was agreed with them. */
export async function changeJoint(
	supervisor: Supervisor,
	{ id, said }: { id: string; said: JointSaid },
	now: Date
): Promise<void> {
	checkCampaign(said);
	await overParts(supervisor, id, async (parts) => {
		await query.changeJointCampaign(parts[0]!.scope, id, said);
		for (const { scope, campaign } of parts) {
			const change = { ...said, updatedAt: now };
			if (!(await changeCampaign(scope, campaign.id, ['draft', 'running'], change))) continue;
			await recordEvent(scope, { kind: 'campaign', id: campaign.id }, 'changed', null, now);
		}
	});
}

/**
 * Ends a campaign in all its communities; those that have ended theirs stay as they are.
 * @throws AppError `not_possible_now` / `pairs_live` where somebody is paired still
 */
export async function closeJoint(supervisor: Supervisor, id: string, now: Date): Promise<void> {
	await overParts(supervisor, id, async (parts) => {
		for (const { scope, campaign } of parts) {
			if (campaign.status !== 'closed') await writeClosure(scope, campaign, null, now);
		}
	});
}
