import { personNamed } from '#lib/accounts/named.server.ts';
import type { Actor } from '#lib/accounts/people.ts';
import { personById } from '#lib/accounts/queries.server.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { dayOf } from '#lib/shared/time.ts';
import type { Here } from '#lib/ui/dates.ts';
import { ledGroup, requirePlace, standingIn } from './group-for.server.ts';
import type { RefusalReason, RemovalReason } from './groups.ts';
import { requireShared } from './guests.server.ts';
import * as query from './member-queries.server.ts';
import { endPosts } from './post-queries.server.ts';
import type { GroupRow } from './queries.server.ts';
import { mayRemove } from './rights.ts';
import { tellOf, type GroupNews } from './tell.server.ts';

/** What a leader says to a wish. */
export type WishAnswer = { yes: true } | { yes: false; reason: RefusalReason };

/**
 * Lets somebody in or not. Of two for the last place the second is refused, and the wish stays.
 * @throws AppError `not_found`, `not_allowed`, `lapsed` / `group`, `already_answered`, `already_taken` / `group_full`;
 *   `not_possible_now` / `group_not_shared` for a guest from a community to which the group is not open
 */
export async function answerWish(
	scope: Scope,
	actor: Actor,
	memberId: string,
	answer: WishAnswer,
	here: Here
): Promise<void> {
	const { group, member } = await ledMember(scope, actor, memberId, here);
	if (member.status !== 'asked') throw new AppError('already_answered');
	if (answer.yes) await letIn(scope, actor, group, member, here);
	else {
		const { reason } = answer;
		const end = { status: 'declined', endedAt: here.now, decidedBy: actor.personId, reason } as const;
		await move(scope, actor, group, member, end, { template: 'group_refused' }, here);
	}
}

async function letIn(scope: Scope, actor: Actor, group: GroupRow, member: query.MemberRow, here: Here) {
	await requireShared(scope, group.id, (await personById(scope, member.personId))!);
	await requirePlace(scope, group);
	const begin = { status: 'member', since: here.now, decidedBy: actor.personId } as const;
	await move(scope, actor, group, member, begin, { template: 'group_let_in' }, here);
}

/**
 * Invites somebody whom the leader knows by name and number; who has asked already is let in.
 * @throws AppError `not_found`, `not_allowed`, `lapsed` / `group`, `invalid` with `phone` or `name`, `already_taken` with
 *   `group_member`, `group_invited` or `group_full`, `not_possible_now` / `group_not_shared`
 */
export async function invite(
	scope: Scope,
	actor: Actor,
	{ groupId, name, phone }: { groupId: string; name: string; phone: string },
	here: Here
): Promise<'invited' | 'member'> {
	const { group } = await ledGroup(scope, actor, groupId, here);
	const person = await personNamed(scope, name, phone);
	const [standing] = await query.standingOf(scope, groupId, [person.id]);
	if (standing?.status === 'asked') {
		await letIn(scope, actor, group, standing, here);
		return 'member';
	}
	if (standing) throw new AppError('already_taken', `group_${standing.status}`);
	await requireShared(scope, groupId, person);
	await requirePlace(scope, group);
	const row = { id: newId(), groupId, personId: person.id, status: 'invited', since: here.now } as const;
	await query.addMember(scope, { ...row, decidedBy: actor.personId });
	const news = { template: 'group_invited', params: { by: actor.name } } as const;
	await happened(scope, actor, group, row, news, here);
	return 'invited';
}

/**
 * Takes a member off the list, with a reason, or an invitation back. Roles end with it.
 * @throws AppError `not_found`, `not_allowed`, `lapsed` / `group`, `already_answered`
 */
export async function removeMember(
	scope: Scope,
	actor: Actor,
	memberId: string,
	reason: RemovalReason,
	here: Here
): Promise<void> {
	const { group, standing, member } = await ledMember(scope, actor, memberId, here);
	if (!mayRemove(actor, standing, await standingIn(scope, group.id, member, here)))
		throw new AppError('not_allowed', 'group_leader');
	const end = { endedAt: here.now, decidedBy: actor.personId, reason };
	const news = { template: 'group_removed' } as const;
	if (member.status === 'invited') {
		if (!(await query.moveMember(scope, member.id, { ...end, status: 'withdrawn' })))
			throw new AppError('already_answered');
		return;
	}
	if (member.status !== 'member') throw new AppError('already_answered');
	await move(scope, actor, group, member, { ...end, status: 'removed' }, news, here);
	await endPosts(scope, { groupId: group.id, personId: member.personId }, dayOf(here.now, here.zone));
}

/** Somebody on the list of a group that the actor leads. */
async function ledMember(scope: Scope, actor: Actor, memberId: string, here: Here) {
	const known = await query.memberById(scope, memberId);
	if (!known) throw new AppError('not_found');
	const led = await ledGroup(scope, actor, known.groupId, here);
	// once more, now that the group is locked
	return { ...led, member: (await query.memberById(scope, memberId))! };
}

async function move(
	scope: Scope,
	actor: Actor,
	group: GroupRow,
	member: query.MemberRow,
	change: Parameters<typeof query.moveMember>[2],
	news: Pick<GroupNews, 'template'>,
	here: Here
): Promise<void> {
	if (!(await query.moveMember(scope, member.id, change))) throw new AppError('already_answered');
	await happened(scope, actor, group, member, news, here);
}

async function happened(
	scope: Scope,
	actor: Actor,
	group: GroupRow,
	{ id, personId }: { id: string; personId: string },
	news: Pick<GroupNews, 'template' | 'params'>,
	here: Here
): Promise<void> {
	const subject = { kind: 'group', id: group.id } as const;
	await recordEvent(scope, subject, news.template, actor.personId, here.now, { personId });
	await tellOf(scope, group, [personId], personId, { ...news, about: id }, here);
}
