import type { Actor } from '#lib/accounts/people.ts';
import { homeById } from '#lib/accounts/household-queries.server.ts';
import { personById, type PersonRow } from '#lib/accounts/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { buildingById } from '#lib/places/queries.server.ts';
import { requestById, type RequestRow } from '#lib/requests/queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { ageOn, dayOf } from '#lib/shared/time.ts';
import { countStanding, tasksFor } from '#lib/tasks/queries.server.ts';
import { cardOf } from '#lib/volunteers/queries.server.ts';
import { openStates } from './again.ts';
import { metresBetween, type Point } from './distance.ts';
import type { Part } from './matching.ts';
import { ownOffer } from './offer.server.ts';
import * as query from './queries.server.ts';

/** At whose place: said in such coarse words before the volunteer has accepted. */
export type Whose = 'unit' | 'elder' | 'child' | 'neighbour';

/** What a volunteer may know of an offer before saying yes: no name, no door, no telephone, no note. */
export interface OfferedHelp {
	offer: query.OfferRow;
	request: RequestRow;
	/** Null on the telephone, and where the place is not known. */
	compound: { name: string; nameEn: string } | null;
	/** From the volunteer's building; null where either is not known. */
	metres: number | null;
	whose: Whose;
	/** Why this volunteer, as staff approved it. */
	parts: Part[];
	insuredUntil: string | null;
	/** Others are asked for the same place. */
	together: boolean;
}

/** An offer to this very person with all that may be told of it, and the task that came of it. */
export async function offeredHelp(
	scope: Scope,
	actor: Actor,
	offerId: string,
	now: Date,
	zone: string
): Promise<OfferedHelp & { taskId: string | null }> {
	const told = await tell(scope, await ownOffer(scope, actor, offerId), now, zone);
	const tasks = await tasksFor(scope, 'help', [told.request.id]);
	const own = tasks.findLast(({ personId }) => personId === actor.personId);
	return { ...told, taskId: own?.id ?? null };
}

/** Offers that wait for this person's answer, the one to be answered first on top. */
export async function waitingOffers(
	scope: Scope,
	actor: Actor,
	now: Date,
	zone: string
): Promise<OfferedHelp[]> {
	const sent = await query.offersTo(scope, actor.personId, ['sent']);
	const waiting = sent
		.filter(({ expiresAt }) => expiresAt > now)
		.sort((a, b) => a.expiresAt.getTime() - b.expiresAt.getTime());
	return tellAll(scope, waiting, now, zone);
}

/** Offers for which this person proposed another time that staff have not answered yet. */
export async function proposedOffers(
	scope: Scope,
	actor: Actor,
	now: Date,
	zone: string
): Promise<OfferedHelp[]> {
	return tellAll(scope, await query.offersTo(scope, actor.personId, ['other_time_proposed']), now, zone);
}

async function tellAll(scope: Scope, offers: query.OfferRow[], now: Date, zone: string) {
	const told: OfferedHelp[] = [];
	for (const offer of offers) told.push(await tell(scope, offer, now, zone));
	return told;
}

async function tell(scope: Scope, offer: query.OfferRow, now: Date, zone: string): Promise<OfferedHelp> {
	const request = await requestById(scope, offer.requestId);
	const helped = request && (await personById(scope, request.forPersonId));
	const volunteer = await personById(scope, offer.personId);
	if (!helped || !volunteer) throw new AppError('not_found');
	const place = request.presence === 'telephone' ? null : await placeOf(scope, request, helped);
	const home = volunteer.householdId ? await homeById(scope, volunteer.householdId) : undefined;
	const approved = (await query.approvedOf(scope, offer.approvalId)).find(
		({ personId }) => personId === offer.personId
	);
	return {
		offer,
		request,
		compound: place && { name: place.compound, nameEn: place.compoundEn },
		metres: metresBetween(home ?? null, place),
		whose: whoseOf(helped, dayOf(now, zone)),
		parts: (approved?.parts ?? []) as Part[],
		insuredUntil: (await cardOf(scope, offer.personId))?.insuredUntil ?? null,
		together: await isOneOfMany(scope, request)
	};
}

async function isOneOfMany(scope: Scope, { id, peopleNeeded }: RequestRow): Promise<boolean> {
	const open = (await query.offersOf(scope, [id])).filter(({ status }) => openStates.has(status));
	return open.length > peopleNeeded - (await countStanding(scope, 'help', id));
}

interface Place extends Point {
	compound: string;
	compoundEn: string;
}

/** Where it happens, else where the one helped lives. */
async function placeOf(scope: Scope, request: RequestRow, helped: PersonRow): Promise<Place | null> {
	const home = helped.householdId ? await homeById(scope, helped.householdId) : undefined;
	const buildingId = request.buildingId ?? home?.buildingId;
	return (buildingId && (await buildingById(scope, buildingId))) || null;
}

function whoseOf({ kind, bornOn }: PersonRow, today: string): Whose {
	if (kind === 'unit') return 'unit';
	if (!bornOn) return 'neighbour';
	const age = ageOn(bornOn, today);
	if (age >= 60) return 'elder';
	return age < 14 ? 'child' : 'neighbour';
}
