import { unitTokens } from '#lib/partners/manage.server.ts';
import type { Draft } from './draft.ts';
import { partnerPlans } from './partner-plans.ts';

/** Writes down the units that help here, and what was agreed with them. */
export function agreeWithUnits({ rows, plan, calendar, id }: Draft): void {
	for (const { from, to, ...said } of partnerPlans[plan.slug]) {
		rows.partnerUnits.push({
			id: id('partner_unit'),
			...said,
			search: unitTokens(said),
			since: calendar.day(from),
			until: to === null ? null : calendar.day(to),
			createdAt: calendar.at(Math.max(from, -350), 10 * 60),
			endedAt: null,
			version: 1
		});
	}
}
