import type { Actor } from '#lib/accounts/people.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { venueById } from '#lib/places/venue-queries.server.ts';
import type { Here } from '#lib/ui/dates.ts';
import { promote } from './promote.server.ts';
import * as query from './queries.server.ts';
import { ledActivity, plansFor } from './rights.server.ts';
import { fixedFields, wrongFor, wrongIn, wrongLater, type SaidActivity, type Wrong } from './said.ts';
import { seriesSeats } from './sign-up-queries.server.ts';

/**
 * Plans an activity; nobody sees it until it is published.
 * @returns its id
 * @throws AppError `not_allowed`; `invalid` with what is wrong, and its `field`
 */
export async function planActivity(
	scope: Scope,
	actor: Actor,
	said: SaidActivity,
	here: Here
): Promise<string> {
	if (!(await plansFor(scope, actor, said.groupId, here))) throw new AppError('not_allowed');
	refuse(wrongIn(said, here));
	await requireVenue(scope, said);
	const id = newId();
	const by = { status: 'draft', ledBy: actor.personId, createdAt: here.now } as const;
	await query.addActivity(scope, { ...tidy(said), ...by, id });
	await recordEvent(scope, { kind: 'activity', id }, 'planned', actor.personId, here.now);
	return id;
}

/**
 * Changes an activity. What people rely on stays as it is once it is published: then dates are moved one by one.
 * @throws AppError `not_found`; `changed_meanwhile` / `activities_version`; `not_possible_now` / `activities_seats_taken`;
 *   `invalid` with the field that is wrong
 */
export async function changeActivity(
	scope: Scope,
	actor: Actor,
	{ id, version }: { id: string; version: number },
	said: SaidActivity,
	here: Here
): Promise<void> {
	const seen = await ledActivity(scope, actor, id, here, query.activityForUpdate);
	if (seen.version !== version) throw new AppError('changed_meanwhile', 'activities_version');
	if (seen.status === 'cancelled') throw new AppError('not_possible_now', 'activities_cancelled');
	if (seen.status === 'draft') {
		if (!(await plansFor(scope, actor, said.groupId, here))) throw new AppError('not_allowed');
		refuse(wrongIn(said, here));
		await requireVenue(scope, said);
		await query.changeActivity(scope, id, tidy(said));
		return;
	}
	const fixed = Object.fromEntries(fixedFields.map((field) => [field, seen[field]]));
	// where it takes place is booked for each date
	const changed = { ...tidy(said), ...fixed, venueId: seen.venueId, place: seen.place };
	const last = (await query.datesAhead(scope, id, here.now)).at(-1);
	refuse(wrongLater(changed, last?.during.start ?? null, here));
	if (changed.dangerous && !changed.insurance) throw new AppError('invalid', 'insurance');
	await query.changeActivity(scope, id, changed);
	if (changed.seats !== seen.seats) await giveSeats(scope, { ...seen, ...changed }, here);
}

/** Gives the dates that are left another number of seats; more of them go to those who wait. */
async function giveSeats(scope: Scope, activity: query.ActivityRow, here: Here): Promise<void> {
	const { id, seats } = activity;
	const inSeries = await seriesSeats(scope, id);
	const given = await query.ifRoom(scope, async (inner) => {
		await query.changeSeats(inner, id, seats, here.now);
		return true;
	});
	if (!given || (seats !== null && seats < inSeries)) {
		throw new AppError('not_possible_now', 'activities_seats_taken');
	}
	await promote(scope, activity, here);
}

function refuse(wrong: Wrong | null): void {
	if (wrong) throw new AppError('invalid', wrong.why ?? wrong.field, { ...wrong.params, field: wrong.field });
}

/** What publishing would refuse for every date is said at once. */
async function requireVenue(scope: Scope, said: SaidActivity): Promise<void> {
	if (!said.venueId) return;
	const venue = await venueById(scope, said.venueId);
	// it may have been closed while the form was open
	if (!venue || venue.closed) throw new AppError('invalid', 'venue');
	refuse(wrongFor(venue, said));
}

/** A single occasion has one date to sign up for. */
function tidy(said: SaidActivity): SaidActivity {
	return { ...said, signUp: said.rule === null ? 'date' : said.signUp };
}
