import type { Scope } from '#lib/db/client.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { desksOf, stationsOf } from '#lib/places/station-queries.server.ts';
import type { Option } from '#lib/ui/ui.ts';
import type { HitDuty } from './exception.server.ts';
import { hoursOf } from './week.ts';
import { named, sayHours } from './words.ts';

/** What a day with other hours does to a duty, in words. */
export interface HitLine {
	id: string;
	/** Who, and at which desk. */
	title: string;
	/** From which hours to which. */
	text: string;
	off: boolean;
}

/** The duties that would change, as staff read them before they save. */
export async function hitLines(scope: Scope, hit: readonly HitDuty[], zone: string): Promise<HitLine[]> {
	const desks = new Map((await desksOf(scope)).map((desk) => [desk.id, named(desk)]));
	return hit.map(({ duty, left }) => {
		const was = sayHours(hoursOf(duty.during, zone));
		return {
			id: duty.id,
			title: `${duty.name} · ${desks.get(duty.deskId ?? '') ?? ''}`,
			text: left ? m.hours_hit_shortened({ was, now: sayHours(hoursOf(left, zone)) }) : was,
			off: left === null
		};
	});
}

/** The stations to choose from. */
export async function stationChoices(scope: Scope): Promise<Option[]> {
	return (await stationsOf(scope)).map((one) => ({ value: one.id, label: named(one) }));
}
