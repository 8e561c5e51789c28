import { superValidate } from 'sveltekit-superforms';
import { zod4 } from 'sveltekit-superforms/adapters';
import { leaningOn } from '#lib/booking/under.server.ts';
import { hitLines, stationChoices } from '#lib/hours/exception-page.server.ts';
import { dutiesHit, setException, standsLost } from '#lib/hours/exception.server.ts';
import type { Hours } from '#lib/hours/hours.ts';
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
		const effect = form?.valid ? await effectOf(act, form.data).catch(asRefusal) : null;
		const wrong = effect instanceof AppError;
		return {
			key: newId(),
			today: dayOf(now, zone),
			stations: await stationChoices(scope),
			asked: wrong ? refused(effect, form!).data.form : form,
			effect: wrong ? null : effect
		};
	});

type Said = z.output<typeof schema>;

/**
 * The hours that were said, null where it is closed.
 * @throws AppError `invalid` / the field that is missing or turned round
 */
function saidHours({ closed, exceptionFrom: from, exceptionTo: to }: Said): Hours | null {
	if (closed) return null;
	if (from === null) throw new AppError('invalid', 'exceptionFrom');
	if (to === null || to <= from) throw new AppError('invalid', 'exceptionTo');
	return { from, to };
}

async function effectOf({ scope, now, zone }: Act, said: Said) {
	const { station: stationId, day } = said;
	const hit = await dutiesHit(scope, { stationId, day, hours: saidHours(said) }, now, zone);
	return {
		day: sayDay(day, dayOf(now, zone)),
		duties: await hitLines(scope, hit, zone),
		bookings: await leaningOn(scope, standsLost(hit), { now, zone })
	};
}

/** What is refused as expected is said in the form, as it is when it is saved. */
function asRefusal(thrown: unknown): AppError {
	if (thrown instanceof AppError) return thrown;
	throw thrown;
}

export const actions: Actions = {
	default: staffAction(schema, async ({ scope, actor, now, zone, community }, data) => {
		const { station: stationId, day, reason } = data;
		const given = { stationId, day, reason, hours: saidHours(data) };
		const { touched } = await setException(scope, actor, given, now, zone);
		const desk = `/${community.slug}/desk`;
		return { to: `${desk}/hours`, flash: touchedFlash(m.hours_exception_flash(), touched, desk) };
	})
};
