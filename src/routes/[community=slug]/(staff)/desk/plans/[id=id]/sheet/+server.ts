import { m } from '#lib/paraglide/messages.js';
import { wholePlan } from '#lib/plans/plan-page.server.ts';
import { planSheet } from '#lib/plans/plan-sheet.server.ts';
import { dayOf } from '#lib/shared/time.ts';
import { readAsStaff } from '#lib/web/act.server.ts';
import type { RequestHandler } from './$types';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A plan as .xlsx. */
export const GET: RequestHandler = (event) =>
	readAsStaff(event, async ({ scope, actor, now, zone }) => {
		const { lines, unfilled } = await wholePlan(scope, actor, event.params.id, { now, zone });
		const day = dayOf(now, zone);
		const name = encodeURIComponent(`${m.plans_file({ when: day })}.xlsx`);
		return new Response(await planSheet(lines, unfilled), {
			headers: {
				'content-type': xlsx,
				'content-disposition': `attachment; filename="plan-${day}.xlsx"; filename*=UTF-8''${name}`
			}
		});
	});
