import { avoidedByEach } from '#lib/accounts/avoidance-queries.server.ts';
import { consentingAmong } from '#lib/accounts/consent-queries.server.ts';
import { homesByIds } from '#lib/accounts/household-queries.server.ts';
import { peopleByIds } from '#lib/accounts/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import type { FreeHours } from '#lib/matching/matching.ts';
import { historiesWith } from '#lib/records/queries.server.ts';
import { day, dayOf, type Day, type Weekday } from '#lib/shared/time.ts';
import { everyonesHours, volunteerRows, type VolunteerRow } from '#lib/volunteers/queries.server.ts';
import { askedSince, skillsOfAll } from './choose-queries.server.ts';
import type { MemberFacts, ResidentFacts, Setting } from './facts.ts';
import { anyDaytime, fixedHours, type Suiting } from './hours.ts';
import { declinedWith, livingByMember } from './pair-queries.server.ts';
import { memberIdsOf, residentsOf, type CampaignResidentRow, type CampaignRow } from './queries.server.ts';
import { usualSkills } from './usual-skills.ts';

/** What is the same for all pairs of a campaign; those made later begin today. */
export function settingOf({ fromDay, minutes }: CampaignRow, today: Day): Setting {
	return { firstDay: fromDay > today ? fromDay : today, minutes };
}

const year = 365 * day;

/**
 * What the rules look at of residents of a campaign, in their order.
 * @param rows all who were chosen where absent
 */
export async function residentFacts(
	scope: Scope,
	campaign: CampaignRow,
	now: Date,
	rows?: readonly CampaignResidentRow[]
): Promise<ResidentFacts[]> {
	const chosen = rows ?? (await residentsOf(scope, campaign.id));
	const ids = chosen.map(({ personId }) => personId);
	// asked all at once: none needs the answer to another
	const [people, consenting, avoided, declined, asked] = await Promise.all([
		peopleByIds(scope, ids),
		consentingAmong(scope, ids, 'matching'),
		avoidedByEach(scope, ids),
		declinedWith(scope, ids),
		askedSince(scope, new Date(now.getTime() - year), ids)
	]);
	const households = people.flatMap(({ householdId }) => householdId ?? []);
	const homes = new Map((await homesByIds(scope, [...new Set(households)])).map((home) => [home.id, home]));
	const byId = new Map(people.map((person) => [person.id, person]));
	const askedBy = Map.groupBy(asked, ({ personId }) => personId);
	return chosen.map((row) => {
		const id = row.personId;
		const person = byId.get(id)!;
		const home = person.householdId ? homes.get(person.householdId) : undefined;
		return {
			personId: id,
			householdId: person.householdId,
			place: home ? { east: home.east, north: home.north } : null,
			vulnerable: person.vulnerable,
			consented: consenting.has(id),
			wishes: {
				gender: row.wishGender,
				genderIsMust: row.genderIsMust,
				language: row.wishLanguage,
				languageIsMust: row.languageIsMust,
				interests: row.interests
			},
			skills: usualSkills(campaign.need, askedBy.get(id) ?? []),
			suits: suitsOf(row, campaign.minutes),
			excluded: new Set(avoided.get(id)),
			declined: declined.get(id) ?? new Set<string>()
		};
	});
}

const byDay: Suiting = { hours: anyDaytime, fixed: false };

function suitsOf({ weekdays, atMinute }: CampaignResidentRow, minutes: number): Suiting {
	if (weekdays.length === 0 || atMinute === null) return byDay;
	return { hours: fixedHours(weekdays as Weekday[], atMinute, minutes), fixed: true };
}

/**
 * What the rules look at of the members of a campaign, by name.
 * @param residentIds whose histories with them count
 */
export async function memberFacts(
	scope: Scope,
	campaignId: string,
	residentIds: readonly string[],
	today: Day
): Promise<{ members: MemberFacts[]; names: Map<string, string> }> {
	const [ids, rows, hours, skills, pairs, histories] = await Promise.all([
		memberIdsOf(scope, campaignId),
		volunteerRows(scope, ['guest']),
		everyonesHours(scope),
		skillsOfAll(scope, today),
		livingByMember(scope),
		historiesWith(scope, residentIds)
	]);
	const chosen = new Set(ids);
	const mine = rows
		.filter(({ card }) => chosen.has(card.personId))
		.sort((a, b) => (a.card.personId < b.card.personId ? -1 : 1));
	const helped = byHelper(histories);
	const members = mine.map((row) => {
		const id = row.card.personId;
		return {
			...cardFacts(row),
			skills: skills.get(id) ?? new Set<string>(),
			availability: (hours.get(id) ?? []).map(([weekday, from, to]): FreeHours => ({
				weekday: weekday as Weekday,
				from,
				to
			})),
			pairs: pairs.get(id) ?? 0,
			histories: helped.get(id) ?? new Map<string, { helps: number; good: number }>()
		};
	});
	return { members, names: new Map(mine.map(({ card, name }) => [card.personId, name])) };
}

function cardFacts({ card, gender, bornOn, householdId, east, north }: VolunteerRow) {
	return {
		personId: card.personId,
		householdId,
		place: east === null || north === null ? null : { east, north },
		reachMetres: card.reachMetres,
		cardStatus: card.status,
		cardExpiresOn: card.expiresOn,
		vettedUntil: card.vettedUntil,
		bornOn,
		gender,
		languages: card.languages,
		interests: card.hobbies
	};
}

function byHelper(histories: Awaited<ReturnType<typeof historiesWith>>) {
	const helpers = new Map<string, Map<string, { helps: number; good: number }>>();
	for (const [helped, mine] of histories) {
		for (const [helper, history] of mine) {
			const all = helpers.get(helper) ?? new Map<string, { helps: number; good: number }>();
			helpers.set(helper, all.set(helped, history));
		}
	}
	return helpers;
}

/** One resident and one member as the rules see them now; undefined where one of them is no longer chosen. */
export async function factsOfTwo(
	scope: Scope,
	campaign: CampaignRow,
	{ residentId, memberId }: { residentId: string; memberId: string },
	now: Date,
	zone: string
): Promise<{ resident: ResidentFacts; member: MemberFacts } | undefined> {
	const [row] = await residentsOf(scope, campaign.id, residentId);
	if (!row) return undefined;
	const [resident] = await residentFacts(scope, campaign, now, [row]);
	const { members } = await memberFacts(scope, campaign.id, [residentId], dayOf(now, zone));
	const member = members.find(({ personId }) => personId === memberId);
	return resident && member ? { resident, member } : undefined;
}
