import { calendarPage } from '#lib/hours/calendar-page.server.ts';
import { clearDay, setDay } from '#lib/hours/calendar.server.ts';
import { dayClasses } from '#lib/hours/calendar.ts';
import { className } from '#lib/hours/words.ts';
import { m } from '#lib/paraglide/messages.js';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { dayOf } from '#lib/shared/time.ts';
import { adminAction, readAsStaff } from '#lib/web/act.server.ts';
import { choice, optionalText, z } from '#lib/web/schema.server.ts';
import { rosterDay } from '../roster/roster-schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

const ordinary = 'ordinary';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, now, zone }) => {
		const asked = /^(?:19[5-9]\d|2[01]\d\d)$/.exec(event.url.searchParams.get('year') ?? '')?.[0];
		const year = Number(asked ?? dayOf(now, zone).slice(0, 4));
		return {
			key: newId(),
			calendar: await calendarPage(scope, year, { now, zone }),
			classes: [
				...dayClasses.map((value) => ({ value, label: className(value) })),
				{ value: ordinary, label: m.hours_class_ordinary() }
			]
		};
	});

const said = z.object({
	day: rosterDay(),
	class: choice([...dayClasses, ordinary]),
	dayName: optionalText(20)
});

export const actions: Actions = {
	day: adminAction(said, async ({ scope, actor, now, community }, data) => {
		if (data.class === ordinary) await clearDay(scope, actor, data.day, now);
		else {
			if (!data.dayName) throw new AppError('invalid', 'dayName');
			await setDay(scope, actor, { day: data.day, class: data.class, name: data.dayName }, now);
		}
		const to = `/${community.slug}/desk/calendar?year=${data.day.slice(0, 4)}`;
		return { to, flash: { words: m.hours_day_flash() } };
	})
};
