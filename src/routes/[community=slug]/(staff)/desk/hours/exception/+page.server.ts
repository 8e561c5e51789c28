import { superValidate } from 'sveltekit-superforms';
import { zod4 } from 'sveltekit-superforms/adapters';
import { leaningOn } from '#lib/booking/under.server.ts';
import { hitLines, stationChoices } from '#lib/hours/exception-page.server.ts';
import { dutiesHit, setException, standsLost } from '#lib/hours/exception.server.ts';
import { touchedFlash } from '#lib/hours/words.ts';
import { m } from '#lib/paraglide/messages.js';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { dayOf } from '#lib/shared/time.ts';
import { sayDay } from '#lib/ui/dates.ts';
import { readAsStaff, refused, staffAction, withWords, type Act } from '#lib/web/act.server.ts';
import { id, optionalClock, text, ticked, z } from '#lib/web/schema.server.ts';
import { rosterDay } from '../../roster/roster-schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

const schema = z.object({
	station: id(),
	day: rosterDay(),
	closed: ticked(),
	exceptionFrom: optionalClock(),
	exceptionTo: optionalClock(),
	reason: text(100)
});

/** What is asked stands in the address: first what it would do is shown, then it is saved. */
export const load: PageServerLoad = (event) =>
	readAsStaff(event, async (act) => {
		const { scope, now, zone } = act;
		const asked = event.url.searchParams.has('day');
		const form = asked ? withWords(await superValidate(event.url.searchParams, zod4(schema))) : null;
		const hours = form?.valid ? saidHours(form.data) : null;
		const wrong = hours instanceof AppError ? refused(hours, form!).data.form : null;
		return {
			key: newId(),
			today: dayOf(now, zone),
			stations: await stationChoices(scope),
			asked: wrong ?? form,
			effect:
				form?.valid && !(hours instanceof AppError) ? await effectOf(act, { ...form.data, hours }) : null
		};
	});

type Said = z.output<typeof schema>;
type Hours = { from: number; to: number } | null;

/** The hours that were said, null where it is closed; what is missing or turned round as an error. */
function saidHours({ closed, exceptionFrom: from, exceptionTo: to }: Said): Hours | AppError {
	if (closed) return null;
	if (from === null) return new AppError('invalid', 'exceptionFrom');
	return to === null || to <= from ? new AppError('invalid', 'exceptionTo') : { from, to };
}

async function effectOf({ scope, now, zone }: Act, { station, day, hours }: Said & { hours: Hours }) {
	const hit = await dutiesHit(scope, { stationId: station, day, hours }, now, zone);
	return {
		day: sayDay(day, dayOf(now, zone)),
		duties: await hitLines(scope, hit, zone),
		bookings: await leaningOn(scope, standsLost(hit), { now, zone })
	};
}

export const actions: Actions = {
	default: staffAction(schema, async ({ scope, actor, now, zone, community }, data) => {
		const hours = saidHours(data);
		if (hours instanceof AppError) throw hours;
		const given = { stationId: data.station, day: data.day, reason: data.reason, hours };
		const { touched } = await setException(scope, actor, given, now, zone);
		const desk = `/${community.slug}/desk`;
		return { to: `${desk}/hours`, flash: touchedFlash(m.hours_exception_flash(), touched, desk) };
	})
};
