import { countPeople } from '#lib/accounts/list-queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { totalBetween } from '#lib/records/queries.server.ts';
import { requestName } from '#lib/requests/words.ts';
import { addDays, clockOf, dayOf, instantAt, monthStart, overlaps } from '#lib/shared/time.ts';
import { helpSpan } from '#lib/tasks/help-span.ts';
import type { Here } from '#lib/ui/dates.ts';
import { countCards } from '#lib/volunteers/queries.server.ts';
import { taskStates } from './arrangement.server.ts';
import * as query from './desk-queries.server.ts';
import { placeName } from './desk-words.ts';
import { silence } from './desk.ts';
import type { Tagged } from './desk-list.server.ts';

/** What waits for staff, by kind. */
export interface Waiting extends Record<
	'new' | 'answered' | 'questioned' | 'reopened' | 'other_time',
	number
> {
	disputed: number;
	/** Done for three days, and the one helped has not said anything. */
	silent: number;
	cards: number;
	unverified: number;
}

/** A promise of today, in words. */
export interface TodayTask {
	taskId: string;
	requestId: string;
	clock: string;
	title: string;
	doer: string;
	helped: string;
	place: string | null;
	state: Tagged;
}

export interface Figures {
	/** Requests made this month, and those of them for which somebody was found. */
	made: number;
	filled: number;
	minutes: number;
	services: number;
	served: number;
}

/** Everything that waits for staff, counted. */
export async function waitingNow(scope: Scope, now: Date): Promise<Waiting & { waiting: number }> {
	const everyone = { tokens: [], limit: 0, offset: 0 };
	return {
		...(await query.deskCounts(scope)),
		...(await query.countToJudge(scope, new Date(now.getTime() - silence))),
		cards: await countCards(scope, 'submitted'),
		unverified: await countPeople(scope, { ...everyone, show: 'unverified' })
	};
}

/** The promises of the local day, in order of time. */
export async function tasksToday(scope: Scope, { now, zone }: Here): Promise<TodayTask[]> {
	const today = dayOf(now, zone);
	const start = instantAt(today, '00:00', zone);
	const end = instantAt(addDays(today, 1), '00:00', zone);
	const found = (await query.tasksWithin(scope, { start, end }))
		.map((row) => ({ row, span: helpSpan(row.task) }))
		.filter(({ span }) => overlaps(span, { start, end }))
		.sort((a, b) => a.span.start.getTime() - b.span.start.getTime());
	return found.map(({ row, span }) => {
		const [words, tone] = taskStates[row.task.status];
		return {
			taskId: row.task.id,
			requestId: row.task.subjectId,
			clock: clockOf(span.start, zone),
			title: requestName(row),
			doer: row.doer,
			helped: row.helped,
			place: placeName(row),
			state: { words: words(), tone }
		};
	});
}

/** The figures of the local month so far. */
export async function figuresOfMonth(scope: Scope, { now, zone }: Here): Promise<Figures> {
	const start = monthStart(now, zone);
	const made = await query.requestsMade(scope, { start, end: new Date(now.getTime() + 1) });
	const total = await totalBetween(scope, dayOf(start, zone), dayOf(now, zone));
	return { ...made, ...total };
}
