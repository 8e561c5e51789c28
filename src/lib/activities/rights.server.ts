import { mayActFor } from '#lib/accounts/act-for.server.ts';
import { isStaff, type Actor } from '#lib/accounts/people.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { rightsIn } from '#lib/groups/queries.server.ts';
import { mayPlan } from '#lib/groups/rights.ts';
import { AppError } from '#lib/shared/errors.ts';
import { dayOf } from '#lib/shared/time.ts';
import type { Here } from '#lib/ui/dates.ts';
import { knownToLeader } from './known-queries.server.ts';
import * as query from './queries.server.ts';

/** An activity's group, and who leads it. */
type Led = Pick<query.ActivityRow, 'groupId' | 'ledBy'>;

/**
 * True for staff, for who leads the activity himself, and for those who plan for its group.
 * @param activity whose it is
 */
export async function leads(scope: Scope, actor: Actor, activity: Led, here: Here): Promise<boolean> {
	return hasLead(scope, actor, activity, mayPlan, here);
}

/**
 * True for staff, for who leads the activity himself as long as he belongs to its group, and for those who `may` in that group.
 */
export async function hasLead(
	scope: Scope,
	actor: Actor,
	{ groupId, ledBy }: Led,
	may: typeof mayPlan,
	{ now, zone }: Here
): Promise<boolean> {
	if (isStaff(actor)) return true;
	if (groupId === null) return ledBy === actor.personId;
	const standing = await rightsIn(scope, groupId, actor.personId, dayOf(now, zone));
	if (!standing) return false;
	return (standing.member && ledBy === actor.personId) || may(actor, standing);
}

/** True where somebody may plan for a group, or for the community itself where none is named. */
export async function plansFor(
	scope: Scope,
	actor: Actor,
	groupId: string | null,
	{ now, zone }: Here
): Promise<boolean> {
	if (groupId === null) return isStaff(actor);
	const standing = await rightsIn(scope, groupId, actor.personId, dayOf(now, zone));
	return standing !== undefined && mayPlan(actor, standing);
}

/**
 * An activity that the actor leads.
 * @param load how it is read, and locked
 * @throws AppError `not_found`, also to who does not lead it
 */
export async function ledActivity(
	scope: Scope,
	actor: Actor,
	id: string,
	here: Here,
	load: typeof query.activityById = query.activityById
): Promise<query.ActivityRow> {
	const activity = await load(scope, id);
	if (!activity || !(await leads(scope, actor, activity, here))) throw new AppError('not_found');
	return activity;
}

/**
 * A date of an activity that the actor leads, with it.
 * @throws AppError `not_found`
 */
export async function ledDate(
	scope: Scope,
	actor: Actor,
	occurrenceId: string,
	here: Here,
	load: typeof query.activityById = query.activityById
): Promise<{ activity: query.ActivityRow; date: query.OccurrenceRow }> {
	const seen = await query.occurrenceById(scope, occurrenceId);
	if (!seen) throw new AppError('not_found');
	const activity = await ledActivity(scope, actor, seen.activityId, here, load);
	return { activity, date: (await query.occurrenceById(scope, occurrenceId))! };
}

/**
 * Who signs up somebody else is his proxy at this very moment, or leads the activity and knows him from there; staff sign up everybody.
 * @throws AppError `not_allowed` / `activities_proxy`
 */
export async function requireRight(
	scope: Scope,
	actor: Actor,
	personId: string,
	activity: query.ActivityRow,
	here: Here
): Promise<void> {
	if (isStaff(actor) || (await mayActFor(scope, actor, personId, 'book'))) return;
	const leader = await leads(scope, actor, activity, here);
	if (leader && (await knownToLeader(scope, activity, [personId])).has(personId)) return;
	throw new AppError('not_allowed', 'activities_proxy');
}
