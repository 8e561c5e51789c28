import type { Actor } from '#lib/accounts/people.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { dayOf } from '#lib/shared/time.ts';
import type { Here } from '#lib/ui/dates.ts';
import { openGroup, standingIn } from './group-for.server.ts';
import type { GroupRole } from './groups.ts';
import { memberById } from './member-queries.server.ts';
import { addPost, endPosts, postById } from './post-queries.server.ts';
import { mayGive } from './rights.ts';
import { tellOf } from './tell.server.ts';

/**
 * Gives a member a role from today on. Given twice is given.
 * @throws AppError `not_found`, `not_allowed`, `lapsed` / `group`; `not_possible_now` / `group_role` for one who does not
 *   belong
 */
export async function giveRole(
	scope: Scope,
	actor: Actor,
	{ memberId, role }: { memberId: string; role: GroupRole },
	here: Here
): Promise<void> {
	const member = await memberById(scope, memberId);
	if (!member) throw new AppError('not_found');
	const { groupId, personId } = member;
	const group = await openGroup(scope, groupId);
	if (!mayGive(actor, await standingIn(scope, groupId, actor, here), role)) throw new AppError('not_allowed');
	if (!(await standingIn(scope, groupId, member, here)).member)
		throw new AppError('not_possible_now', 'group_role');
	const post = { id: newId(), groupId, personId, role, since: dayOf(here.now, here.zone) };
	if (!(await addPost(scope, post))) return;
	const subject = { kind: 'group', id: groupId } as const;
	await recordEvent(scope, subject, 'role_given', actor.personId, here.now, { personId, role });
	if (personId !== actor.personId)
		await tellOf(scope, group, [personId], personId, { template: 'group_role', about: post.id }, here);
}

/**
 * Ends a role: whoever may give it, or its holder lays it down. Ended twice is ended.
 * @throws AppError `not_found`, `not_allowed`, `lapsed` / `group`
 */
export async function endRole(scope: Scope, actor: Actor, postId: string, here: Here): Promise<void> {
	const post = await postById(scope, postId);
	// one of today is gone when it is ended
	if (!post) throw new AppError('not_found');
	const { groupId, personId, role } = post;
	await openGroup(scope, groupId);
	const own = personId === actor.personId;
	if (!own && !mayGive(actor, await standingIn(scope, groupId, actor, here), role))
		throw new AppError('not_allowed');
	await endPosts(scope, { id: postId }, dayOf(here.now, here.zone));
	const subject = { kind: 'group', id: groupId } as const;
	await recordEvent(scope, subject, 'role_ended', actor.personId, here.now, { personId, role });
}
