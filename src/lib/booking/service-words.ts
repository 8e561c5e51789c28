import { m } from '#lib/paraglide/messages.js';
import { sayTime, sayWhen, type Here } from '#lib/ui/dates.ts';
import type { ServiceGroup } from './booking.ts';
import type { Opening } from './catalogue-queries.server.ts';
import type { ServiceRow } from './queries.server.ts';

const groups: Record<ServiceGroup, () => string> = {
	relief: m.services_group_relief,
	jobs: m.services_group_jobs,
	insurance: m.services_group_insurance,
	family_planning: m.services_group_family_planning,
	certificates: m.services_group_certificates,
	party: m.services_group_party,
	home_care: m.services_group_home_care,
	other: m.services_group_other
};

/** A heading of the catalogue. */
export function groupName(group: ServiceGroup): string {
	return groups[group]();
}

/** Where a service is done. */
export function placesWords({ atDesk, atHome }: Pick<ServiceRow, 'atDesk' | 'atHome'>): string {
	if (atDesk && atHome) return m.services_at_both();
	return atDesk ? m.services_at_desk() : m.services_at_home();
}

/** When it is to be had: now and until when, or from when; nothing known is said too. */
export function openingWords(opening: Opening | undefined, here: Here): string {
	if (opening?.openUntil) return m.services_open_until({ time: sayTime(opening.openUntil, here.zone) });
	return opening?.nextFrom
		? m.services_open_from({ when: sayWhen(opening.nextFrom, here) })
		: m.services_open_unknown();
}
