import { homeOf, phoneOf } from '#lib/accounts/open.server.ts';
import type { Actor } from '#lib/accounts/people.ts';
import { personById, type PersonRow } from '#lib/accounts/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { distanceWords } from '#lib/matching/words.ts';
import { m } from '#lib/paraglide/messages.js';
import { historyWith } from '#lib/records/queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { ageOn, dayOf, hour } from '#lib/shared/time.ts';
import { isEarly } from '#lib/tasks/early.ts';
import { suggestedMinutes } from '#lib/tasks/service-minutes.ts';
import { nextVisits } from '#lib/tasks/queries.server.ts';
import { sayMinutes, saySpan, sayWhen, type Here } from '#lib/ui/dates.ts';
import type { Tone } from '#lib/ui/ui.ts';
import { pairingById, pairingsWith, type PairingRow } from './pair-queries.server.ts';
import { startFields, visitLine } from './pair-page.server.ts';
import { nextWords } from './pairs.server.ts';
import { livingStates, togetherStates, type PairingState } from './pairings.ts';
import { campaignById } from './queries.server.ts';
import { partsNow, type PairPart } from './score.ts';
import { suggestedStart } from './visits.server.ts';
import { visitsOf } from './visit-queries.server.ts';
import { endWords, rhythmWords, stateTag, whyPair } from './words.ts';

/** A pair in a member's list. */
export interface MemberPairLine {
	id: string;
	title: string;
	text: string;
	offered: boolean;
	state: { words: string; tone: Tone };
}

/** The pairs of a member that stand, what is asked of her or him first. */
export async function memberPairs(scope: Scope, actor: Actor, here: Here): Promise<MemberPairLine[]> {
	const rows = (await pairingsWith(scope, 'member', actor.personId, livingStates)).filter(
		({ status, offeredAt }) => status !== 'offered' || offeredAt
	);
	const visits = await nextVisits(
		scope,
		rows.map(({ id }) => id)
	);
	const lines: MemberPairLine[] = [];
	for (const row of rows) {
		const offered = row.status === 'offered';
		const resident = await personById(scope, row.residentId);
		const visit = visits.get(row.id);
		lines.push({
			id: row.id,
			title: offered ? m.pairings_offer_title() : (resident?.name ?? ''),
			text: offered
				? (resident && aboutResident(resident, here)) || m.pairings_offer_text()
				: nextWords(row, visit ? saySpan(visit.during, here) : null, dayOf(here.now, here.zone)),
			offered,
			state: memberTag(row.status)
		});
	}
	return lines.sort((a, b) => Number(b.offered) - Number(a.offered));
}

/** Where a pair stands, as its member reads it. */
function memberTag(state: PairingState): { words: string; tone: Tone } {
	return state === 'offered' ? { words: m.pairings_state_waits_for_you(), tone: 'amber' } : stateTag(state);
}

/** Gender and age: all that is told before the yes. */
function aboutResident({ gender, bornOn }: PersonRow, { now, zone }: Here): string {
	const words = gender && (gender === 'female' ? m.desk_gender_female() : m.desk_gender_male());
	const age = bornOn && m.desk_age({ age: ageOn(bornOn, dayOf(now, zone)) });
	return [words, age].filter(Boolean).join(' · ');
}

/** From this long before its time on, beginning a visit is the first thing to do. */
const nearBefore = 2 * hour;
const visitsShown = 6;

/**
 * A member's own pair. Name, address and telephone of the resident are there while the two are together: the member
 * said yes to that, and it is written down for the resident.
 * @throws AppError `not_found`
 */
export async function memberPair(scope: Scope, actor: Actor, id: string, here: Here) {
	const pairing = await pairingById(scope, id);
	if (pairing?.memberId !== actor.personId) throw new AppError('not_found');
	const resident = (await personById(scope, pairing.residentId))!;
	const campaign = await campaignById(scope, pairing.campaignId);
	const together = (togetherStates as readonly string[]).includes(pairing.status);
	const visits = await visitsOf(scope, id, visitsShown);
	const visit = visits.find(({ status }) => status === 'planned' || status === 'under_way');
	const today = dayOf(here.now, here.zone);
	const helped = (await historyWith(scope, pairing.residentId)).get(actor.personId);
	return {
		id,
		status: pairing.status,
		state: memberTag(pairing.status),
		campaign: campaign?.name ?? '',
		purpose: campaign?.purpose ?? null,
		title: together ? resident.name : m.pairings_offer_title(),
		about: aboutResident(resident, here),
		contact: together ? await contactOf(scope, resident) : null,
		distance: distanceOf(pairing),
		why: whyPair(partsNow(pairing.parts as PairPart[], helped), 'volunteer', null).join(' · '),
		rhythm: rhythmWords(pairing),
		length: m.volunteers_about_minutes({ minutes: sayMinutes(pairing.minutes) }),
		next: nextWords(pairing, visit ? saySpan(visit.during, here) : null, today),
		ended: pairing.status === 'ended' && pairing.endReason ? endWords(pairing.endReason) : null,
		visit: visit
			? {
					id: visit.id,
					when: saySpan(visit.during, here),
					status: visit.status,
					near:
						visit.status === 'under_way' || here.now.getTime() >= visit.during.start.getTime() - nearBefore,
					early: isEarly(visit.during, here.now, here.zone),
					mayFinish: visit.status === 'under_way' || here.now >= visit.during.start,
					startedAt: visit.startedAt && sayWhen(visit.startedAt, here),
					suggested: suggestedMinutes(visit, here.now),
					...startFields(visit.during.start, here)
				}
			: null,
		start: startFields(await suggestedStart(scope, pairing, here.now, here.zone), here),
		today,
		visits: visits.filter((one) => one !== visit).map((one) => visitLine(one, here))
	};
}

/** The member's page of a pair. */
export type MemberPair = Awaited<ReturnType<typeof memberPair>>;

async function contactOf(scope: Scope, resident: PersonRow) {
	const home = resident.householdId ? await homeOf(scope, resident.householdId) : null;
	return {
		name: resident.name,
		address: home ? [home.building, home.door].filter(Boolean).join(' ') : null,
		phone: await phoneOf(scope, resident)
	};
}

function distanceOf({ parts }: PairingRow): string | null {
	const metres = (parts as PairPart[]).find(({ code }) => code === 'distance')?.params.metres;
	return typeof metres === 'number' ? distanceWords(metres) : null;
}
