import { findPeople, type FoundPerson } from '#lib/accounts/find-people.server.ts';
import { isStaff, type Actor } from '#lib/accounts/people.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import type { Here } from '#lib/ui/dates.ts';
import { mustAsk } from './fitness.ts';
import { knownToLeader } from './known-queries.server.ts';
import * as query from './queries.server.ts';
import { ledActivity } from './rights.server.ts';
import { signUp } from './sign-up.server.ts';

/** Somebody whom the one who leads puts on the list. */
export interface Entry {
	activityId: string;
	personId: string;
	/** Null: all dates that are left. */
	occurrenceId: string | null;
	companions: number;
	/** He was told of the risk and asked for what it takes. */
	asked: boolean;
}

/** Whom the one who leads may put on the list, by name, initials or phone: staff everybody, others whom they know from here. */
export async function findForList(
	scope: Scope,
	actor: Actor,
	activity: query.ActivityRow,
	said: string
): Promise<FoundPerson[]> {
	if (isStaff(actor)) return findPeople(scope, said);
	return findPeople(scope, said, undefined, await knownToLeader(scope, activity, null));
}

/**
 * Puts somebody on the list on his word, who is told and may withdraw; where it is full, he waits.
 * @throws AppError `not_found` to who does not lead the activity; `invalid` / `asked`; otherwise as `signUp`
 */
export async function enter(
	scope: Scope,
	actor: Actor,
	{ asked, ...entry }: Entry,
	here: Here
): Promise<'signed' | 'waiting'> {
	const activity = await ledActivity(scope, actor, entry.activityId, here);
	if (mustAsk(activity) && !asked) throw new AppError('invalid', 'asked');
	const wish = { ...entry, fit: activity.fitness, wait: true };
	return (await signUp(scope, actor, wish, here)).status;
}
