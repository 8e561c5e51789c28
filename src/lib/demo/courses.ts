import { certificateNumber } from '#lib/courses/certificate.ts';
import { expiryOf, standingOf } from '#lib/courses/completion.ts';
import { dayOf } from '#lib/shared/time.ts';
import type { Draft } from './draft.ts';
import type { ActivityRow, CourseRow } from './rows.ts';

type Taught = Required<Omit<CourseRow, 'activityId'>>;

const noProof = { skill: null, level: null, months: null };

/** What the courses of the demo world teach, by their names. */
const taught: Record<string, Taught> = {
	智能手机班: { teacher: '林晓慧', material: '自己的手机和充电线', threshold: 75, ...noProof },
	书画课: { teacher: '老年大学书画班', material: '毛笔、墨汁、毛边纸', threshold: 60, ...noProof },
	急救技能班: {
		...{ teacher: '卫生服务站护士', material: '三角巾一条，课上发\n穿方便蹲下的裤子' },
		...{ threshold: 75, skill: 'first_aid', level: 2, months: 24 }
	},
	秋季急救技能班: {
		...{ teacher: '卫生服务站护士', material: '三角巾一条，课上发' },
		...{ threshold: 75, skill: 'first_aid', level: 2, months: 24 }
	}
};

/** What the courses teach, and who completed those that are over. */
export function teachCourses(draft: Draft): void {
	for (const activity of draft.rows.activities) {
		const course = activity.kind === 'course' ? taught[activity.name] : undefined;
		if (!course) continue;
		draft.rows.courses.push({ ...course, activityId: activity.id });
		complete(draft, activity, course);
	}
}

function complete(draft: Draft, activity: ActivityRow, course: Taught): void {
	const { rows, calendar, staff, id } = draft;
	const dates = rows.occurrences
		.filter(({ activityId }) => activityId === activity.id)
		.map((one) => ({ id: one.id, cancelled: one.status === 'cancelled', end: one.during.end }));
	const own = new Set(dates.map((one) => one.id));
	const came = Map.groupBy(
		rows.attendances.filter(({ occurrenceId, status }) => own.has(occurrenceId) && status === 'came'),
		({ personId }) => personId
	);
	const last = new Date(Math.max(...dates.map(({ end }) => +end)));
	const confirmedAt = new Date(last.getTime() + 60 * 60_000);
	for (const [personId, attended] of came) {
		const ids = new Set(attended.map(({ occurrenceId }) => occurrenceId));
		const standing = standingOf(dates, ids, course.threshold, calendar.at(0, 0));
		if (!standing.ended || !standing.reached) continue;
		const by = { confirmedAt, confirmedBy: staff[1]!.id };
		const completedOn = dayOf(confirmedAt, 'Asia/Shanghai');
		const expiresOn = expiryOf(completedOn, course.months);
		const completionId = id('completion');
		rows.courseCompletions.push({
			...{
				id: completionId,
				number: certificateNumber(completionId),
				activityId: activity.id,
				personId,
				...by
			},
			...{ held: standing.held, attended: standing.attended, completedOn, expiresOn },
			...{ skill: course.skill, level: course.level }
		});
		const { skill, level } = course;
		if (!skill || !level) continue;
		if (rows.heldSkills.some((held) => held.personId === personId && held.skill === skill)) continue;
		rows.heldSkills.push({ personId, skill, level, ...by, expiresOn });
	}
}
