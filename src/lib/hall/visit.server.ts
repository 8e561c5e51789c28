import { communityKey, unsealFor } from '#lib/accounts/keys.server.ts';
import { personById } from '#lib/accounts/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { unseal } from '#lib/db/vault.server.ts';
import { named } from '#lib/hours/words.ts';
import { dayOf, type Day } from '#lib/shared/time.ts';
import { sayDay, type Here } from '#lib/ui/dates.ts';
import type { Tone } from '#lib/ui/ui.ts';
import { pastStates } from './booking-queries.server.ts';
import { isAsked } from './no-shows.ts';
import { visitsBefore, type TicketRow } from './queries.server.ts';
import { documentsOf } from './station-queries.server.ts';
import { ticketTag } from './words.ts';

/** What an officer wants to know of somebody who comes. */
export interface Preparation {
	documents: { name: string; ready: boolean }[];
	/** The last visits, newest first. */
	history: { words: string; state: { words: string; tone: Tone } }[];
	/** Two appointments in a row were missed: ask, kindly. */
	asked: boolean;
}

/** Somebody who comes, as far as preparing for him needs to know. */
export interface Comer {
	serviceId: string;
	personId: string | null;
	documentsReady: readonly string[];
}

const shown = 3;

/**
 * Documents and history of several who come, in their order.
 * @param day the day on which they come; what was before it is history
 */
export async function prepareFor(
	scope: Scope,
	comers: readonly Comer[],
	day: Day,
	{ now, zone }: Here
): Promise<Preparation[]> {
	const today = dayOf(now, zone);
	const ids = [...new Set(comers.flatMap(({ personId }) => personId ?? []))];
	const serviceIds = comers.map(({ serviceId }) => serviceId);
	const documents = await documentsOf(scope, serviceIds);
	const visits = Map.groupBy(await visitsBefore(scope, ids, day), ({ personId }) => personId);
	const past = await pastStates(scope, ids);
	return comers.map(({ serviceId, personId, documentsReady }) => ({
		documents: (documents.get(serviceId) ?? []).map((one) => ({
			name: named(one),
			ready: documentsReady.includes(one.id)
		})),
		history: (visits.get(personId ?? '') ?? []).slice(0, shown).map((visit) => ({
			words: `${sayDay(visit.day, today)} · ${named(visit)}`,
			state: ticketTag(visit.status)
		})),
		asked: isAsked(past.get(personId ?? '') ?? [])
	}));
}

/** What was written down of a visit; null where nothing was, or the person was erased. */
export async function noteOf(scope: Scope, ticket: TicketRow): Promise<string | null> {
	if (!ticket.noteSealed) return null;
	const key = await communityKey(scope);
	const place = `tickets.note:${ticket.id}`;
	if (!ticket.personId) return unseal(key, ticket.noteSealed, place);
	const person = await personById(scope, ticket.personId);
	return person ? unsealFor(key, person, ticket.noteSealed, place) : null;
}
