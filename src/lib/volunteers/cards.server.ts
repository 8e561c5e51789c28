import type { Actor } from '#lib/accounts/people.ts';
import { changePerson, personById, type PersonRow } from '#lib/accounts/queries.server.ts';
import { consentTo } from '#lib/accounts/register.server.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { statesBefore } from '#lib/shared/states.ts';
import { addDays, dayOf, daysBetween, type Day } from '#lib/shared/time.ts';
import type { HeldSkill } from '#lib/skills/skills.ts';
import { blankCard, longestAbsence, termsVersion, type CardChanges } from './card-form.ts';
import type { WeeklySpan } from './hours.ts';
import * as query from './queries.server.ts';
import { resay } from './said-skills.ts';
import { cardTransitions } from './volunteers.ts';

/** A registration card with all that belongs to it. */
export interface WholeCard {
	person: PersonRow;
	card: query.CardRow;
	skills: HeldSkill[];
	hours: WeeklySpan[];
	/** Those not over yet. */
	absences: { id: string; fromDay: Day; toDay: Day }[];
}

/** The card of one person; null where none was begun. */
export async function cardFor(scope: Scope, personId: string, today: Day): Promise<WholeCard | null> {
	const card = await query.cardOf(scope, personId);
	const person = card && (await personById(scope, personId));
	if (!person) return null;
	return {
		person,
		card,
		skills: await heldBy(scope, personId),
		hours: await query.availabilityOf(scope, [personId]),
		absences: await query.absencesFrom(scope, [personId], today)
	};
}

async function heldBy(scope: Scope, personId: string): Promise<HeldSkill[]> {
	return (await query.skillsOf(scope, [personId])) as HeldSkill[];
}

/**
 * Writes down what one screen of the card says, beginning the card where there is none. It never changes the state: on
 * an approved card it counts at once, save that new and raised skills wait unconfirmed.
 * @throws AppError `invalid` with the field in `detail` where an answer cannot be
 */
export async function saveCard(
	scope: Scope,
	actor: Actor,
	changes: CardChanges,
	now: Date,
	zone: string
): Promise<void> {
	const { personId } = actor;
	const { gender, bornOn, skills, hours, ...columns } = changes;
	await query.addCard(scope, { ...blankCard, personId, status: 'draft', updatedAt: now });
	await query.changeCard(scope, personId, { ...columns, updatedAt: now });
	await completePerson(scope, personId, { gender, bornOn }, dayOf(now, zone));
	if (skills) await query.replaceSkills(scope, personId, resay(await heldBy(scope, personId), skills));
	if (hours) await query.replaceAvailability(scope, personId, hours);
}

/** Gender and birth date go to the person where they are not known; what staff have seen is not changed here. */
async function completePerson(
	scope: Scope,
	personId: string,
	{ gender, bornOn }: Pick<CardChanges, 'gender' | 'bornOn'>,
	today: Day
): Promise<void> {
	if (bornOn && (bornOn >= today || bornOn < '1900-01-01')) throw new AppError('invalid', 'bornOn');
	const person = await personById(scope, personId);
	if (!person) throw new AppError('not_found');
	const change = { gender: person.gender ?? gender ?? null, bornOn: person.bornOn ?? bornOn ?? null };
	if (change.gender !== person.gender || change.bornOn !== person.bornOn) {
		await changePerson(scope, personId, change);
	}
}

/** What is agreed to when a card is handed in. */
export interface Agreement {
	/** The words about risk, pay and leaving were read (志愿服务条例 12, 25). */
	terms: boolean;
	/** What the card says of health may be used to find fitting tasks (PIPL). Needed where it says something. */
	sensitive: boolean;
	/** May be named on the board of honour (志愿服务条例 20). */
	honour: boolean;
}

/**
 * Hands the card in; staff approve it. The first one, one given back, or one that had ended.
 * @throws AppError `invalid` `card_incomplete` where skills, hours, gender or birth date are missing; `terms` or `sensitive` where that was not agreed to
 */
export async function submitCard(
	scope: Scope,
	actor: Actor,
	agreed: Agreement,
	now: Date,
	zone: string
): Promise<void> {
	const { personId } = actor;
	const whole = await cardFor(scope, personId, dayOf(now, zone));
	if (!whole || missing(whole).length > 0) throw new AppError('invalid', 'card_incomplete');
	if (!agreed.terms) throw new AppError('invalid', 'terms');
	if (whole.card.healthLimits.length > 0 && !agreed.sensitive) throw new AppError('invalid', 'sensitive');
	const from = statesBefore(cardTransitions, 'submitted').filter((state) => state !== 'approved');
	const change = { status: 'submitted', submittedAt: now, returnReason: null, updatedAt: now } as const;
	if (!(await query.moveCard(scope, personId, from, change))) throw new AppError('changed_meanwhile', 'card');
	if (agreed.sensitive) await consentTo(scope, personId, ['sensitive'], null, now);
	if (agreed.honour) await consentTo(scope, personId, ['honour'], null, now);
	await recordEvent(scope, { kind: 'card', id: personId }, 'submitted', personId, now, {
		terms: termsVersion
	});
}

/** What a card still lacks before it can be handed in. */
export type Missing = 'skills' | 'hours' | 'gender' | 'bornOn';

export function missing({
	person,
	skills,
	hours
}: Pick<WholeCard, 'person' | 'skills' | 'hours'>): Missing[] {
	const lacks: Record<Missing, boolean> = {
		skills: skills.length === 0,
		hours: hours.length === 0,
		gender: person.gender === null,
		bornOn: person.bornOn === null
	};
	return (Object.keys(lacks) as Missing[]).filter((one) => lacks[one]);
}

/** Says that one is away. The card must have been begun. */
export async function addAbsence(
	scope: Scope,
	actor: Actor,
	away: { fromDay: Day; toDay: Day },
	now: Date,
	zone: string
): Promise<void> {
	const { fromDay, toDay } = away;
	if (toDay < dayOf(now, zone)) throw new AppError('invalid', 'past');
	if (toDay < fromDay || daysBetween(fromDay, toDay) > longestAbsence)
		throw new AppError('invalid', 'absence');
	if (!(await query.cardOf(scope, actor.personId))) throw new AppError('not_found');
	await query.addAbsence(scope, { id: newId(), personId: actor.personId, fromDay, toDay });
}

/** Is here after all. */
export function removeAbsence(scope: Scope, actor: Actor, id: string): Promise<void> {
	return query.removeAbsence(scope, actor.personId, id);
}

/** The day on which a card approved today runs out unless staff say otherwise: two years on. */
export function usualExpiry(today: Day): Day {
	return addDays(today, 730);
}
