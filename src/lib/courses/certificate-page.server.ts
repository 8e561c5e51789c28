import { isStaff, type Actor } from '#lib/accounts/people.ts';
import { maskName } from '#lib/accounts/phone.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { named } from '#lib/hours/words.ts';
import { AppError } from '#lib/shared/errors.ts';
import { dayOf } from '#lib/shared/time.ts';
import { sayDate, type Here } from '#lib/ui/dates.ts';
import { certificateState, readNumber, sayNumber } from './certificate.ts';
import * as query from './queries.server.ts';
import { proofSaid, stateTag, untilSaid } from './words.ts';

/**
 * What anybody sees who has the number of a certificate in hand: whether it counts, and of the name as much as it takes to
 * hold it against the paper. The person and staff see all of it.
 * @throws AppError `not_found`
 */
export async function certificatePage(scope: Scope, actor: Actor | null, number: string, here: Here) {
	const row = await found(scope, number);
	const own = mayOpen(actor, row);
	return { ...certificateView(row, here), name: own ? row.name : maskName(row.name), own };
}

/**
 * A certificate for printing, to whose it is and to staff.
 * @throws AppError `not_found`, also to all others, and once it is revoked
 */
export async function certificateFor(scope: Scope, actor: Actor, number: string, here: Here) {
	const row = await found(scope, number);
	if (!mayOpen(actor, row) || row.revokedAt) throw new AppError('not_found');
	return { ...certificateView(row, here), name: row.name };
}

/** All of one's own certificates, the last first. */
export async function ownCertificates(scope: Scope, actor: Actor, here: Here) {
	const rows = await query.certificatesOf(scope, actor.personId);
	return rows.map((row) => certificateView(row, here));
}

export type CertificateView = ReturnType<typeof certificateView>;

function certificateView(row: query.Certificate, { now, zone }: Here) {
	const state = certificateState(row, dayOf(now, zone));
	return {
		number: row.number,
		said: sayNumber(row.number),
		course: named({ name: row.course, nameEn: row.courseEn }),
		proof: proofSaid(row),
		attended: row.attended,
		held: row.held,
		completed: sayDate(row.completedOn),
		until: untilSaid(row.expiresOn),
		state: stateTag(state),
		counts: state === 'valid',
		revoked: state === 'revoked',
		reason: row.reason
	};
}

async function found(scope: Scope, number: string): Promise<query.Certificate> {
	const read = readNumber(number);
	const row = read && (await query.certificateByNumber(scope, read));
	if (!row) throw new AppError('not_found');
	return row;
}

function mayOpen(actor: Actor | null, row: query.Certificate): boolean {
	return actor !== null && (actor.personId === row.personId || isStaff(actor));
}
