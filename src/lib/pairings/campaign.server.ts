import { isStaff, type Actor } from '#lib/accounts/people.ts';
import { peopleByIds } from '#lib/accounts/queries.server.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { addDays, day, dayOf, type Day } from '#lib/shared/time.ts';
import { isNeed } from '#lib/skills/needs.ts';
import { askedSince, memberLines } from './choose-queries.server.ts';
import { pairingsOf } from './pair-queries.server.ts';
import type { CampaignKind, Rhythm } from './pairings.ts';
import * as query from './queries.server.ts';
import { restate } from './restate.server.ts';

/** Nobody promises visits for longer: ten years. */
const longestDays = 3_653;

/** What staff say about a campaign. */
export interface CampaignSaid {
	kind: CampaignKind;
	name: string;
	purpose: string | null;
	fromDay: Day;
	toDay: Day;
	need: string;
	minutes: number;
	rhythm: Rhythm;
	pairsPerMember: number;
	/** Null for no alarm. */
	alarmMinutes: number | null;
}

/** Begins a campaign under an id that the caller made. @throws AppError as `checkNewCampaign` */
export async function startCampaign(
	scope: Scope,
	actor: Actor,
	said: CampaignSaid & { id: string },
	now: Date
): Promise<void> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	checkNewCampaign(said, now);
	await query.addCampaign(scope, {
		...said,
		status: 'draft',
		createdBy: actor.personId,
		createdAt: now,
		updatedAt: now
	});
	await recordEvent(scope, { kind: 'campaign', id: said.id }, 'started', actor.personId, now);
}

/**
 * Changes what a campaign says; pairs that stand keep what was agreed with them.
 * @throws AppError `not_allowed` / `subdistrict_campaign` where the sub-district says it
 */
export async function changeCampaign(
	scope: Scope,
	actor: Actor,
	{ id, kind: _, ...said }: CampaignSaid & { id: string },
	now: Date
): Promise<void> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	checkCampaign(said);
	const campaign = await query.campaignById(scope, id);
	if (campaign?.subdistrictCampaignId) throw new AppError('not_allowed', 'subdistrict_campaign');
	const changed = await query.changeCampaign(scope, id, ['draft', 'running'], { ...said, updatedAt: now });
	if (!changed) throw new AppError('changed_meanwhile', 'campaign');
	await recordEvent(scope, { kind: 'campaign', id }, 'changed', actor.personId, now);
}

/** One that is to begin is not over. @throws AppError as `checkCampaign`; `invalid` / `campaign_over` */
export function checkNewCampaign(said: Pick<CampaignSaid, 'fromDay' | 'toDay' | 'need'>, now: Date): void {
	checkCampaign(said);
	// of all days that somebody may have now, none is earlier by more than one
	if (said.toDay < addDays(dayOf(now, 'UTC'), -1)) throw new AppError('invalid', 'campaign_over');
}

/** @throws AppError `invalid` / `campaign_days`, `campaign_long`, `need` */
export function checkCampaign({
	fromDay,
	toDay,
	need
}: Pick<CampaignSaid, 'fromDay' | 'toDay' | 'need'>): void {
	if (fromDay > toDay) throw new AppError('invalid', 'campaign_days');
	if (toDay > addDays(fromDay, longestDays)) throw new AppError('invalid', 'campaign_long');
	if (!isNeed(need)) throw new AppError('invalid', 'need');
}

/** The campaign, locked, while it still is about something. @throws AppError `not_found`, `changed_meanwhile` */
export async function openCampaign(scope: Scope, actor: Actor, id: string): Promise<query.CampaignRow> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	const campaign = await query.campaignForUpdate(scope, id);
	if (!campaign) throw new AppError('not_found');
	if (campaign.status === 'closed') throw new AppError('changed_meanwhile', 'campaign');
	return campaign;
}

/**
 * Makes these volunteers the members. Only approved cards count; others are left out. Those whom the sub-district sends
 * from other communities stay.
 */
export async function chooseMembers(
	scope: Scope,
	actor: Actor,
	given: { id: string; personIds: readonly string[] },
	now: Date
): Promise<{ chosen: number }> {
	const campaign = await openCampaign(scope, actor, given.id);
	const approved = new Set((await memberLines(scope)).map(({ personId }) => personId));
	const chosen = [...new Set(given.personIds)].filter((id) => approved.has(id));
	const visitors = (await query.visitorsIn(scope, campaign.id)).map(({ personId }) => personId);
	await query.replaceMembers(scope, campaign.id, [...new Set([...chosen, ...visitors])]);
	await restate(scope, campaign, now, false);
	await recordEvent(scope, { kind: 'campaign', id: campaign.id }, 'members_chosen', actor.personId, now, {
		count: chosen.length
	});
	return { chosen: chosen.length };
}

const year = 365 * day;

/**
 * Makes these the residents. Those added bring what they wished for in a helper last; those who did not agree yet may
 * be on the list, and are asked before anybody is found for them. Whoever has a companion stays.
 */
export async function chooseResidents(
	scope: Scope,
	actor: Actor,
	given: { id: string; personIds: readonly string[] },
	now: Date
): Promise<{ chosen: number }> {
	const campaign = await openCampaign(scope, actor, given.id);
	const people = await peopleByIds(scope, [...new Set(given.personIds)]);
	const wanted = new Set(
		people.filter(({ kind, verifiedAt }) => kind === 'resident' && verifiedAt).map(({ id }) => id)
	);
	const before = (await query.residentsOf(scope, campaign.id)).map(({ personId }) => personId);
	const paired = new Set(
		(await pairingsOf(scope, campaign.id))
			.filter(({ status }) => status !== 'ended')
			.map((one) => one.residentId)
	);
	const gone = before.filter((id) => !wanted.has(id) && !paired.has(id));
	await query.removeResidents(scope, campaign.id, gone);
	const added = [...wanted].filter((id) => !before.includes(id));
	await query.addResidents(scope, campaign.id, await withLastWishes(scope, added, now));
	await restate(scope, campaign, now, false);
	const chosen = before.length - gone.length + added.length;
	await recordEvent(scope, { kind: 'campaign', id: campaign.id }, 'residents_chosen', actor.personId, now, {
		count: chosen
	});
	return { chosen };
}

async function withLastWishes(
	scope: Scope,
	personIds: readonly string[],
	now: Date
): Promise<query.ChosenResident[]> {
	const asked = await askedSince(scope, new Date(now.getTime() - year), personIds);
	const byPerson = Map.groupBy(asked, ({ personId }) => personId);
	return personIds.map((personId) => {
		const mine = byPerson.get(personId) ?? [];
		return {
			personId,
			wishGender: mine.find(({ wishGender }) => wishGender)?.wishGender ?? null,
			genderIsMust: false,
			wishLanguage: mine.find(({ wishLanguage }) => wishLanguage)?.wishLanguage ?? null,
			languageIsMust: false,
			interests: [],
			weekdays: [],
			atMinute: null
		};
	});
}

/** Most interests one resident may wish for. */
const mostInterests = 8;

/**
 * Writes down what a resident wishes of a companion, and the hours of standing visits.
 * @throws AppError `invalid` / `standing_hours` where standing visits have no weekday or no hour
 */
export async function wishFor(
	scope: Scope,
	actor: Actor,
	given: query.ChosenResident & { id: string },
	now: Date
): Promise<void> {
	const { id, ...wishes } = given;
	const campaign = await openCampaign(scope, actor, id);
	const hasDays = wishes.weekdays.length > 0;
	if (hasDays !== (wishes.atMinute !== null)) throw new AppError('invalid', 'standing_hours');
	if (campaign.kind === 'standing' && !hasDays) throw new AppError('invalid', 'standing_hours');
	const said = { ...wishes, interests: wishes.interests.slice(0, mostInterests) };
	if (!(await query.changeResident(scope, campaign.id, said))) throw new AppError('not_found');
	await query.changeCampaign(scope, campaign.id, [campaign.status], { updatedAt: now });
}

/** Ends a campaign in which nobody is paired any longer. @throws AppError `not_possible_now` / `pairs_live` */
export async function closeCampaign(scope: Scope, actor: Actor, id: string, now: Date): Promise<void> {
	await writeClosure(scope, await openCampaign(scope, actor, id), actor.personId, now);
}

/** Ends a campaign that is locked; `by` is null where the sub-district does. @throws AppError as `closeCampaign` */
export async function writeClosure(
	scope: Scope,
	{ id, status }: query.CampaignRow,
	by: string | null,
	now: Date
): Promise<void> {
	const living = (await pairingsOf(scope, id)).some(({ status }) => status !== 'ended');
	if (living) throw new AppError('not_possible_now', 'pairs_live');
	await query.replaceProposals(scope, id, []);
	await query.changeCampaign(scope, id, [status], {
		status: 'closed',
		planCost: null,
		planCostBefore: null,
		updatedAt: now
	});
	await recordEvent(scope, { kind: 'campaign', id }, 'closed', by, now);
}

/** How many more pairs each of these members may take in the community's campaign, in their order. */
export async function roomFor(
	scope: Scope,
	campaign: query.CampaignRow,
	memberIds: readonly string[]
): Promise<number[]> {
	const taken = new Map<string, number>();
	for (const { memberId, status } of await pairingsOf(scope, campaign.id)) {
		if (status !== 'ended') taken.set(memberId, (taken.get(memberId) ?? 0) + 1);
	}
	const places = await query.placesOf(scope, campaign.id);
	return memberIds.map((id) =>
		Math.max(0, (places.get(id) ?? campaign.pairsPerMember) - (taken.get(id) ?? 0))
	);
}
