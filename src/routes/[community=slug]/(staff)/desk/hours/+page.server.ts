import { dropException } from '#lib/hours/exception.server.ts';
import { setHours } from '#lib/hours/hours.server.ts';
import { hoursPage } from '#lib/hours/hours-page.server.ts';
import { closeDesk, openDesk, openStation } from '#lib/hours/station.server.ts';
import { twoSpans } from '#lib/hours/two-spans.ts';
import { openKinds } from '#lib/hours/hours.ts';
import { kindChoices } from '#lib/hours/words.ts';
import { m } from '#lib/paraglide/messages.js';
import { newId } from '#lib/shared/ids.ts';
import { dayOf } from '#lib/shared/time.ts';
import { adminAction, readAsStaff, staffAction } from '#lib/web/act.server.ts';
import { choice, id, officePhone, optionalClock, text, z } from '#lib/web/schema.server.ts';
import { rosterDay } from '../roster/roster-schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, now, zone }) => ({
		key: newId(),
		today: dayOf(now, zone),
		stations: await hoursPage(scope, { now, zone }),
		kinds: kindChoices()
	}));

const times = {
	opens: optionalClock(),
	closes: optionalClock(),
	opens2: optionalClock(),
	closes2: optionalClock()
};
const rules = z.object({
	station: id(),
	kind: choice(openKinds),
	since: rosterDay(),
	...times
});
const station = z.object({
	name: text(30),
	nameEn: text(60),
	address: text(80),
	addressEn: text(120),
	phone: officePhone(20)
});
const desk = z.object({ station: id(), deskName: text(20), deskNameEn: text(40) });
const again = (event: { url: URL }, words: string) => ({ to: event.url.pathname, flash: { words } });

export const actions: Actions = {
	rules: adminAction(rules, async ({ scope, actor, now, zone }, data, event) => {
		const { station: stationId, kind, since, ...said } = data;
		await setHours(scope, actor, { stationId, kind, since, hours: twoSpans(said) }, now, zone);
		return again(event, m.hours_rules_flash());
	}),
	ordinary: staffAction(
		z.object({ station: id(), day: rosterDay() }),
		async ({ scope, actor, now }, data, event) => {
			await dropException(scope, actor, { stationId: data.station, day: data.day }, now);
			return again(event, m.hours_exception_dropped_flash());
		}
	),
	station: adminAction(station, async ({ scope, actor, now, community }, data, event) => {
		// in the middle until somebody says where
		const at = { east: Math.round(community.widthMetres / 2), north: Math.round(community.heightMetres / 2) };
		await openStation(scope, actor, data, at, now);
		return again(event, m.hours_station_flash());
	}),
	desk: adminAction(desk, async ({ scope, actor, now }, data, event) => {
		const given = { stationId: data.station, name: data.deskName, nameEn: data.deskNameEn };
		await openDesk(scope, actor, given, now);
		return again(event, m.hours_desk_flash());
	}),
	close: adminAction(
		z.object({ desk: id(), closed: z.enum(['yes', 'no']) }),
		async ({ scope, actor, now }, data, event) => {
			const closed = data.closed === 'yes';
			await closeDesk(scope, actor, { id: data.desk, closed }, now);
			return again(event, closed ? m.hours_desk_closed_flash() : m.hours_desk_reopened_flash());
		}
	)
};
