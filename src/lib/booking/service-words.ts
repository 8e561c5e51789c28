import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Hours } from '#lib/hours/hours.ts';
import { sayTime, sayWhen, type Here } from '#lib/ui/dates.ts';
import type { Tone } from '#lib/ui/ui.ts';
import type { BookingState, ServiceGroup } from './booking.ts';
import type { Opening, ServiceRow } from './catalogue-queries.server.ts';

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

/** A name by the language of the reader. */
export function nameIn({ name, nameEn }: { name: string; nameEn: string }, locale = getLocale()): string {
	return locale === 'en' ? nameEn : name;
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

/** 8:00—12:00、13:30—17:00, or that it is closed. */
export function hoursWords(hours: readonly Hours[]): string {
	if (hours.length === 0) return m.services_closed();
	return hours
		.map(({ from, to }) => m.app_span({ from: clockWords(from), to: clockWords(to) }))
		.join(m.services_comma());
}

function clockWords(minutes: number): string {
	return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

const states: Partial<Record<BookingState, [() => string, Tone]>> = {
	booked: [m.services_state_booked, 'green'],
	arrived: [m.services_state_arrived, 'blue'],
	serving: [m.services_state_serving, 'blue'],
	served: [m.services_state_served, 'grey'],
	no_show: [m.services_state_no_show, 'amber'],
	cancelled: [m.services_state_cancelled, 'grey']
};

/** What became of a booking; what was only held has no words, since nobody is shown it. */
export function stateTag(state: BookingState): { words: string; tone: Tone } {
	const [words, tone] = states[state] ?? [() => '', 'grey'];
	return { words: words(), tone };
}
