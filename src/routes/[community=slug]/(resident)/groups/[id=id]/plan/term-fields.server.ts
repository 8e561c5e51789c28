import { activityKinds } from '#lib/activities/activities.ts';
import { repeatKinds } from '#lib/activities/form.ts';
import type { SeenTerm } from '#lib/activities/term-edit.server.ts';
import type { SaidRow } from '#lib/activities/term-form.ts';
import type { Remedy } from '#lib/activities/term-remedies.ts';
import { AppError } from '#lib/shared/errors.ts';
import { isId } from '#lib/shared/ids.ts';
import { isDay } from '#lib/shared/time.ts';
import {
	choice,
	clock,
	day,
	id,
	optionalDay,
	optionalId,
	optionalText,
	optionalWhole,
	text,
	ticked,
	whole,
	z
} from '#lib/web/schema.server.ts';

/** A plan as its forms carry it along. */
export const seenFields = z.object({
	quarter: z.string().regex(/^20\d\d-[1-4]$/),
	version: whole(0, 999_999)
});

/** A row of the plan, to be copied, removed or changed. */
export const rowFields = seenFields.extend({ row: id() });
export const toggleFields = rowFields.extend({ day: day() });
export const mendFields = rowFields.extend({
	by: choice(['room', 'hour', 'days', 'usual']),
	value: text(400),
	on: optionalDay()
});

/** A row as its form sends it. */
export const putFields = seenFields.extend({
	row: optionalId(),
	name: text(60),
	nameEn: optionalText(80),
	kind: choice(activityKinds),
	repeat: choice(repeatKinds),
	weekdays: z.array(z.enum(['0', '1', '2', '3', '4', '5', '6'])).default([]),
	interval: optionalWhole(1, 12),
	date: optionalDay(),
	until: optionalDay(),
	start: clock(),
	end: clock(),
	venue: optionalId(),
	place: optionalText(60),
	seats: optionalWhole(1, 5000),
	leader: id(),
	holidays: ticked()
});

/** The plan that was seen. */
export function seenTerm(groupId: string, { quarter, version }: z.output<typeof seenFields>): SeenTerm {
	return { groupId, quarter, version };
}

/** What was typed, as the verb takes it. */
export function saidTermRow(data: z.output<typeof putFields>): { id: string | null; said: SaidRow } {
	const { row, quarter: _, version: __, ...said } = data;
	return { id: row, said };
}

/**
 * The remedy that a button stands for.
 * @throws AppError `invalid` / `form` for one that no button sends
 */
export function saidRemedy(said: Pick<z.output<typeof mendFields>, 'by' | 'value' | 'on'>): Remedy {
	const { by, value } = said;
	const on = said.on ?? undefined;
	const days = value.split(' ');
	if (by === 'room' && isId(value)) return { by, venueId: value, on };
	if (by === 'hour' && /^\d{1,4}$/.test(value) && Number(value) < 24 * 60)
		return { by, startMinute: Number(value), on };
	if (by === 'days' && days.every(isDay)) return { by, days };
	if (by === 'usual' && on) return { by, on };
	throw new AppError('invalid', 'form');
}
