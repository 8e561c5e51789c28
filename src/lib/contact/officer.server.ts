import { isStaff, type Actor } from '#lib/accounts/people.ts';
import { staffIds } from '#lib/accounts/role-queries.server.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { gridName } from '#lib/places/queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { dropOfficer, putOfficer } from './queries.server.ts';

/** Who answers for a grid from now on. */
export interface Assignment {
	gridId: string;
	/** Null for nobody. */
	personId: string | null;
	/** The number on the card; the community's where there is none. */
	phone: string | null;
}

/**
 * Gives a grid to one of the staff (包片负责制, seed 003).
 * @throws AppError `not_allowed`; `not_found`; `invalid` / `officer` for somebody who is not of the staff
 */
export async function assignOfficer(
	scope: Scope,
	actor: Actor,
	{ gridId, personId, phone }: Assignment,
	now: Date
): Promise<void> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	if (!(await gridName(scope, gridId))) throw new AppError('not_found');
	if (personId === null) {
		await dropOfficer(scope, gridId);
	} else {
		if (!(await staffIds(scope)).includes(personId)) throw new AppError('invalid', 'officer');
		await putOfficer(scope, { gridId, personId, phone, since: now });
	}
	await recordEvent(scope, { kind: 'grid', id: gridId }, 'assigned', actor.personId, now, {
		officer: personId
	});
}
