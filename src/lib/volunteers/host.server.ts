import { phoneHash } from '#lib/accounts/keys.server.ts';
import {
	addGuest,
	claimPerson,
	endRole,
	grantRole,
	guestFrom,
	holdGuest,
	holdPhone,
	personByAccount,
	personByPhone
} from '#lib/accounts/queries.server.ts';
import { addPerson } from '#lib/accounts/register.server.ts';
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
	await holdGuest(scope, lent.person.id);
	const known = await guestFrom(scope, lent.person.id);
	const personId = known?.personId ?? (await welcome(scope, lent, now));
	await copyCard(scope, personId, lent, now);
	await grantRole(scope, personId, 'volunteer', null, now);
	return { personId, isNew: !known };
}

async function welcome(scope: Scope, lent: Lent, now: Date): Promise<string> {
	const { id, accountId, name, gender, bornOn, verifiedBy } = lent.person;
	const same = await knownHere(scope, lent);
	const personId =
		same.personId ??
		(await addPerson(
			scope,
			{
				kind: 'guest',
				name,
				gender,
				bornOn,
				phone: same.phoneFree ? lent.phone : null,
				...(accountId ? { accountId } : {}),
				verifiedBy: verifiedBy ?? id
			},
			now
		));
	await addGuest(scope, { personId, homeCommunityId: lent.homeCommunityId, homePersonId: id, since: now });
	return personId;
}

/** The same human where this community knows one already: by the account, or by phone and name. */
async function knownHere(
	scope: Scope,
	{ person, phone }: Lent
): Promise<{ personId: string | null; phoneFree: boolean }> {
	const { accountId, name } = person;
	const mine = accountId ? await personByAccount(scope, accountId) : undefined;
	if (mine) return { personId: mine.id, phoneFree: false };
	if (!phone) return { personId: null, phoneFree: true };
	const hash = phoneHash(phone);
	await holdPhone(scope, hash);
	const called = await personByPhone(scope, hash);
	if (!called) return { personId: null, phoneFree: true };
	if (called.name !== name) return { personId: null, phoneFree: false };
	if (accountId && !(await claimPerson(scope, called.id, accountId))) {
		return { personId: null, phoneFree: false };
	}
	return { personId: called.id, phoneFree: false };
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
