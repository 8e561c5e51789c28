import type { Scope } from '#lib/db/client.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { desksOf, stationsOf } from '#lib/places/station-queries.server.ts';
import { addDays, dayOf, type Day } from '#lib/shared/time.ts';
import { sayDay, type Here } from '#lib/ui/dates.ts';
import { exceptionOf, exceptionsBetween, rulesOf, type RuleRow } from './hours-queries.server.ts';
import type { HoursRule } from './hours.ts';
import { className, named, sayOpen } from './words.ts';

/** When a station is open on days of one class: now, and what is to change. */
export interface ClassHours {
	dayClass: HoursRule['dayClass'];
	name: string;
	hours: string;
	coming: string[];
}

export interface StationHours {
	id: string;
	name: string;
	address: string;
	phone: string;
	classes: ClassHours[];
	exceptions: { day: Day; when: string; hours: string; reason: string }[];
	desks: { id: string; name: string; closed: boolean }[];
}

const classes: readonly HoursRule['dayClass'][] = ['workday', 'rest', 'holiday'];
/** How far ahead exceptions are listed, days. */
const ahead = 400;

/** The stations with their hours, the days that are out of the ordinary, and their desks. */
export async function hoursPage(scope: Scope, { now, zone }: Here): Promise<StationHours[]> {
	const today = dayOf(now, zone);
	const desks = await desksOf(scope);
	const exceptions = await exceptionsBetween(scope, today, addDays(today, ahead));
	const pages: StationHours[] = [];
	for (const station of await stationsOf(scope)) {
		const rules = await rulesOf(scope, station.id);
		pages.push({
			id: station.id,
			name: named(station),
			address: named({ name: station.address, nameEn: station.addressEn }),
			phone: station.phone,
			classes: classes.map((dayClass) => classHours(dayClass, rules, today)),
			exceptions: exceptions
				.filter(({ stationId }) => stationId === station.id)
				.map(exceptionOf)
				.map(({ day, hours, reason }) => ({
					day,
					when: sayDay(day, today),
					hours: sayOpen(hours ? [hours] : []),
					reason
				})),
			desks: desks
				.filter(({ stationId }) => stationId === station.id)
				.map((desk) => ({ id: desk.id, name: named(desk), closed: desk.closed }))
		});
	}
	return pages;
}

function classHours(dayClass: HoursRule['dayClass'], rules: readonly RuleRow[], today: Day): ClassHours {
	const own = rules.filter((rule) => rule.dayClass === dayClass);
	const on = (day: Day) =>
		own
			.filter(({ since, until }) => since <= day && (until === null || day <= until))
			.map(({ fromMinute, toMinute }) => ({ from: fromMinute, to: toMinute }));
	const turns = own.flatMap(({ since, until }) => [since, ...(until ? [addDays(until, 1)] : [])]);
	const coming = [...new Set(turns)].filter((day) => day > today).sort();
	return {
		dayClass,
		name: className(dayClass),
		hours: sayOpen(on(today)),
		coming: coming.map((day) => m.hours_from_day({ day: sayDay(day, today), hours: sayOpen(on(day)) }))
	};
}
