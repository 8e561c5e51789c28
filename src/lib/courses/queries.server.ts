import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import { people } from '../accounts/tables.server.ts';
import { activities } from '../activities/tables.server.ts';
import type { Scope } from '../db/client.server.ts';
import { heldSkills } from '../skills/tables.server.ts';
import { courseCompletions, courses } from './tables.server.ts';

export type CourseRow = typeof courses.$inferSelect;
export type CompletionRow = typeof courseCompletions.$inferSelect;
export type HeldRow = typeof heldSkills.$inferSelect;

export async function courseOf(scope: Scope, activityId: string): Promise<CourseRow | undefined> {
	const [row] = await scope.tx
		.select()
		.from(courses)
		.where(and(eq(courses.communityId, scope.communityId), eq(courses.activityId, activityId)));
	return row;
}

/** Says what a course teaches, in the place of what was said. */
export async function putCourse(scope: Scope, row: Omit<CourseRow, 'communityId'>): Promise<void> {
	const { activityId: _, ...said } = row;
	await scope.tx
		.insert(courses)
		.values({ ...row, communityId: scope.communityId })
		.onConflictDoUpdate({ target: [courses.communityId, courses.activityId], set: said });
}

/** Writes down a completion; false where one counts already. */
export async function addCompletion(scope: Scope, row: Omit<CompletionRow, 'communityId'>): Promise<boolean> {
	const added = await scope.tx
		.insert(courseCompletions)
		.values({ ...row, communityId: scope.communityId })
		.onConflictDoNothing()
		.returning({ id: courseCompletions.id });
	return added.length > 0;
}

/** Completions of a course that count. */
export function completionsOf(scope: Scope, activityId: string): Promise<CompletionRow[]> {
	return scope.tx
		.select()
		.from(courseCompletions)
		.where(
			and(
				eq(courseCompletions.communityId, scope.communityId),
				eq(courseCompletions.activityId, activityId),
				isNull(courseCompletions.revokedAt)
			)
		)
		.orderBy(asc(courseCompletions.confirmedAt));
}

/** A completion with the course and the name of whose it is. */
export type Certificate = CompletionRow & { name: string; course: string; courseEn: string };

const certificate = (scope: Scope) =>
	scope.tx
		.select({
			row: courseCompletions,
			name: people.name,
			course: activities.name,
			courseEn: activities.nameEn
		})
		.from(courseCompletions)
		.innerJoin(
			people,
			and(eq(people.communityId, scope.communityId), eq(people.id, courseCompletions.personId))
		)
		.innerJoin(
			activities,
			and(eq(activities.communityId, scope.communityId), eq(activities.id, courseCompletions.activityId))
		);

export async function certificateByNumber(scope: Scope, number: string): Promise<Certificate | undefined> {
	const [found] = await certificate(scope).where(
		and(eq(courseCompletions.communityId, scope.communityId), eq(courseCompletions.number, number))
	);
	return found && { ...found.row, name: found.name, course: found.course, courseEn: found.courseEn };
}

/** All that somebody has completed, the last first; revoked ones too. */
export async function certificatesOf(scope: Scope, personId: string): Promise<Certificate[]> {
	const rows = await certificate(scope)
		.where(
			and(eq(courseCompletions.communityId, scope.communityId), eq(courseCompletions.personId, personId))
		)
		.orderBy(desc(courseCompletions.confirmedAt));
	return rows.map(({ row, ...names }) => ({ ...row, ...names }));
}

/** Takes a completion back; undefined where it does not count any more. */
export async function revoke(
	scope: Scope,
	id: string,
	by: { revokedAt: Date; revokedBy: string; reason: string }
): Promise<CompletionRow | undefined> {
	const [row] = await scope.tx
		.update(courseCompletions)
		.set(by)
		.where(
			and(
				eq(courseCompletions.communityId, scope.communityId),
				eq(courseCompletions.id, id),
				isNull(courseCompletions.revokedAt)
			)
		)
		.returning();
	return row;
}

const held = (scope: Scope, personId: string, skill: string) =>
	and(
		eq(heldSkills.communityId, scope.communityId),
		eq(heldSkills.personId, personId),
		eq(heldSkills.skill, skill)
	);

/** A skill on somebody's card, locked. */
export async function heldForUpdate(
	scope: Scope,
	personId: string,
	skill: string
): Promise<HeldRow | undefined> {
	const [row] = await scope.tx
		.select()
		.from(heldSkills)
		.where(held(scope, personId, skill))
		.for('update');
	return row;
}

export async function putHeld(scope: Scope, row: Omit<HeldRow, 'communityId'>): Promise<void> {
	const { personId: _, skill: __, ...said } = row;
	await scope.tx
		.insert(heldSkills)
		.values({ ...row, communityId: scope.communityId })
		.onConflictDoUpdate({
			target: [heldSkills.communityId, heldSkills.personId, heldSkills.skill],
			set: said
		});
}

/** Takes a skill off the card where it stands there by what was confirmed at this instant. */
export async function dropHeld(
	scope: Scope,
	{ personId, skill, confirmedAt }: { personId: string; skill: string; confirmedAt: Date }
): Promise<void> {
	await scope.tx
		.delete(heldSkills)
		.where(and(held(scope, personId, skill), eq(heldSkills.confirmedAt, confirmedAt)));
}
