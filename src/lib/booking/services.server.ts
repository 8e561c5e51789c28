import { isStaff, type Actor } from '#lib/accounts/people.ts';
import { staffIds } from '#lib/accounts/role-queries.server.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { serviceIcons } from './catalogue.ts';
import * as query from './catalogue-queries.server.ts';
import { documentsOf, serviceById, type ServiceRow } from './queries.server.ts';
import { longestName, mostDocuments, type SaidDocument, type SaidService } from './service-form.ts';
import { serviceTokens } from './service-search.ts';

/**
 * Puts a service into the catalogue.
 * @throws AppError `not_allowed`; `invalid` with the field in `detail`; `already_taken` / `service`
 */
export async function addService(
	scope: Scope,
	actor: Actor,
	said: SaidService,
	now: Date
): Promise<{ id: string }> {
	await readSaid(scope, actor, said);
	const id = newId();
	if (!(await query.addService(scope, { id, ...columns(said), withdrawnAt: null })))
		throw new AppError('already_taken', 'service');
	await putParts(scope, id, said, []);
	await recordEvent(scope, { kind: 'service', id }, 'added', actor.personId, now);
	return { id };
}

/** A service as somebody saw it. */
export interface SeenService {
	id: string;
	version: number;
}

/**
 * Changes a service; what is booked stays as it was booked.
 * @throws AppError as `addService`; `not_found`; `changed_meanwhile` / `service` where a colleague was faster
 */
export async function changeService(
	scope: Scope,
	actor: Actor,
	seen: SeenService,
	said: SaidService,
	now: Date
): Promise<void> {
	await readSaid(scope, actor, said);
	const row = await serviceFor(scope, seen.id);
	if (row.withdrawnAt === null) await refuseTaken(scope, said.name, seen.id);
	const before = await documentsOf(scope, seen.id);
	if (!(await query.changeService(scope, seen, columns(said))))
		throw new AppError('changed_meanwhile', 'service');
	await putParts(
		scope,
		seen.id,
		said,
		before.map(({ id }) => id)
	);
	await recordEvent(scope, { kind: 'service', id: seen.id }, 'changed', actor.personId, now);
}

/**
 * Takes a service out of the catalogue, or puts it back. Bookings stay.
 * @throws AppError `not_allowed`, `not_found`, `changed_meanwhile` / `service`, `already_taken` / `service`
 */
export async function withdrawService(
	scope: Scope,
	actor: Actor,
	seen: SeenService,
	withdrawn: boolean,
	now: Date
): Promise<void> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	const { name } = await serviceFor(scope, seen.id);
	if (!withdrawn) await refuseTaken(scope, name, seen.id);
	if (!(await query.changeService(scope, seen, { withdrawnAt: withdrawn ? now : null })))
		throw new AppError('changed_meanwhile', 'service');
	const what = withdrawn ? 'withdrawn' : 'restored';
	await recordEvent(scope, { kind: 'service', id: seen.id }, what, actor.personId, now);
}

async function serviceFor(scope: Scope, id: string): Promise<ServiceRow> {
	const row = await serviceById(scope, id);
	if (!row) throw new AppError('not_found');
	return row;
}

async function refuseTaken(scope: Scope, name: string, except: string): Promise<void> {
	if (await query.isNameTaken(scope, name, except)) throw new AppError('already_taken', 'service');
}

async function readSaid(scope: Scope, actor: Actor, said: SaidService): Promise<void> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	if (!said.atDesk && !said.atHome) throw new AppError('invalid', 'places');
	if (said.walkIn && !said.atDesk) throw new AppError('invalid', 'walkIn');
	if (!(serviceIcons as readonly string[]).includes(said.icon)) throw new AppError('invalid', 'icon');
	if (said.documents.length > mostDocuments || !said.documents.every(isNamed))
		throw new AppError('invalid', 'docName', { most: mostDocuments });
	const staff = new Set(await staffIds(scope));
	if (said.officers.some((id) => !staff.has(id))) throw new AppError('invalid', 'officers');
}

function isNamed({ name, nameEn }: SaidDocument): boolean {
	return [name, nameEn].every((said) => said.length > 0 && said.length <= longestName);
}

function columns({ documents: _, officers: __, ...said }: SaidService) {
	return { ...said, search: serviceTokens(said) };
}

/** @param known ids of the documents that this service has already */
async function putParts(
	scope: Scope,
	serviceId: string,
	{ documents, officers }: SaidService,
	known: readonly string[]
): Promise<void> {
	const left = new Set(known);
	// one that is named twice is a new one the second time
	const stays = ({ id }: SaidDocument) => (id !== null && left.delete(id) ? id : newId());
	await query.replaceDocuments(
		scope,
		serviceId,
		documents.map((document) => ({ ...document, id: stays(document) }))
	);
	await query.replaceOfficers(scope, serviceId, [...new Set(officers)]);
}
