import { colleaguesOf, deskChoices } from '#lib/hours/duty-page.server.ts';
import { linesPage } from '#lib/hours/lines-page.server.ts';
import { addLine, addPattern, dropLine, retirePattern } from '#lib/hours/lines.server.ts';
import { twoSpans } from '#lib/hours/two-spans.ts';
import { classChoices } from '#lib/hours/words.ts';
import { m } from '#lib/paraglide/messages.js';
import { weekdayChoices } from '#lib/pairings/words.ts';
import { newId } from '#lib/shared/ids.ts';
import type { Weekday } from '#lib/shared/time.ts';
import { adminAction, readAsStaff } from '#lib/web/act.server.ts';
import { choice, clock, id, optionalClock, optionalId, text, z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope }) => ({
		key: newId(),
		patternKey: newId(),
		lines: await linesPage(scope),
		desks: await deskChoices(scope),
		colleagues: await colleaguesOf(scope),
		weekdays: weekdayChoices(),
		classes: classChoices()
	}));

const line = z.object({
	weekday: choice(['0', '1', '2', '3', '4', '5', '6']),
	colleague: id(),
	desk: optionalId(),
	shift: id()
});
const pattern = z.object({
	name: text(20),
	nameEn: text(40),
	dayClass: choice(['workday', 'rest', 'holiday']),
	opens: clock(),
	closes: clock(),
	opens2: optionalClock(),
	closes2: optionalClock()
});
const again = (event: { url: URL }, words: string) => ({ to: event.url.pathname, flash: { words } });

export const actions: Actions = {
	line: adminAction(line, async ({ scope, actor, now }, data, event) => {
		const given = { weekday: Number(data.weekday) as Weekday, staffId: data.colleague };
		await addLine(scope, actor, { ...given, deskId: data.desk, patternId: data.shift }, now);
		return again(event, m.hours_line_flash());
	}),
	drop: adminAction(z.object({ line: id() }), async ({ scope, actor, now }, data, event) => {
		await dropLine(scope, actor, data.line, now);
		return again(event, m.hours_line_dropped_flash());
	}),
	pattern: adminAction(
		pattern,
		async ({ scope, actor, now }, { name, nameEn, dayClass, ...times }, event) => {
			await addPattern(scope, actor, { name, nameEn, dayClass, hours: twoSpans(times) }, now);
			return again(event, m.hours_pattern_flash());
		}
	),
	retire: adminAction(z.object({ pattern: id() }), async ({ scope, actor, now }, data, event) => {
		await retirePattern(scope, actor, data.pattern, now);
		return again(event, m.hours_pattern_retired_flash());
	})
};
