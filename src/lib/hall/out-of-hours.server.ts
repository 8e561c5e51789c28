import type { Scope } from '#lib/db/client.server.ts';
import { calendarBetween } from '#lib/hours/open.server.ts';
import { named } from '#lib/hours/words.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Period } from '#lib/records/period.ts';
import { servedBetween } from './day-queries.server.ts';
import { outOfHours, type OutOfHours, type Served } from './out-of-hours.ts';

/** A line of the report, with its name. */
export interface ReportLine extends Served {
	name: string;
}

/** What staggered hours gave to residents in a period, in the reader's words. */
export interface OutOfHoursReport {
	total: Served;
	weeks: ReportLine[];
	services: ReportLine[];
	desks: ReportLine[];
	/** Years whose holidays nobody has brought in. */
	unknownYears: number[];
}

/** The report of a period, both days included. */
export async function outOfHoursReport(
	scope: Scope,
	{ from, to }: Period,
	zone: string
): Promise<OutOfHoursReport> {
	const served = await servedBetween(scope, from, to);
	const { classOf, unknownYears } = await calendarBetween(scope, from, to);
	const names = new Map<string, string>([['', m.hall_at_home()]]);
	for (const { service, desk } of served) {
		names.set(service.id, named(service));
		if (desk) names.set(desk.id, named(desk));
	}
	const visits = served.map(({ service, desk, during }) => ({
		...during,
		service: service.id,
		desk: desk?.id ?? ''
	}));
	const { total, weeks, services, desks }: OutOfHours = outOfHours(visits, classOf, zone);
	const line = (one: Served) => ({ ...one, name: names.get(one.key) ?? one.key });
	return {
		total,
		weeks: weeks.map((week) => ({ ...week, name: m.hall_week_of({ day: week.key }) })),
		services: services.map(line),
		desks: desks.map(line),
		unknownYears
	};
}
