import type { Actor } from '#lib/accounts/people.ts';
import { setHours } from '#lib/hours/hours.server.ts';
import { addLine, addPattern } from '#lib/hours/lines.server.ts';
import { dutiesBetween, patternsOf } from '#lib/hours/roster-queries.server.ts';
import { openDesk, openStation } from '#lib/hours/station.server.ts';
import { desksOf, stationsOf } from '#lib/places/station-queries.server.ts';
import { addDays, clockOf, instantAt, type Weekday } from '#lib/shared/time.ts';
import { smallWorld, zone, type SmallWorld } from './small-world.ts';

/** Friday before the week that is drawn up. */
export const friday = instantAt('2026-11-20', '09:00', zone);
export const monday = '2026-11-23';

/** A station with two desks, its secretary and two colleagues. */
export interface RosterCast {
	world: SmallWorld;
	gu: Actor;
	min: Actor;
	gang: Actor;
	stationId: string;
	/** 一号 and 二号. */
	desks: [string, string];
	early: string;
	late: string;
}

/** Min is early at the first desk and Gang late at the second, from Monday to Friday. */
export async function rosterCast(): Promise<RosterCast> {
	const world = await smallWorld(friday);
	const gu = await world.person('顾明华', { roles: ['staff', 'admin'] });
	const min = await world.person('李敏', { roles: ['staff'] });
	const gang = await world.person('方志刚', { roles: ['staff'] });
	const said = { name: '便民服务站', nameEn: 'Service station', address: '门口', addressEn: 'At the gate' };
	const place = await world.run(async (scope) => {
		await openStation(scope, gu, { ...said, phone: '0000-0000' }, { east: 100, north: 100 }, friday);
		const [station] = await stationsOf(scope);
		const stationId = station!.id;
		for (const name of ['一号窗口', '二号窗口']) {
			await openDesk(scope, gu, { stationId, name, nameEn: name === '一号窗口' ? 'One' : 'Two' }, friday);
		}
		const open = {
			stationId,
			kind: 'workday',
			since: '2026-11-20',
			hours: [{ from: 480, to: 1050 }]
		} as const;
		await setHours(scope, gu, open, friday, zone);
		await addPattern(scope, gu, { ...shift('早班', 'Early'), hours: [{ from: 480, to: 990 }] }, friday);
		await addPattern(scope, gu, { ...shift('晚班', 'Late'), hours: [{ from: 540, to: 1050 }] }, friday);
		const [early, late] = (await patternsOf(scope)).map(({ id }) => id) as [string, string];
		const desks = (await desksOf(scope)).map(({ id }) => id) as [string, string];
		return { stationId, desks, early, late };
	});
	const { desks, early, late } = place;
	await world.run(async (scope) => {
		for (const weekday of [1, 2, 3, 4, 5] satisfies Weekday[]) {
			const at = (staff: Actor, desk: number, patternId: string) =>
				addLine(scope, gu, { weekday, staffId: staff.personId, deskId: desks[desk]!, patternId }, friday);
			await at(min, 0, early);
			await at(gang, 1, late);
		}
	});
	return { world, gu, min, gang, ...place };
}

const shift = (name: string, nameEn: string) => ({ name, nameEn, dayClass: 'workday' as const });

/** The standing duties of the week in words: 2026-11-23 李敏 一 08:00-16:30 draft. */
export async function weekOf({ world, desks }: RosterCast): Promise<string[]> {
	const duties = await world.run((scope) => dutiesBetween(scope, monday, addDays(monday, 6)));
	return duties
		.filter(({ status }) => status !== 'called_off')
		.map(
			({ day, name, deskId, during, status }) =>
				`${day.slice(5)} ${name} ${desks.indexOf(deskId ?? '') + 1} ${clockOf(during.start, zone)}-${clockOf(during.end, zone)} ${status}`
		)
		.sort();
}

/** A standing duty of somebody on a day. */
export async function dutyOf({ world }: RosterCast, { personId }: Actor, day: string) {
	const duties = await world.run((scope) => dutiesBetween(scope, day, day));
	const duty = duties.find(({ staffId, status }) => staffId === personId && status !== 'called_off');
	if (!duty) throw new Error(`no duty of ${personId} on ${day}`);
	return duty;
}

/** A duty as somebody sees it now. */
export async function seen(cast: RosterCast, actor: Actor, day: string) {
	const { id, changedAt } = await dutyOf(cast, actor, day);
	return { id, seen: changedAt };
}
