import { communityKey, sealFor } from '#lib/accounts/keys.server.ts';
import { isStaff, type Actor } from '#lib/accounts/people.ts';
import { personById, type PersonRow } from '#lib/accounts/queries.server.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { dayOf } from '#lib/shared/time.ts';
import type { Here } from '#lib/ui/dates.ts';
import { openGroup, requirePlace, requireRight } from './group-for.server.ts';
import type { MemberState } from './groups.ts';
import { requireShared } from './guests.server.ts';
import { stateOnJoining, stateOnLeaving } from './membership.ts';
import * as query from './member-queries.server.ts';
import { endPosts, postsOn } from './post-queries.server.ts';
import type { GroupRow } from './queries.server.ts';
import { leadsAlone } from './rights.ts';
import { leadingIds, tellOf } from './tell.server.ts';

/** Somebody's wish to belong, by himself or by who may act for him. */
export interface Wish {
	groupId: string;
	personId: string;
	/** To the group's question. */
	answer: string | null;
	/** The other members may see the name. */
	shown: boolean;
}

/** Who leaves a group. */
export interface Leaving {
	groupId: string;
	personId: string;
	/** He knows that nobody leads it when he is gone. */
	sure?: boolean;
}

/**
 * Joins a group: at once where it is open, where one was invited, and where staff enter somebody; otherwise a wish that
 * a leader answers.
 * @throws AppError `not_allowed` with `group_proxy`, or `group_from_home` for a guest, who is asked at home each time whether his
 *   data may be handed on; `not_found`, `lapsed` / `group`, `invalid` / `answer` where the question was not answered, `already_taken` with `group_member`, `group_asked` or `group_full`, `not_possible_now` /
 *   `group_by_invitation`, or `group_not_shared` for a guest from a community to which the group is not open
 */
export async function joinGroup(
	scope: Scope,
	actor: Actor,
	wish: Wish,
	here: Here
): Promise<'member' | 'asked'> {
	await requireRight(scope, actor, wish.personId);
	if (!isStaff(actor)) await requireFromHere(scope, wish.personId);
	return joinRightly(scope, actor, wish, here);
}

async function requireFromHere(scope: Scope, personId: string): Promise<void> {
	const person = await personById(scope, personId);
	if (person?.kind === 'guest') throw new AppError('not_allowed', 'group_from_home');
}

/** The same where somebody saw to it before that `actor` may do it, in the community in which that is known. */
export async function joinRightly(
	scope: Scope,
	actor: Actor,
	wish: Wish,
	here: Here
): Promise<'member' | 'asked'> {
	const group = await openGroup(scope, wish.groupId);
	const person = await personById(scope, wish.personId);
	if (!person || person.kind === 'unit') throw new AppError('not_found');
	const [standing] = await query.standingOf(scope, group.id, [person.id]);
	const entered = isStaff(actor) && person.id !== actor.personId;
	if (standing?.status === 'member') throw new AppError('already_taken', 'group_member');
	if (standing?.status === 'asked' && !entered) throw new AppError('already_taken', 'group_asked');
	await requireShared(scope, group.id, person);
	const invited = standing?.status === 'invited';
	const status = entered ? 'member' : stateOnJoining(group.join, invited);
	if (group.question && !invited && !entered && !wish.answer) throw new AppError('invalid', 'answer');
	await requirePlace(scope, group);
	await enter(scope, group, person, { ...wish, id: standing?.id, status }, here.now);
	await happened(scope, actor, group, wish.personId, { status, invited }, here);
	return status;
}

async function enter(
	scope: Scope,
	{ id: groupId }: GroupRow,
	person: PersonRow,
	{ id: standing, status, shown, answer }: Wish & { id: string | undefined; status: 'member' | 'asked' },
	now: Date
): Promise<void> {
	if (standing) {
		if (!(await query.moveMember(scope, standing, { status: 'member', shown, since: now })))
			throw new AppError('changed_meanwhile');
		return;
	}
	const id = newId();
	const answerSealed =
		answer && sealFor(await communityKey(scope), person, answer, `group_members.answer:${id}`);
	const row = {
		id,
		groupId,
		personId: person.id,
		status,
		shown,
		answerSealed: answerSealed || null,
		since: now
	};
	if (!(await query.addMember(scope, row))) throw new AppError('already_taken', 'group_asked');
}

async function happened(
	scope: Scope,
	actor: Actor,
	group: GroupRow,
	personId: string,
	{ status, invited }: { status: MemberState; invited: boolean },
	here: Here
): Promise<void> {
	const what = status === 'asked' ? 'wish' : 'joined';
	await recordEvent(scope, { kind: 'group', id: group.id }, what, actor.personId, here.now, { personId });
	const about = `${personId}:${here.now.toISOString()}`;
	const leading = await leadingIds(scope, group.id, here);
	const page = '/members';
	if (status === 'asked')
		await tellOf(scope, group, leading, personId, { template: 'group_wish', about, page }, here);
	if (status === 'asked') return;
	if (invited)
		await tellOf(
			scope,
			group,
			leading,
			personId,
			{ template: 'group_invitation_accepted', about, page },
			here
		);
	if (personId !== actor.personId)
		await tellOf(scope, group, [personId], personId, { template: 'group_let_in', about }, here);
}

/**
 * Says yes or no to an invitation.
 * @throws AppError as `joinGroup`; `lapsed` / `group_invitation` where it stands no longer
 */
export async function answerInvitation(
	scope: Scope,
	actor: Actor,
	{ yes, ...wish }: Omit<Wish, 'answer'> & { yes: boolean },
	here: Here
): Promise<void> {
	const [standing] = await query.standingOf(scope, wish.groupId, [wish.personId]);
	if (standing?.status !== 'invited') throw new AppError('lapsed', 'group_invitation');
	await requireRight(scope, actor, wish.personId);
	if (yes) await joinRightly(scope, actor, { ...wish, answer: null }, here);
	else await leaveRightly(scope, actor, wish, here);
}

/**
 * Leaves a group, takes back a wish, or declines an invitation. Roles end with it. Who does not stand there has left.
 * @throws AppError `not_allowed` / `group_proxy`, `not_found`, `lapsed` / `group`; `not_possible_now` / `group_leads_alone` where
 *   nobody leads it without him and he was not asked
 */
export async function leaveGroup(scope: Scope, actor: Actor, wish: Leaving, here: Here): Promise<void> {
	await requireRight(scope, actor, wish.personId);
	await leaveRightly(scope, actor, wish, here);
}

/** The same where somebody saw to it before that `actor` may do it. */
export async function leaveRightly(
	scope: Scope,
	actor: Actor,
	{ groupId, personId, sure }: Leaving,
	here: Here
): Promise<void> {
	const group = await openGroup(scope, groupId);
	const today = dayOf(here.now, here.zone);
	if (!sure && leadsAlone(await postsOn(scope, groupId, today), personId)) {
		throw new AppError('not_possible_now', 'group_leads_alone');
	}
	const [standing] = await query.standingOf(scope, groupId, [personId]);
	if (!standing) return;
	const status = stateOnLeaving(standing.status as Parameters<typeof stateOnLeaving>[0]);
	await query.moveMember(scope, standing.id, { status, endedAt: here.now });
	await recordEvent(scope, { kind: 'group', id: groupId }, status, actor.personId, here.now, { personId });
	if (status !== 'left') return;
	await endPosts(scope, { groupId, personId }, today);
	const about = `${personId}:${here.now.toISOString()}`;
	const leading = (await leadingIds(scope, groupId, here)).filter((id) => id !== actor.personId);
	await tellOf(scope, group, leading, personId, { template: 'group_left', about, page: '/members' }, here);
}
