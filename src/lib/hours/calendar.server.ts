import type { Actor } from '#lib/accounts/people.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import type { Day } from '#lib/shared/time.ts';
import { changesOf, type DayChange } from './calendar-import.ts';
import * as query from './calendar-queries.server.ts';
import type { AnnouncedYear, NamedDay } from './calendar.ts';
import { admitAdmin, rosterOf } from './place.server.ts';

/** What bringing a year in would change. */
export async function previewYear(scope: Scope, announced: AnnouncedYear): Promise<DayChange[]> {
	const days = [
		`${announced.year}-01-01`,
		`${announced.year}-12-31`,
		...announced.days.map(({ day }) => day)
	];
	const [from, to] = [days.toSorted()[0]!, days.toSorted().at(-1)!];
	return changesOf(announced, await query.namedDays(scope, from, to));
}

/** Brings a year in as it was announced, now or anew; what the community says of its own days stands. */
export async function importYear(
	scope: Scope,
	actor: Actor,
	{ year, papers, days }: AnnouncedYear,
	now: Date
): Promise<void> {
	admitAdmin(actor);
	await query.holdCalendar(scope);
	await query.putYear(scope, { year, papers, importedBy: actor.personId, importedAt: now });
	const by = { source: 'announced' as const, changedBy: actor.personId, changedAt: now };
	await query.replaceAnnounced(
		scope,
		year,
		days.map((one) => ({ ...one, ...by }))
	);
	await recordEvent(scope, rosterOf(scope), 'year_imported', actor.personId, now, {
		year,
		days: days.length
	});
}

/** Says of one day what it is here. */
export async function setDay(scope: Scope, actor: Actor, given: NamedDay, now: Date): Promise<void> {
	admitAdmin(actor);
	await query.holdCalendar(scope);
	const by = { source: 'own' as const, changedBy: actor.personId, changedAt: now };
	await query.putDay(scope, { ...given, ...by });
	const { day, class: dayClass, name } = given;
	await recordEvent(scope, rosterOf(scope), 'day_set', actor.personId, now, { day, dayClass, name });
}

/** A day is what its weekday says again. @throws AppError `not_found` where nothing was said of it */
export async function clearDay(scope: Scope, actor: Actor, day: Day, now: Date): Promise<void> {
	admitAdmin(actor);
	if (!(await query.dropDay(scope, day))) throw new AppError('not_found');
	await recordEvent(scope, rosterOf(scope), 'day_cleared', actor.personId, now, { day });
}
