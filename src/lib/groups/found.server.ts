import { isStaff, type Actor } from '#lib/accounts/people.ts';
import { searchTokens } from '#lib/accounts/search.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { savePicture, type Picture } from '#lib/files/pictures.server.ts';
import { removeFile } from '#lib/files/queries.server.ts';
import { holdUnit } from '#lib/partners/queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import type { Here } from '#lib/ui/dates.ts';
import { ledGroup } from './group-for.server.ts';
import { standingStates } from './membership.ts';
import { countMembers } from './member-list-queries.server.ts';
import { memberIds } from './member-queries.server.ts';
import * as query from './queries.server.ts';
import { tell } from './tell.server.ts';

/** What leaders say of their group. */
export type SaidWords = Pick<
	query.GroupRow,
	'words' | 'wordsEn' | 'meets' | 'meetsEn' | 'join' | 'question' | 'places'
>;

/** What staff say of a group. */
export type SaidGroup = SaidWords &
	Pick<query.GroupRow, 'kind' | 'theme' | 'name' | 'nameEn' | 'venueId' | 'partnerId'>;

/** A group as somebody saw it. */
export interface SeenGroup {
	id: string;
	version: number;
}

/**
 * Founds a group.
 * @throws AppError `not_allowed`; `invalid` with `venue` or `partner`; `already_taken` / `group_name`
 */
export async function foundGroup(scope: Scope, actor: Actor, said: SaidGroup, now: Date): Promise<string> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	await requireTheirs(scope, said);
	const id = newId();
	const row = { id, ...said, search: groupTokens(said), createdAt: now };
	if (!(await query.addGroup(scope, row))) throw new AppError('already_taken', 'group_name');
	await recordEvent(scope, { kind: 'group', id }, 'founded', actor.personId, now);
	return id;
}

/** The venue and the unit are there. */
async function requireTheirs(scope: Scope, { venueId, partnerId }: SaidGroup): Promise<void> {
	if (venueId && !(await query.venueOf(scope, { venueId }))) throw new AppError('invalid', 'venue');
	if (partnerId && !(await holdUnit(scope, partnerId))) throw new AppError('invalid', 'partner');
}

/** What a group is found by: words and pinyin initials of its name, and what it says of itself, in both languages. */
export function groupTokens({
	name,
	nameEn,
	words,
	wordsEn
}: Pick<SaidGroup, 'name' | 'nameEn' | 'words' | 'wordsEn'>) {
	return [...new Set([name, nameEn, words, wordsEn].flatMap(searchTokens))];
}

/**
 * Staff change all that is said of a group.
 * @throws AppError `not_allowed`, `not_found`, `lapsed` / `group`, `invalid` with `most`, `venue` or `partner`, `already_taken` / `group_name`,
 *   `changed_meanwhile` / `group`
 */
export async function changeGroup(
	scope: Scope,
	actor: Actor,
	seen: SeenGroup,
	said: SaidGroup,
	here: Here
): Promise<void> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	await ledGroup(scope, actor, seen.id, here);
	await requireTheirs(scope, said);
	if (await query.isNameTaken(scope, said.name, seen.id)) throw new AppError('already_taken', 'group_name');
	await change(scope, actor, seen, said, { ...said, search: groupTokens(said) }, here);
}

/**
 * Leaders change what their group says of itself and how one joins.
 * @throws AppError as `changeGroup`
 */
export async function changeWords(
	scope: Scope,
	actor: Actor,
	seen: SeenGroup,
	said: SaidWords,
	here: Here
): Promise<void> {
	const { group } = await ledGroup(scope, actor, seen.id, here);
	await change(scope, actor, seen, said, { ...said, search: groupTokens({ ...group, ...said }) }, here);
}

async function change(
	scope: Scope,
	actor: Actor,
	seen: SeenGroup,
	{ places }: SaidWords,
	changed: Parameters<typeof query.changeGroup>[2],
	here: Here
): Promise<void> {
	const members = await countMembers(scope, seen.id);
	if (places !== null && places < members) throw new AppError('invalid', 'most', { members });
	if (!(await query.changeGroup(scope, seen, changed))) throw new AppError('changed_meanwhile', 'group');
	await recordEvent(scope, { kind: 'group', id: seen.id }, 'changed', actor.personId, here.now);
}

/**
 * Gives a group another picture.
 * @throws AppError `not_found`, `not_allowed`, `lapsed` / `group`
 */
export async function changePicture(
	scope: Scope,
	actor: Actor,
	groupId: string,
	picture: Picture,
	here: Here
): Promise<void> {
	const { group } = await ledGroup(scope, actor, groupId, here);
	const pictureId = await savePicture(scope, picture, actor.personId, here.now);
	await query.changeGroup(scope, group, { pictureId });
	if (group.pictureId) await removeFile(scope, group.pictureId);
	await recordEvent(scope, { kind: 'group', id: groupId }, 'pictured', actor.personId, here.now);
}

/**
 * Puts a group that no longer meets away, or brings it back. Members and past stay.
 * @throws AppError `not_allowed`, `not_found`, `changed_meanwhile` / `group`, `already_taken` / `group_name`
 */
export async function archiveGroup(
	scope: Scope,
	actor: Actor,
	seen: SeenGroup,
	archived: boolean,
	now: Date
): Promise<void> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	const group = await query.groupForUpdate(scope, seen.id);
	if (!group) throw new AppError('not_found');
	if ((group.archivedAt !== null) === archived) return;
	if (!archived && (await query.isNameTaken(scope, group.name, group.id)))
		throw new AppError('already_taken', 'group_name');
	if (!(await query.changeGroup(scope, seen, { archivedAt: archived ? now : null })))
		throw new AppError('changed_meanwhile', 'group');
	const what = archived ? 'archived' : 'restored';
	await recordEvent(scope, { kind: 'group', id: seen.id }, what, actor.personId, now);
	if (!archived) return;
	const people = await memberIds(scope, seen.id, standingStates);
	const about = `${seen.id}:${now.toISOString()}`;
	await tell(scope, group, people, { template: 'group_archived', about }, { now });
}
