import { isStaff, type Actor } from '#lib/accounts/people.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import type { Here } from '#lib/ui/dates.ts';
import type { GroupRole } from './groups.ts';
import { joinGroup } from './join.server.ts';
import { standingOf } from './member-queries.server.ts';
import { giveRole } from './roles.server.ts';

/**
 * Staff put somebody on the list of a group, on that person's word, with a role where one is given. Who belongs already
 * gets the role.
 * @throws AppError `not_allowed`; otherwise as `joinGroup` and `giveRole`
 */
export async function enterMember(
	scope: Scope,
	actor: Actor,
	{ groupId, personId, role }: { groupId: string; personId: string; role: GroupRole | null },
	here: Here
): Promise<void> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	const [known] = await standingOf(scope, groupId, [personId]);
	if (known?.status !== 'member')
		await joinGroup(scope, actor, { groupId, personId, answer: null, shown: known?.shown ?? false }, here);
	if (!role) return;
	const [member] = await standingOf(scope, groupId, [personId]);
	await giveRole(scope, actor, { memberId: member!.id, role }, here);
}
