import type { Scope } from '#lib/db/client.server.ts';
import { silence } from '#lib/matching/desk.ts';
import { m } from '#lib/paraglide/messages.js';
import { addDays, clockOf, dayOf, instantAt } from '#lib/shared/time.ts';
import { isNeed } from '#lib/skills/needs.ts';
import { needName } from '#lib/skills/words.ts';
import { sayWhen, type Here } from '#lib/ui/dates.ts';
import { visitLine } from './pair-page.server.ts';
import {
	namedVisit,
	nobodyCame,
	visitsToConfirm,
	visitsWithin,
	type NamedVisit
} from './visit-queries.server.ts';

const pathOf = ({ campaignId, task }: NamedVisit) => `pairings/${campaignId}/pairs/${task.subjectId}`;

/** Visits that wait for somebody's word, as the desk's list of services to confirm shows them. */
export async function visitLinesToConfirm(scope: Scope, here: Here) {
	return (await visitsToConfirm(scope)).map(({ task, member, resident }) => {
		const since = task.finishedAt ?? task.during.end;
		return {
			id: task.id,
			title: m.pairings_visit(),
			line: m.desk_task_line({ doer: member, helped: resident }),
			since: m.desk_judge_since({ when: sayWhen(since, here) }),
			disputed: task.status === 'disputed',
			overdue: here.now.getTime() - since.getTime() >= silence
		};
	});
}

/** One visit as the desk confirms it; null where it is none. */
export async function deskVisit(scope: Scope, id: string) {
	const visit = await namedVisit(scope, id);
	if (!visit) return null;
	return {
		task: visit.task,
		doer: visit.member,
		helped: visit.resident,
		/** What the resident says where it is not what was reported. */
		said: visit.task.reason === nobodyCame ? m.pairings_nobody_came() : visit.task.reason,
		title: isNeed(visit.need) ? needName(visit.need) : m.pairings_visit(),
		path: pathOf(visit)
	};
}

/** The visits of the local day, in order of time; those missed too. */
export async function visitsToday(scope: Scope, here: Here) {
	const { now, zone } = here;
	const today = dayOf(now, zone);
	const day = { start: instantAt(today, '00:00', zone), end: instantAt(addDays(today, 1), '00:00', zone) };
	return (await visitsWithin(scope, day)).map((visit) => ({
		id: visit.task.id,
		title: `${clockOf(visit.task.during.start, zone)} ${visit.resident}`,
		text: m.pairings_visited_by({ name: visit.member }),
		path: pathOf(visit),
		state: visitLine(visit.task, here).state
	}));
}
