import type { Scope } from '#lib/db/client.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { desksOf, stationsOf } from '#lib/places/station-queries.server.ts';
import { addDays, dayOf, type Day } from '#lib/shared/time.ts';
import { sayDay, type Here } from '#lib/ui/dates.ts';
import { exceptionsBetween, rulesOf } from './hours-queries.server.ts';
import { daysOfKind, openKinds, openOn, type HoursRule, type OpenKind } from './hours.ts';
import { kindName, named, sayOpen } from './words.ts';

/** When a station is open on days of one kind: now, and what is to change. */
export interface KindHours {
	kind: OpenKind;
	name: string;
	hours: string;
	coming: string[];
}

export interface StationHours {
	id: string;
	name: string;
	address: string;
	phone: string;
	kinds: KindHours[];
	exceptions: { day: Day; when: string; hours: string; reason: string }[];
	desks: { id: string; name: string; closed: boolean }[];
}

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
			kinds: openKinds.map((kind) => kindHours(kind, rules, today)),
			exceptions: exceptions
				.filter(({ stationId }) => stationId === station.id)
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

function kindHours(kind: OpenKind, rules: readonly HoursRule[], today: Day): KindHours {
	const { dayClass, weekday } = daysOfKind(kind);
	const own = rules
		.filter((rule) => rule.dayClass === dayClass && (rule.weekday ?? weekday) === weekday)
		.map((rule) => ({ ...rule, weekday: null }));
	const on = (day: Day) => sayOpen(openOn(day, dayClass, own, []).hours);
	const turns = own.flatMap(({ since, until }) => [since, ...(until ? [addDays(until, 1)] : [])]);
	const coming = [...new Set(turns)].filter((day) => day > today).sort();
	return {
		kind,
		name: kindName(kind),
		hours: on(today),
		coming: coming.map((day) => m.hours_from_day({ day: sayDay(day, today), hours: on(day) }))
	};
}
