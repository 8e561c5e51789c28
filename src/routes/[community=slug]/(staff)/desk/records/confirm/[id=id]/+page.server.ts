import { openContact } from '#lib/accounts/open.server.ts';
import { deskTask } from '#lib/matching/desk-queries.server.ts';
import { placeName } from '#lib/matching/desk-words.ts';
import { handling } from '#lib/matching/desk.ts';
import { annulHelp, confirmHelp } from '#lib/matching/finish.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { annulVisit, confirmVisit } from '#lib/pairings/confirm.server.ts';
import { deskVisit } from '#lib/pairings/visit-lines.server.ts';
import { requestName } from '#lib/requests/words.ts';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { helpSpan } from '#lib/tasks/help-span.ts';
import { sayMinutes, saySpan, sayWhen } from '#lib/ui/dates.ts';
import { readAsStaff, staffAction } from '#lib/web/act.server.ts';
import { optionalText, text, whole, z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, now, zone }) => {
		const row = await deskTask(scope, event.params.id);
		const visit = row ? null : await deskVisit(scope, event.params.id);
		const found = row ?? visit;
		if (!found) throw new AppError('not_found');
		const { task, doer, helped } = found;
		return {
			key: newId(),
			annulKey: newId(),
			task: {
				id: task.id,
				/** What it belongs to, at the desk. */
				path: visit?.path ?? `requests/${task.subjectId}`,
				status: task.status,
				title: visit?.title ?? requestName(row!),
				line: [m.desk_task_line({ doer, helped }), row && placeName(row)].filter(Boolean).join(' · '),
				when: saySpan(helpSpan(task), { now, zone }),
				finished: task.finishedAt && m.desk_judge_since({ when: sayWhen(task.finishedAt, { now, zone }) }),
				said: task.minutes === null ? null : m.desk_confirm_said({ minutes: sayMinutes(task.minutes) }),
				minutes: task.minutes,
				dispute: task.status === 'disputed' ? (visit?.said ?? task.reason) : null,
				helped: { id: task.forPersonId, name: helped },
				doer: { id: task.personId, name: doer }
			}
		};
	});

const schema = z.object({
	minutes: whole(1, 1440),
	minutes_reason: optionalText(200),
	rating: z
		.enum(['', '1', '2', '3', '4', '5'])
		.default('')
		.transform((value) => (value === '' ? null : Number(value))),
	thanks: optionalText(300)
});

export const actions: Actions = {
	confirm: staffAction(schema, async ({ scope, actor, now, zone, community }, data, { params }) => {
		const { minutes, minutes_reason: reason, rating, thanks } = data;
		const visit = await deskVisit(scope, params.id!);
		const confirm = visit ? confirmVisit : confirmHelp;
		await confirm(scope, actor, { taskId: params.id!, rating, thanks, minutes, reason }, now, zone);
		const name = (visit ?? (await deskTask(scope, params.id!)))?.doer ?? '';
		const to = `/${community.slug}/desk/records/confirm`;
		return { to, flash: { words: m.desk_confirm_flash({ name }) } };
	}),

	annul: staffAction(z.object({ words: text(200) }), async (act, { words }, { params }) => {
		const visit = await deskVisit(act.scope, params.id!);
		if (visit) await annulVisit(act.scope, act.actor, params.id!, act.now);
		else await annulHelp(act.scope, act.actor, { taskId: params.id!, words }, act.now);
		const to = `/${act.community.slug}/desk/records/confirm`;
		return { to, flash: { words: m.desk_annul_flash() } };
	}),

	phone: staffAction(z.object({ person: z.uuid() }), async ({ scope, actor, now }, { person }) => {
		const opening = { personId: person, what: 'phone' as const, reason: handling };
		return { shown: { person, phone: (await openContact(scope, actor, opening, now)).phone } };
	})
};
