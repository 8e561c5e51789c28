import { tasksToJudge } from '#lib/matching/desk-queries.server.ts';
import { placeName } from '#lib/matching/desk-words.ts';
import { silence } from '#lib/matching/desk.ts';
import { m } from '#lib/paraglide/messages.js';
import { visitLinesToConfirm } from '#lib/pairings/visit-lines.server.ts';
import { requestName } from '#lib/requests/words.ts';
import { sayWhen } from '#lib/ui/dates.ts';
import { readAsStaff } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, now, zone }) => {
		const helps = (await tasksToJudge(scope)).map((row) => {
			const { task, doer, helped } = row;
			const since = task.finishedAt ?? task.during.end;
			return {
				id: task.id,
				title: requestName(row),
				line: [m.desk_task_line({ doer, helped }), placeName(row)].filter(Boolean).join(' · '),
				since: m.desk_judge_since({ when: sayWhen(since, { now, zone }) }),
				disputed: task.status === 'disputed',
				overdue: now.getTime() - since.getTime() >= silence
			};
		});
		return { tasks: [...helps, ...(await visitLinesToConfirm(scope, { now, zone }))] };
	});
