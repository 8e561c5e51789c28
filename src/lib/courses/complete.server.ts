import { isStaff, type Actor } from '#lib/accounts/people.ts';
import { attendancesOf } from '#lib/activities/attendance-queries.server.ts';
import { activityById, datesBetween, type ActivityRow } from '#lib/activities/queries.server.ts';
import { ledActivity } from '#lib/activities/rights.server.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { notify } from '#lib/notifications/notify.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { dayOf } from '#lib/shared/time.ts';
import type { Here } from '#lib/ui/dates.ts';
import { certificateNumber } from './certificate.ts';
import { expiryOf, skillOf, standingOf, taught, type Standing } from './completion.ts';
import type { SaidCourse } from './courses.ts';
import * as query from './queries.server.ts';

const [firstDay, lastDay] = ['0001-01-01', '9999-12-31'];

/**
 * Says what a course teaches. Which skill it proves, only staff decide.
 * @throws AppError `not_found` to who does not lead it; `not_allowed` / `courses_skill_by_staff`
 */
export async function describeCourse(
	scope: Scope,
	actor: Actor,
	activityId: string,
	said: SaidCourse,
	here: Here
): Promise<void> {
	await ledActivity(scope, actor, activityId, here);
	const before = await query.courseOf(scope, activityId);
	const sameProof =
		(before?.skill ?? null) === said.skill &&
		(before?.level ?? null) === said.level &&
		(said.skill === null || (before?.months ?? null) === said.months);
	if (!sameProof && !isStaff(actor)) throw new AppError('not_allowed', 'courses_skill_by_staff');
	await query.putCourse(scope, { activityId, ...said });
	const subject = { kind: 'activity', id: activityId } as const;
	await recordEvent(scope, subject, 'course_described', actor.personId, here.now);
}

/** How far these people have come in a course. */
export async function standings(
	scope: Scope,
	activityId: string,
	threshold: number,
	personIds: readonly string[],
	now: Date
): Promise<Map<string, Standing>> {
	const rows = await datesBetween(scope, activityId, firstDay!, lastDay!);
	const dates = rows.map(({ id, status, during }) => ({
		id,
		cancelled: status === 'cancelled',
		end: during.end
	}));
	const attended = await attendancesOf(scope, activityId, personIds);
	const came = Map.groupBy(
		attended.filter(({ status }) => status === 'came'),
		({ personId }) => personId
	);
	return new Map(
		personIds.map((id) => {
			const ids = new Set(came.get(id)?.map(({ occurrenceId }) => occurrenceId));
			return [id, standingOf(dates, ids, threshold, now)];
		})
	);
}

/**
 * Confirms that people completed a course: each gets a certificate, and the skill is confirmed on the card, so that matching
 * finds whoever is a volunteer. Who completed it already is passed over.
 * @returns how many completed it now
 * @throws AppError `not_allowed` for who is not staff; `not_found`; `not_possible_now` / `courses_not_ended`,
 *   `courses_not_reached`
 */
export async function completeCourse(
	scope: Scope,
	actor: Actor,
	{ activityId, personIds }: { activityId: string; personIds: readonly string[] },
	here: Here
): Promise<number> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	const activity = await activityById(scope, activityId);
	const course = await query.courseOf(scope, activityId);
	if (!activity || !course) throw new AppError('not_found');
	const reached = await standings(scope, activityId, course.threshold, personIds, here.now);
	let count = 0;
	for (const [personId, standing] of reached) {
		if (!standing.ended) throw new AppError('not_possible_now', 'courses_not_ended');
		if (!standing.reached) throw new AppError('not_possible_now', 'courses_not_reached');
		if (await completeOne(scope, actor, { activity, course, personId, standing }, here)) count++;
	}
	return count;
}

async function completeOne(
	scope: Scope,
	actor: Actor,
	given: { activity: ActivityRow; course: query.CourseRow; personId: string; standing: Standing },
	{ now, zone }: Here
): Promise<boolean> {
	const { activity, course, personId, standing } = given;
	const id = newId();
	const completedOn = dayOf(now, zone);
	const expiresOn = expiryOf(completedOn, course.months);
	const by = { confirmedBy: actor.personId, confirmedAt: now };
	const proof = skillOf(course);
	const added = await query.addCompletion(scope, {
		...{ id, personId, completedOn, expiresOn, ...by, held: standing.held, attended: standing.attended },
		activityId: activity.id,
		number: certificateNumber(id),
		skill: course.skill,
		level: course.level,
		...{ revokedAt: null, revokedBy: null, reason: null }
	});
	if (!added) return false;
	if (proof) {
		const held = (await query.heldForUpdate(scope, personId, proof.skill)) ?? null;
		const stands = held as Parameters<typeof taught>[0];
		await query.putHeld(scope, { personId, ...taught(stands, { ...proof, ...by, expiresOn }) });
	}
	const subject = { kind: 'activity', id: activity.id } as const;
	await recordEvent(scope, subject, 'course_completed', actor.personId, now, { personId });
	const params = { activity: activity.name, activityEn: activity.nameEn, at: now.toISOString() };
	const news = { template: 'course_completed', params, path: '/certificates', about: id } as const;
	await notify(scope, [personId], news, now);
	return true;
}

/**
 * Takes a completion back, and with it the skill that it put on the card.
 * @throws AppError `not_allowed` for who is not staff; `not_found` where it does not count any more
 */
export async function revokeCompletion(
	scope: Scope,
	actor: Actor,
	{ id, reason }: { id: string; reason: string },
	now: Date
): Promise<void> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	const row = await query.revoke(scope, id, { revokedAt: now, revokedBy: actor.personId, reason });
	if (!row) throw new AppError('not_found');
	const { personId, skill, confirmedAt, activityId } = row;
	if (skill) await query.dropHeld(scope, { personId, skill, confirmedAt });
	const subject = { kind: 'activity', id: activityId } as const;
	await recordEvent(scope, subject, 'completion_revoked', actor.personId, now, { personId });
	const activity = await activityById(scope, activityId);
	const params = {
		...{ activity: activity!.name, activityEn: activity!.nameEn, at: now.toISOString() },
		reason
	};
	const news = { template: 'certificate_revoked', params, path: '/certificates', about: id } as const;
	await notify(scope, [personId], news, now);
}
