import type { Actor } from '#lib/accounts/people.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { openGroup } from '#lib/groups/group-for.server.ts';
import { tellMembers } from '#lib/groups/message.server.ts';
import type { GroupRow } from '#lib/groups/queries.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { dayOf, type Day } from '#lib/shared/time.ts';
import type { Here } from '#lib/ui/dates.ts';
import { writeDates } from './dates.server.ts';
import type { Quarter } from './quarter.ts';
import * as activities from './queries.server.ts';
import { conflictsOf, lineOf } from './term-conflicts.ts';
import { standingLines, termContext } from './term-context.server.ts';
import { draftTerm, type SeenTerm } from './term-edit.server.ts';
import * as query from './term-queries.server.ts';
import { rowName, sayDays } from './term-words.ts';
import type { TermRow } from './term.ts';

/** What stands in the way of publishing: a row, and the day, or null where it is all of it. */
interface Hindrance {
	row: TermRow;
	day: Day | null;
}

/**
 * Publishes a draft: all its activities with their dates and rooms, or nothing. The members are told once, each in his own
 * language; that is none of the letters that a leader may write in a week.
 * @returns how many activities and dates there are, and how many members were told
 * @throws AppError as `draftTerm`; `not_possible_now` / `term_empty`; `already_taken` / `term_conflicts` that names rows and
 *   days
 */
export async function publishTerm(
	scope: Scope,
	actor: Actor,
	seen: SeenTerm,
	here: Here
): Promise<{ activities: number; dates: number; told: number }> {
	const { plan, quarter } = await draftTerm(scope, actor, seen, here);
	const group = await openGroup(scope, seen.groupId);
	if (plan.rows.length === 0) throw new AppError('not_possible_now', 'term_empty');
	refuse(await hindrancesOf(scope, plan, quarter, here));
	const change = { publishedAt: here.now, publishedBy: actor.personId, earlier: [] };
	await query.changeTermPlan(scope, plan.id, change);
	const dates = await writeRows(scope, actor, plan, group, here);
	const count = plan.rows.length;
	const subject = { kind: 'group', id: group.id } as const;
	const [year, number] = quarter.key.split('-') as [string, string];
	const said = { year, number, count, dates };
	await recordEvent(scope, subject, 'term_published', actor.personId, here.now, said);
	const news = {
		template: 'group_term',
		about: plan.id,
		params: { year, number, count },
		page: `/plan?quarter=${quarter.key}`
	} as const;
	const told = await tellMembers(scope, group, actor.personId, news, here);
	return { activities: count, dates, told };
}

async function hindrancesOf(
	scope: Scope,
	{ groupId, rows }: query.TermPlanRow,
	quarter: Quarter,
	here: Here
): Promise<Hindrance[]> {
	const dates = await query.datesOfGroup(scope, groupId, quarter);
	const standing = await standingLines(scope, groupId, quarter, dates, here);
	const context = await termContext(scope, rows, standing, quarter, here);
	return rows.flatMap((row) => conflictsOf(lineOf(row, here), context).map(({ day }) => ({ row, day })));
}

/** Where something stands in the way, nothing is published. */
function refuse(hindrances: readonly Hindrance[]): void {
	if (hindrances.length === 0) return;
	const byRow = Map.groupBy(hindrances, ({ row }) => row);
	const rows = [...byRow].map(([row, all]) => {
		const name = rowName(row);
		const days = all.flatMap(({ day }) => day ?? []);
		return days.length > 0 ? m.term_row_days({ name, days: sayDays(days) }) : name;
	});
	throw new AppError('already_taken', 'term_conflicts', { rows: rows.join(m.term_semicolon()) });
}

/** Writes all activities with their dates and rooms. @returns how many dates */
async function writeRows(
	scope: Scope,
	actor: Actor,
	plan: query.TermPlanRow,
	group: GroupRow,
	here: Here
): Promise<number> {
	const likes = await query.activitiesByIds(
		scope,
		plan.rows.flatMap(({ like }) => like ?? [])
	);
	const refused: Hindrance[] = [];
	let count = 0;
	for (const row of plan.rows) {
		const like = likes.find(({ id }) => id === row.like);
		const activity = activityOf(row, like, group, plan.id, here.now);
		await activities.addActivity(scope, activity);
		const written = (await activities.activityForUpdate(scope, activity.id))!;
		const taken = async (_: AppError, { start }: { start: Date }) => {
			refused.push({ row, day: dayOf(start, here.zone) });
		};
		const planned = { until: row.lastDay, changes: row.changes ?? [] };
		count += await writeDates(scope, written, here, taken, planned);
		const subject = { kind: 'activity', id: activity.id } as const;
		await recordEvent(scope, subject, 'published', actor.personId, here.now, { plan: plan.quarter });
	}
	// somebody took a room while the plan was looked at
	refuse(refused);
	return count;
}

/** An activity as a row plans it, with the words and terms of the one that it goes on from, or else the group's. */
function activityOf(
	row: TermRow,
	like: activities.ActivityRow | undefined,
	group: GroupRow,
	termPlanId: string,
	now: Date
) {
	const { name, kind, except, venueId, place, firstDay, startMinute, minutes, seats, ledBy } = row;
	const { theme, words, wordsEn } = like ?? group;
	const rule = row.rule && `${row.rule};UNTIL=${row.lastDay.replaceAll('-', '')}T235959Z`;
	return {
		...{ id: newId(), groupId: group.id, termPlanId, kind, theme, name, words, wordsEn, venueId, place },
		nameEn: row.nameEn ?? (like?.name === name ? like.nameEn : ''),
		placeEn: like?.place === place ? like.placeEn : '',
		...{ firstDay, startMinute, minutes, rule, exceptDays: except, seats, ledBy },
		signUp: rule === null ? ('date' as const) : (like?.signUp ?? 'either'),
		minimum: Math.min(like?.minimum ?? 0, seats ?? Infinity),
		companions: like?.companions ?? 0,
		closesMinutes: like?.closesMinutes ?? 0,
		youngest: like?.youngest ?? null,
		oldest: like?.oldest ?? null,
		residentsOnly: like?.residentsOnly ?? false,
		risk: like?.risk ?? null,
		riskEn: like?.riskEn ?? '',
		status: 'published' as const,
		createdAt: now,
		publishedAt: now
	};
}
