import type { Actor } from '#lib/accounts/people.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { addDays, dayOf } from '#lib/shared/time.ts';
import { saySpan, sayWhen, type Here } from '#lib/ui/dates.ts';
import { attendancesAt } from './attendance-queries.server.ts';
import { codesOf } from './check-in.server.ts';
import { earliest, latest } from './check-in-code.ts';
import * as query from './queries.server.ts';
import { ledActivity } from './rights.server.ts';
import { nameOf } from './words.ts';

/**
 * The screen at the door of a date: its codes of the next minutes, and how many are there.
 * @param dateId null: the date that goes on, else the next
 * @throws AppError `not_found`
 */
export async function codePage(scope: Scope, actor: Actor, id: string, dateId: string | null, here: Here) {
	const activity = await ledActivity(scope, actor, id, here);
	const today = dayOf(here.now, here.zone);
	const dates = await query.datesBetween(scope, id, addDays(today, -1), addDays(today, 63));
	const planned = dates.filter(({ status }) => status === 'planned');
	const date =
		planned.find((one) => one.id === dateId) ??
		planned.find(({ during }) => +during.end + latest > +here.now);
	if (!date) return { name: nameOf(activity), date: null };
	const { start, end } = date.during;
	const isOpen = +start - earliest <= +here.now && +here.now <= +end + latest;
	const came = (await attendancesAt(scope, date.id)).filter(({ status }) => status === 'came');
	return {
		name: nameOf(activity),
		date: {
			id: date.id,
			when: saySpan(date.during, here),
			opens: sayWhen(new Date(+start - earliest), here),
			codes: isOpen ? codesOf(date.id, here.now) : [],
			came: came.length
		}
	};
}
