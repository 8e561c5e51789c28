import { welcome } from '#lib/accounts/guests.server.ts';
import { guestFrom } from '#lib/accounts/guest-queries.server.ts';
import { endRole, grantRole } from '#lib/accounts/role-queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { enqueue } from '#lib/jobs/queue.server.ts';
import { cardEnded } from './approve.server.ts';
import type { Lent } from './lend.server.ts';
import * as query from './queries.server.ts';

/**
 * Makes a volunteer of another community a guest here, or brings up to date the one that there is: once, however often
 * and from how many places it is asked.
 * @returns the person's id here, and whether the person was not known here as a guest before
 */
export async function host(
	scope: Scope,
	lent: Lent,
	now: Date
): Promise<{ personId: string; isNew: boolean }> {
	const guest = await welcome(scope, lent, now);
	await copyCard(scope, guest.personId, lent, now);
	await grantRole(scope, guest.personId, 'volunteer', null, now);
	return guest;
}

/** A card of one's own here stays as it is. */
async function copyCard(scope: Scope, personId: string, lent: Lent, now: Date): Promise<void> {
	const own = await query.cardForUpdate(scope, personId);
	if (own && !['draft', 'ended', 'guest'].includes(own.status)) return;
	const { hobbies, languages, reachMetres, activeTasksMax, weeklyMinutesMax } = lent.card;
	const { vettedUntil, insuredUntil, expiresOn } = lent.card;
	await query.putCard(scope, {
		personId,
		status: 'guest',
		hobbies,
		languages,
		reachMetres,
		activeTasksMax,
		weeklyMinutesMax,
		vettedUntil,
		insuredUntil,
		expiresOn,
		willingness: [],
		healthLimits: [],
		updatedAt: now
	});
	await query.replaceAvailability(
		scope,
		personId,
		lent.hours.map(({ weekday, fromMinute, toMinute }) => ({ weekday, fromMinute, toMinute }))
	);
	await query.replaceSkills(
		scope,
		personId,
		lent.skills.map(({ skill, level, confirmedAt, confirmedBy, expiresOn }) => ({
			skill,
			level,
			confirmedAt,
			confirmedBy,
			expiresOn
		}))
	);
	await query.replaceAbsences(
		scope,
		personId,
		lent.absences.map(({ fromDay, toDay }) => ({ id: newId(), fromDay, toDay }))
	);
}

/**
 * Works `calledHome`: somebody who no longer helps at home, or no longer wants to be lent, is no guest here any longer.
 * A card of one's own here stays as it is.
 */
export async function sendHome(
	scope: Scope,
	{ homePersonId }: { homePersonId: string },
	now: Date
): Promise<void> {
	const guest = await guestFrom(scope, homePersonId);
	if (!guest) return;
	const change = { status: 'ended', updatedAt: now } as const;
	if (!(await query.moveCard(scope, guest.personId, ['guest'], change))) return;
	await endRole(scope, guest.personId, 'volunteer', now);
	await enqueue(scope, cardEnded, { personId: guest.personId });
}
