import { isStaff, type Actor } from '#lib/accounts/people.ts';
import { searchTokens } from '#lib/accounts/search.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { dayOf } from '#lib/shared/time.ts';
import type { Here } from '#lib/ui/dates.ts';
import { lastDay } from './agreement.ts';
import * as query from './queries.server.ts';

/** What staff say of a unit and of what was agreed with it. */
export type SaidUnit = Pick<
	query.UnitRow,
	'kind' | 'name' | 'nameEn' | 'words' | 'wordsEn' | 'contactName' | 'contactPhone' | 'since' | 'until'
>;

/** A unit as somebody saw it. */
export interface SeenUnit {
	id: string;
	version: number;
}

/**
 * Writes down a unit with which something was agreed.
 * @throws AppError `not_allowed`; `invalid` / `lastDay`; `already_taken` / `partner_name`
 */
export async function addUnit(scope: Scope, actor: Actor, said: SaidUnit, now: Date): Promise<string> {
	requireStaff(actor);
	requireDays(said);
	const id = newId();
	const row = { id, ...said, search: unitTokens(said), createdAt: now };
	if (!(await query.addUnit(scope, row))) throw new AppError('already_taken', 'partner_name');
	await recordEvent(scope, { kind: 'partner', id }, 'added', actor.personId, now);
	return id;
}

/**
 * Changes what is said of a unit whose agreement goes on.
 * @throws AppError as `addUnit`; `not_found`, `lapsed` / `partner`, `changed_meanwhile` / `partner`
 */
export async function changeUnit(
	scope: Scope,
	actor: Actor,
	seen: SeenUnit,
	said: SaidUnit,
	now: Date
): Promise<void> {
	requireStaff(actor);
	requireDays(said);
	await goingOn(scope, seen.id);
	if (await query.isUnitNameTaken(scope, said.name, seen.id))
		throw new AppError('already_taken', 'partner_name');
	await change(scope, seen, { ...said, search: unitTokens(said) });
	await recordEvent(scope, { kind: 'partner', id: seen.id }, 'changed', actor.personId, now);
}

/**
 * Ends the agreement with a unit today; what was stays written down.
 * @throws AppError `not_allowed`, `not_found`, `lapsed` / `partner`, `changed_meanwhile` / `partner`
 */
export async function endAgreement(
	scope: Scope,
	actor: Actor,
	seen: SeenUnit,
	{ now, zone }: Here
): Promise<void> {
	requireStaff(actor);
	const unit = await goingOn(scope, seen.id);
	await change(scope, seen, { endedAt: now, until: lastDay(unit, dayOf(now, zone)) });
	await recordEvent(scope, { kind: 'partner', id: seen.id }, 'ended', actor.personId, now);
}

/** What a unit is found by: words and pinyin initials of its name and of what it does, in both languages. */
export function unitTokens({
	name,
	nameEn,
	words,
	wordsEn
}: Pick<SaidUnit, 'name' | 'nameEn' | 'words' | 'wordsEn'>): string[] {
	return [...new Set([name, nameEn, words, wordsEn].flatMap(searchTokens))];
}

function requireStaff(actor: Actor): void {
	if (!isStaff(actor)) throw new AppError('not_allowed');
}

function requireDays({ since, until }: SaidUnit): void {
	if (until !== null && until < since) throw new AppError('invalid', 'lastDay');
}

async function goingOn(scope: Scope, id: string): Promise<query.UnitRow> {
	const unit = await query.unitForUpdate(scope, id);
	if (!unit) throw new AppError('not_found');
	if (unit.endedAt) throw new AppError('lapsed', 'partner');
	return unit;
}

async function change(
	scope: Scope,
	seen: SeenUnit,
	to: Parameters<typeof query.changeUnit>[2]
): Promise<void> {
	if (!(await query.changeUnit(scope, seen, to))) throw new AppError('changed_meanwhile', 'partner');
}
