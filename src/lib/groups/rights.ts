import { isStaff, type Actor } from '#lib/accounts/people.ts';
import type { GroupRole } from './groups.ts';

/** What somebody is in a group on a day. */
export interface Standing {
	/** Belongs to it. */
	member: boolean;
	/** Answers for this on that day. */
	roles: readonly GroupRole[];
	/** The group is over: it can be read and no more. */
	archived: boolean;
}

type Who = Pick<Actor, 'roles'>;

/** Leader and deputy of a group that goes on, and staff: its words, its members, messages to all of them. */
export function mayLead(actor: Who, { roles, archived }: Standing): boolean {
	return !archived && (isStaff(actor) || roles.includes('leader') || roles.includes('deputy'));
}

/** Dates of the group: activities and the rooms they need. The room keeper sees to them too. */
export function mayPlan(actor: Who, standing: Standing): boolean {
	return mayLead(actor, standing) || (!standing.archived && standing.roles.includes('room_keeper'));
}

/** What members hand in is let through by those who lead. What was reported, by somebody other than its author. */
export function mayModerate(
	actor: Pick<Actor, 'personId' | 'roles'>,
	standing: Standing,
	story: { authorId: string; reported: boolean }
): boolean {
	return mayLead(actor, standing) && !(story.reported && story.authorId === actor.personId);
}

/** Members hand in words and pictures of what was done. */
export function mayTell({ member, archived }: Standing): boolean {
	return member && !archived;
}

/** A story is hidden on the word of one whom staff have seen, or of a member. */
export function mayReport({ verified }: Pick<Actor, 'verified'>, { member, archived }: Standing): boolean {
	return !archived && (verified || member);
}

/** Whoever leads takes members off the list; a leader, staff alone do. */
export function mayRemove(actor: Who, standing: Standing, removed: Pick<Standing, 'roles'>): boolean {
	return mayLead(actor, standing) && (isStaff(actor) || !removed.roles.includes('leader'));
}

/** Who leads a group is for staff to say; the leader says who does the rest. */
export function mayGive(actor: Who, standing: Standing, role: GroupRole): boolean {
	if (standing.archived) return false;
	return isStaff(actor) || (role !== 'leader' && standing.roles.includes('leader'));
}

/** True for the one who leads a group without anybody beside him: when he leaves, nobody does. */
export function leadsAlone(
	posts: readonly { personId: string; role: GroupRole }[],
	personId: string
): boolean {
	const leading = posts.filter(({ role }) => role === 'leader' || role === 'deputy');
	return leading.length > 0 && leading.every((one) => one.personId === personId);
}
