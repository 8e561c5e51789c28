import { addDuty } from '#lib/hours/duty.server.ts';
import { colleaguesOf, deskChoices } from '#lib/hours/duty-page.server.ts';
import { patternsOf } from '#lib/hours/roster-queries.server.ts';
import { className, named, sayOpen } from '#lib/hours/words.ts';
import { isRosterDay } from '#lib/hours/week.ts';
import { m } from '#lib/paraglide/messages.js';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { dayOf } from '#lib/shared/time.ts';
import { readAsStaff, staffAction } from '#lib/web/act.server.ts';
import { id, optionalClock, optionalId, z } from '#lib/web/schema.server.ts';
import { rosterDay } from '../roster-schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, now, zone }) => {
		const asked = event.url.searchParams;
		const desks = await deskChoices(scope);
		const on = asked.get('day') ?? '';
		return {
			key: newId(),
			day: isRosterDay(on) ? on : dayOf(now, zone),
			desk: asked.get('desk') ?? desks[0]?.value ?? '',
			desks,
			colleagues: await colleaguesOf(scope),
			patterns: (await patternsOf(scope)).map((one) => ({
				value: one.id,
				label: m.hours_pattern_line({
					name: named(one),
					hours: sayOpen(one.hours),
					class: className(one.dayClass)
				})
			}))
		};
	});

const duty = z.object({
	colleague: id(),
	desk: optionalId(),
	day: rosterDay(),
	shift: optionalId(),
	from: optionalClock(),
	to: optionalClock()
});

export const actions: Actions = {
	default: staffAction(duty, async ({ scope, actor, now, zone, community }, data) => {
		const pattern = (await patternsOf(scope)).find((one) => one.id === data.shift);
		const given = { staffId: data.colleague, deskId: data.desk, day: data.day };
		const hours = pattern?.hours ?? ownHours(data);
		await addDuty(scope, actor, { ...given, hours, patternId: pattern?.id ?? null }, now, zone);
		const to = `/${community.slug}/desk/roster?week=${data.day}`;
		return { to, flash: { words: m.hours_added_flash() } };
	})
};

function ownHours({ from, to }: Pick<z.output<typeof duty>, 'from' | 'to'>) {
	if (from === null || to === null) throw new AppError('invalid', 'shift_or_hours');
	if (from >= to) throw new AppError('invalid', 'hours_order');
	return [{ from, to }];
}
