import type { FreeHours } from '#lib/matching/matching.ts';
import { hour } from '#lib/shared/time.ts';
import type { HeldSkill, SkillLevel } from '#lib/skills/skills.ts';
import type { SkillKey } from '#lib/skills/vocabulary.ts';
import { buildingOf, consentTo, happened, type Draft } from './draft.ts';
import { willingnessFor } from './everyday.ts';
import type { CardRow, PersonRow } from './rows.ts';

/** A registration card 登记卡 (seed 003) as it is filled in, with the day on which each thing was done to it. */
export interface CardPlan {
	status: CardRow['status'];
	occupation: string;
	employer: string | null;
	partyBranch: string | null;
	strengths: string;
	hobbies: string[];
	languages: string[];
	healthLimits: string[];
	skills: { skill: SkillKey; level: SkillLevel; confirmed: boolean; expiresOn: string | null }[];
	hours: FreeHours[];
	reachMetres: number;
	activeTasksMax: number;
	weeklyMinutesMax: number;
	/** Days from the anchor; null where it has not come to that. */
	submitted: number | null;
	approved: number | null;
	vettedUntil: string | null;
	insuredUntil: string | null;
	returnReason?: string;
	/** Agrees to be named on the board of honour (志愿服务条例 20). */
	honour: boolean;
}

/** Writes a card into the world; an approved one makes a helper of its holder. */
export function addCard(draft: Draft, person: PersonRow, plan: CardPlan): void {
	const { calendar, staff, rows } = draft;
	const submittedAt = plan.submitted === null ? null : calendar.at(plan.submitted, 12 * 60 + 20);
	const approvedAt = plan.approved === null ? null : calendar.at(plan.approved, 10 * 60 + 20);
	const officer = staff[1 + (rows.cards.length % (staff.length - 1))]!.id;
	const card: CardRow = {
		personId: person.id,
		status: plan.status,
		occupation: plan.occupation,
		employer: plan.employer,
		partyBranch: plan.partyBranch,
		partyMember: plan.partyBranch !== null,
		vettedUntil: plan.vettedUntil,
		insuredUntil: plan.insuredUntil,
		strengths: plan.strengths,
		hobbies: plan.hobbies,
		willingness: willingnessFor(plan.skills.map(({ skill }) => skill)),
		languages: plan.languages,
		healthLimits: plan.healthLimits,
		reachMetres: plan.reachMetres,
		activeTasksMax: plan.activeTasksMax,
		weeklyMinutesMax: plan.weeklyMinutesMax,
		submittedAt,
		approvedAt,
		approvedBy: approvedAt && officer,
		expiresOn: plan.approved === null ? null : calendar.day(plan.approved + 730),
		returnReason: plan.returnReason ?? null,
		updatedAt: approvedAt ?? submittedAt ?? calendar.at(-3, 21 * 60)
	};
	rows.cards.push(card);
	for (const { weekday, from, to } of plan.hours) {
		rows.availability.push({ personId: person.id, weekday, fromMinute: from, toMinute: to });
	}
	const skills = plan.skills.map(({ skill, level, confirmed, expiresOn }): HeldSkill => {
		const [confirmedAt, confirmedBy] = confirmed && approvedAt ? [approvedAt, officer] : [null, null];
		return { skill, level, confirmedAt, confirmedBy, expiresOn };
	});
	rows.heldSkills.push(...skills.map((held) => ({ personId: person.id, ...held })));
	tellOfCard(draft, card, officer, plan);
	if (approvedAt) admit(draft, person, card, skills, plan.hours);
	if (approvedAt && plan.honour) consentTo(draft, person, 'honour', approvedAt);
}

/** From now on the holder is a volunteer. */
function admit(
	draft: Draft,
	person: PersonRow,
	card: CardRow,
	skills: HeldSkill[],
	hours: FreeHours[]
): void {
	const { approvedAt, approvedBy } = card;
	draft.rows.memberships.push({
		personId: person.id,
		role: 'volunteer',
		grantedBy: approvedBy,
		grantedAt: approvedAt!,
		endedAt: null
	});
	const place = buildingOf(draft, person) ?? null;
	draft.helpers.push({ person, card, skills, hours, absences: [], place, promised: [], helped: new Map() });
}

function tellOfCard(draft: Draft, card: CardRow, officer: string, { status, returnReason }: CardPlan): void {
	const subject = { kind: 'card', id: card.personId } as const;
	if (card.submittedAt) happened(draft, subject, 'submitted', card.personId, card.submittedAt);
	if (card.approvedAt) happened(draft, subject, 'approved', officer, card.approvedAt);
	if (status !== 'returned' || !card.submittedAt) return;
	const at = new Date(card.submittedAt.getTime() + 20 * hour);
	card.updatedAt = at;
	happened(draft, subject, 'returned', officer, at, { words: returnReason ?? '' });
}

/** Days on which a volunteer is away, both ends included, counted from the anchor. */
export function addAbsence(draft: Draft, helper: Draft['helpers'][number], from: number, to: number): void {
	const [fromDay, toDay] = [draft.calendar.day(from), draft.calendar.day(to)];
	draft.rows.absences.push({ id: draft.id('absence'), personId: helper.person.id, fromDay, toDay });
	helper.absences.push({ from: fromDay, to: toDay });
}
