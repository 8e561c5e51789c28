import { isStaff, type Actor } from '#lib/accounts/people.ts';
import { activityById } from '#lib/activities/queries.server.ts';
import { leads } from '#lib/activities/rights.server.ts';
import { listSignUps } from '#lib/activities/sign-up-queries.server.ts';
import { nameOf } from '#lib/activities/words.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import type { Here } from '#lib/ui/dates.ts';
import { standings } from './complete.server.ts';
import { usualThreshold } from './courses.ts';
import * as query from './queries.server.ts';
import { proofSaid, standingSaid } from './words.ts';

/** Somebody in a course, as who leads it sees him. */
export interface CourseComer {
	personId: string;
	name: string;
	standing: string;
	/** May be confirmed now. */
	ready: boolean;
	/** What counts already. */
	completion: { id: string; number: string } | null;
}

/**
 * What a course teaches and how far one has come; to who leads it also how far all others have.
 * @throws AppError `not_found` for what is no course, and for a draft of others
 */
export async function coursePage(scope: Scope, actor: Actor, activityId: string, here: Here) {
	const activity = await activityById(scope, activityId);
	if (!activity || activity.kind !== 'course') throw new AppError('not_found');
	const leader = await leads(scope, actor, activity, here);
	if (activity.status === 'draft' && !leader) throw new AppError('not_found');
	const course = await query.courseOf(scope, activityId);
	const threshold = course?.threshold ?? usualThreshold;
	const listed = (await listSignUps(scope, activityId)).filter(({ status }) => status === 'signed');
	const names = new Map(listed.map(({ personId, name }) => [personId, name]));
	const seen = leader ? [...names.keys()] : [...names.keys()].filter((id) => id === actor.personId);
	const reached = await standings(scope, activityId, threshold, seen, here.now);
	const done = new Map((await query.completionsOf(scope, activityId)).map((one) => [one.personId, one]));
	const comers = seen.map((personId): CourseComer => {
		const standing = reached.get(personId)!;
		const completion = done.get(personId);
		return {
			personId,
			name: names.get(personId)!,
			standing: standingSaid(standing),
			ready: standing.ended && standing.reached && !completion,
			completion: completion ? { id: completion.id, number: completion.number } : null
		};
	});
	const own = comers.find(({ personId }) => personId === actor.personId);
	return {
		title: nameOf(activity),
		course: course
			? { ...course, proof: proofSaid(course), material: course.material.split('\n').filter(Boolean) }
			: null,
		said: course ?? { teacher: '', material: '', threshold, skill: null, level: null, months: null },
		own: own ?? null,
		leader,
		staff: isStaff(actor),
		comers: leader ? comers : []
	};
}
