import { overlaps, minute, weekdayOf, type Span, type Weekday } from '#lib/shared/time.ts';
import type { NeedKey } from '#lib/skills/needs.ts';
import { anyDaytime, fixedHours, meetingTimes, type Suiting } from '#lib/pairings/hours.ts';
import { mayPair } from '#lib/pairings/gates.ts';
import type { MemberFacts, ResidentFacts } from '#lib/pairings/facts.ts';
import type { MeetingWord } from '#lib/pairings/pairings.ts';
import { costOf, partsOf } from '#lib/pairings/score.ts';
import { minuteOfClock } from '#lib/pairings/visit-start.ts';
import { usualSkills } from '#lib/pairings/usual-skills.ts';
import { buildingOf, castMember, happened, randomOf, type Draft } from './draft.ts';
import type { Helper } from './helpers.ts';
import type { Random } from './random.ts';
import type { CampaignRow, PairingRow, PersonRow, TaskRow } from './rows.ts';

/*
 * Companions: a first campaign of 百名结对 (seed 003) that is over, and home care (居家养老) that goes on. The hundred and
 * the hundred of the next campaign are for whoever looks around to bring together.
 */

/** Days from the anchor. */
const finished = { from: -252, to: -28, pairs: 12 };
const homeCareFrom = -70;

/** Brings people together, as far as that has happened. */
export function bringTogether(draft: Draft): void {
	const random = randomOf(draft, 'pairs');
	checkPartyMembers(draft, random);
	finishedCampaign(draft, random);
	homeCare(draft, random);
}

/** For the campaign to come all party members were checked who were not: they go to the homes of the old. */
function checkPartyMembers({ helpers, calendar }: Draft, random: Random): void {
	for (const { card } of helpers) {
		const until = calendar.day(random.int(200, 400));
		if (card.partyMember && (card.vettedUntil ?? '') < calendar.day(30)) card.vettedUntil = until;
	}
}

interface Begun {
	campaign: CampaignRow;
	staff: PersonRow;
}

function begin(
	draft: Draft,
	said: Pick<CampaignRow, 'kind' | 'name' | 'purpose' | 'rhythm' | 'pairsPerMember'> & {
		from: number;
		to: number;
		need: NeedKey;
		alarmMinutes: number | null;
		status: CampaignRow['status'];
	}
): Begun {
	const { from, to, ...rest } = said;
	const staff = draft.staff[1]!;
	const campaign: CampaignRow = {
		id: draft.id('campaign'),
		...rest,
		fromDay: draft.calendar.day(from),
		toDay: draft.calendar.day(to),
		minutes: 60,
		planCost: null,
		planCostBefore: null,
		subdistrictCampaignId: null,
		createdBy: staff.id,
		createdAt: draft.calendar.at(from - 6, 9 * 60),
		updatedAt: draft.calendar.at(from - 4, 15 * 60)
	};
	draft.rows.campaigns.push(campaign);
	happened(draft, { kind: 'campaign', id: campaign.id }, 'started', staff.id, campaign.createdAt);
	return { campaign, staff };
}

function finishedCampaign(draft: Draft, random: Random): void {
	const begun = begin(draft, {
		kind: 'companion',
		name: '结对帮扶（第一批）',
		purpose: '党员和独居老人结对，常去看看，有事有人问',
		rhythm: 'fortnightly',
		pairsPerMember: 1,
		need: 'chat',
		alarmMinutes: null,
		status: 'closed',
		from: finished.from,
		to: finished.to
	});
	const suits: Suiting = { hours: anyDaytime, fixed: false };
	for (const resident of random.shuffled(oldOnes(draft)).slice(0, finished.pairs)) {
		const member = nearestFree(draft, begun.campaign, resident, suits);
		if (!member) continue;
		const [time] = meetingTimes(suits, member.hours, 60);
		const pair = bring(draft, begun, resident, member, suits, [time!.weekday], time!.minute);
		const ended = draft.calendar.at(finished.to, 17 * 60);
		visit(draft, random, begun, pair, { from: finished.from, until: finished.to - 1, every: 14 });
		end(draft, random, begun, pair, ended);
	}
}

function homeCare(draft: Draft, random: Random): void {
	const begun = begin(draft, {
		kind: 'standing',
		name: '居家养老定期探访',
		purpose: '行动不便的老人，每周有人按时上门',
		rhythm: 'weekly',
		pairsPerMember: 2,
		need: 'care_at_home',
		alarmMinutes: 30,
		status: 'running',
		from: homeCareFrom,
		to: 295
	});
	const saturday: Suiting = { hours: fixedHours([6], minuteOfClock('10:00'), 60), fixed: true };
	const lin = draft.helpers.find(({ person }) => person === castMember(draft, '林晓慧'))!;
	const first = bring(draft, begun, castMember(draft, '陈桂香'), lin, saturday, [6], minuteOfClock('10:00'));
	const pairs = [first];
	const suits: Suiting = { hours: anyDaytime, fixed: false };
	for (const resident of random.shuffled(oldOnes(draft)).slice(0, 3)) {
		const member = nearestFree(draft, begun.campaign, resident, suits);
		const time = member && random.pick(meetingTimes(suits, member.hours, 60));
		if (time) pairs.push(bring(draft, begun, resident, member, suits, [time.weekday], time.minute));
	}
	for (const pair of pairs) {
		visit(draft, random, begun, pair, { from: homeCareFrom, until: -2, every: 7 });
		planNext(draft, pair);
	}
}

/** Old people alone who agreed that somebody is looked for, and have nobody yet. */
export function oldOnes({ rows, cast }: Draft): PersonRow[] {
	const agreed = new Set(
		rows.consents.filter(({ purpose }) => purpose === 'matching').map((one) => one.personId)
	);
	const paired = new Set(rows.pairings.map(({ residentId }) => residentId));
	return rows.people.filter(
		({ id, name, vulnerable }) => vulnerable && agreed.has(id) && !paired.has(id) && !cast.has(name)
	);
}

function residentFacts(draft: Draft, person: PersonRow, need: string, suits: Suiting): ResidentFacts {
	const apart = draft.rows.avoidances.filter(({ personId, avoidedId }) =>
		[personId, avoidedId].includes(person.id)
	);
	return {
		personId: person.id,
		householdId: person.householdId ?? null,
		place: buildingOf(draft, person) ?? null,
		vulnerable: person.vulnerable ?? false,
		consented: true,
		wishes: { gender: null, genderIsMust: false, language: null, languageIsMust: false, interests: [] },
		skills: usualSkills(need, []),
		suits,
		excluded: new Set(apart.flatMap(({ personId, avoidedId }) => [personId, avoidedId])),
		declined: new Set()
	};
}

function memberFacts(draft: Draft, { person, card, skills, hours, place, helped }: Helper): MemberFacts {
	return {
		personId: person.id,
		householdId: person.householdId ?? null,
		place,
		reachMetres: card.reachMetres,
		cardStatus: card.status,
		cardExpiresOn: card.expiresOn ?? null,
		vettedUntil: card.vettedUntil ?? null,
		bornOn: person.bornOn ?? null,
		gender: person.gender ?? null,
		languages: card.languages,
		interests: card.hobbies,
		skills: new Set(skills.map(({ skill }) => skill)),
		availability: hours,
		pairs: draft.rows.pairings.filter(({ memberId }) => memberId === person.id).length,
		histories: helped
	};
}

/** The cheapest party member who has nobody yet, by the rules of the app. */
function nearestFree(
	draft: Draft,
	campaign: CampaignRow,
	person: PersonRow,
	suits: Suiting
): Helper | undefined {
	const resident = residentFacts(draft, person, campaign.need, suits);
	const setting = { firstDay: campaign.fromDay, minutes: campaign.minutes };
	const taken = new Set(draft.rows.pairings.map(({ memberId }) => memberId));
	return draft.helpers
		.filter(
			({ person: { id, name }, card }) =>
				card.partyMember &&
				!taken.has(id) &&
				!draft.cast.has(name) &&
				card.approvedAt! < draft.calendar.at(finished.from - 6, 0)
		)
		.map((helper) => ({ helper, facts: memberFacts(draft, helper) }))
		.filter(({ facts }) => mayPair(resident, facts, setting))
		.map(({ helper, facts }) => ({ helper, cost: costOf(resident, facts, setting) }))
		.sort((a, b) => a.cost - b.cost)[0]?.helper;
}

function bring(
	draft: Draft,
	{ campaign, staff }: Begun,
	person: PersonRow,
	helper: Helper,
	suits: Suiting,
	weekdays: Weekday[],
	atMinute: number
): PairingRow {
	const { rows } = draft;
	const facts = memberFacts(draft, helper);
	const resident = residentFacts(draft, person, campaign.need, suits);
	const setting = { firstDay: campaign.fromDay, minutes: campaign.minutes };
	const approvedAt = campaign.updatedAt;
	const acceptedAt = new Date(approvedAt.getTime() + (60 + (rows.pairings.length % 9) * 23) * minute);
	const pairing: PairingRow = {
		id: draft.id('pairing'),
		campaignId: campaign.id,
		residentId: person.id,
		memberId: helper.person.id,
		status: 'going_on',
		cost: costOf(resident, facts, setting),
		parts: partsOf(resident, facts, setting),
		approvedBy: staff.id,
		approvedAt,
		acceptedAt,
		weekdays,
		atMinute,
		rhythm: campaign.rhythm,
		minutes: campaign.minutes,
		metAt: null,
		metWord: null,
		endedAt: null,
		endedBy: null,
		endReason: null,
		lookAt: null
	};
	rows.pairings.push(pairing);
	if (
		!rows.campaignMembers.some((one) => one.campaignId === campaign.id && one.personId === helper.person.id)
	)
		rows.campaignMembers.push({ campaignId: campaign.id, personId: helper.person.id });
	rows.campaignResidents.push({
		campaignId: campaign.id,
		personId: person.id,
		interests: [],
		weekdays: suits.fixed ? weekdays : [],
		atMinute: suits.fixed ? atMinute : null
	});
	const subject = { kind: 'pairing', id: pairing.id } as const;
	happened(draft, subject, 'approved', staff.id, approvedAt);
	happened(draft, subject, 'accepted', helper.person.id, acceptedAt);
	rows.openings.push({
		id: draft.id('opening'),
		personId: person.id,
		what: 'address_and_phone',
		reason: 'task_accepted',
		actorId: helper.person.id,
		at: acceptedAt
	});
	return pairing;
}

const words: readonly MeetingWord[] = ['good', 'good', 'fine', 'fine', 'unsure'];
const thanks = [
	'每次来都陪我说说话，谢谢',
	'买菜也想着我，真好',
	'有他常来，我心里踏实',
	'帮我读报、看信，耐心得很',
	'像自家孩子一样'
];

/** The visits of a pair from its first meeting on; now and then one was missed. */
function visit(
	draft: Draft,
	random: Random,
	begun: Begun,
	pairing: PairingRow,
	{ from, until, every }: { from: number; until: number; every: number }
): void {
	const { calendar } = draft;
	const toWeekday = (pairing.weekdays[0]! - weekdayOf(calendar.day(from)) + 7) % 7;
	let made = pairing.acceptedAt!;
	for (let offset = from + toWeekday; offset <= until; offset += every) {
		const during = calendar.span(offset, pairing.atMinute!, pairing.atMinute! + 60);
		const busy = promisedBy(draft, pairing.memberId).some((span) => overlaps(span, during));
		if (busy || (pairing.metAt && random.chance(0.05))) {
			if (!busy) miss(draft, pairing, during, made, calendar.at(offset + 1, 0));
			continue;
		}
		made = keep(draft, random, begun, pairing, during, made);
	}
}

function promisedBy({ rows }: Draft, memberId: string): Span[] {
	return rows.tasks
		.filter(({ personId, status }) => personId === memberId && !['cancelled', 'dropped_out'].includes(status))
		.map(({ during }) => during);
}

function visitRow(draft: Draft, pairing: PairingRow, during: Span, createdAt: Date): TaskRow {
	const task: TaskRow = {
		id: draft.id('task'),
		kind: 'visit',
		subjectId: pairing.id,
		personId: pairing.memberId,
		forPersonId: pairing.residentId,
		during,
		status: 'planned',
		startedAt: null,
		finishedAt: null,
		minutes: null,
		note: null,
		photoId: null,
		endedAt: null,
		reason: null,
		createdAt
	};
	draft.rows.tasks.push(task);
	return task;
}

function miss(draft: Draft, pairing: PairingRow, during: Span, made: Date, at: Date): void {
	Object.assign(visitRow(draft, pairing, during, made), {
		status: 'cancelled',
		reason: 'missed',
		endedAt: at
	});
	happened(draft, { kind: 'pairing', id: pairing.id }, 'visit_missed', null, at);
}

/** @returns when it was over, which is when the next one was made */
function keep(
	draft: Draft,
	random: Random,
	{ campaign, staff }: Begun,
	pairing: PairingRow,
	during: Span,
	made: Date
): Date {
	const minutes = random.int(9, 15) * 5;
	const finishedAt = new Date(during.start.getTime() + minutes * minute);
	const confirmedAt = new Date(finishedAt.getTime() + random.int(20, 240) * minute);
	const task = visitRow(draft, pairing, during, made);
	const said = { startedAt: during.start, finishedAt, minutes, endedAt: confirmedAt };
	Object.assign(task, { status: 'confirmed', ...said });
	const subject = { kind: 'pairing', id: pairing.id } as const;
	if (!pairing.metAt) {
		Object.assign(pairing, { metAt: during.start, metWord: random.pick(words) });
		happened(draft, subject, 'met', pairing.memberId, finishedAt);
	}
	happened(draft, subject, 'finished', pairing.memberId, finishedAt, { minutes });
	happened(draft, subject, 'confirmed', staff.id, confirmedAt);
	const resident = draft.rows.people.find(({ id }) => id === pairing.residentId)!;
	const inApp = resident.phone !== null;
	draft.rows.serviceRecords.push({
		id: draft.id('record'),
		personId: pairing.memberId,
		forPersonId: pairing.residentId,
		taskId: task.id,
		need: campaign.need,
		buildingId: buildingOf(draft, resident)?.id ?? null,
		scale: 1,
		minutes,
		servedOn: draft.calendar.day(offsetOf(draft, during)),
		rating: random.chance(0.8) ? random.pick([5, 5, 5, 5, 4, 4, 3]) : null,
		thanks: random.chance(0.15) ? random.pick(thanks) : null,
		confirmedBy: inApp ? 'receiver' : 'telephone',
		confirmerId: inApp ? resident.id : staff.id,
		confirmedAt
	});
	return finishedAt;
}

function offsetOf({ calendar }: Draft, { start }: Span): number {
	return Math.floor((start.getTime() - calendar.at(0, 0).getTime()) / (24 * 60 * minute));
}

const good = ['两个人都爱下棋，聊得来', '离得近，有事随时过去', '老人盼着他来'];

function end(draft: Draft, random: Random, { staff }: Begun, pairing: PairingRow, at: Date): void {
	Object.assign(pairing, {
		status: 'ended',
		endedAt: at,
		endedBy: staff.id,
		endReason: pairing.metAt ? 'campaign_over' : 'member_busy'
	});
	const subject = { kind: 'pairing', id: pairing.id } as const;
	happened(draft, subject, 'ended', staff.id, at, { reason: pairing.endReason! });
	if (!pairing.metAt) return;
	const later = new Date(at.getTime() + random.int(60, 900) * minute);
	draft.rows.pairingReviews.push({
		pairingId: pairing.id,
		reviewer: 'staff',
		personId: staff.id,
		stars: random.pick([5, 5, 4]),
		wouldGoOn: random.chance(0.8),
		words: random.pick(good),
		at: later
	});
}

/** The visit that lies ahead: the first of its weekday after the anchor. */
function planNext(draft: Draft, pairing: PairingRow): void {
	const { calendar } = draft;
	const toWeekday = (pairing.weekdays[0]! - weekdayOf(calendar.anchor) + 7) % 7 || 7;
	const during = calendar.span(toWeekday, pairing.atMinute!, pairing.atMinute! + 60);
	if (promisedBy(draft, pairing.memberId).some((span) => overlaps(span, during))) return;
	visitRow(draft, pairing, during, calendar.at(-2, 17 * 60));
	pairing.lookAt = new Date(during.start.getTime() + 30 * minute);
}
