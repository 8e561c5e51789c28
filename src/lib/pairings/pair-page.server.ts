import { personById, peopleByIds } from '#lib/accounts/queries.server.ts';
import { eventsOf } from '#lib/audit/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { historyWith } from '#lib/records/queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { clockOf, dayOf } from '#lib/shared/time.ts';
import type { TaskRow } from '#lib/tasks/queries.server.ts';
import { taskStateWords } from '#lib/tasks/words.ts';
import { sayDay, saySpan, type Here } from '#lib/ui/dates.ts';
import type { TimelineEvent, Tone } from '#lib/ui/ui.ts';
import { choicesFor } from './offer-pair.server.ts';
import { pairingById, reviewsOf, type PairingRow, type ReviewRow } from './pair-queries.server.ts';
import { nextWords } from './pairs.server.ts';
import type { CampaignRow } from './queries.server.ts';
import { choiceLine } from './resident-page.server.ts';
import { partsNow, type PairPart } from './score.ts';
import { clockAt } from './visit-start.ts';
import { suggestedStart } from './visits.server.ts';
import { missed, visitsOf } from './visit-queries.server.ts';
import { endWords, meetingWord, pauseWords, rhythmWords, stateTag, whyPair } from './words.ts';

/** A visit in the list of a pair. */
export interface VisitLine {
	id: string;
	when: string;
	status: TaskRow['status'];
	state: { words: string; tone: Tone };
}

/** A visit in words; one that nobody began says so. */
export function visitLine({ id, during, status, reason }: TaskRow, here: Here): VisitLine {
	const state =
		reason === missed ? { words: m.pairings_visit_missed(), tone: 'red' as const } : taskStateWords(status);
	return { id, when: saySpan(during, here), status, state };
}

/** What somebody said looking back. */
export function reviewLine({ reviewer, stars, wouldGoOn, words }: ReviewRow) {
	const who = {
		resident: m.pairings_review_resident,
		member: m.pairings_review_member,
		staff: m.pairings_review_staff
	};
	const goOn = wouldGoOn === null ? null : wouldGoOn ? m.pairings_review_go_on() : m.pairings_review_not_on();
	const given = [stars === null ? null : m.desk_stars({ count: stars }), goOn, words];
	return { reviewer, who: who[reviewer](), words: given.filter(Boolean).join(' · ') };
}

/** @throws AppError `not_found` where it is no pair of this campaign */
export async function pairOfCampaign(scope: Scope, campaign: CampaignRow, id: string): Promise<PairingRow> {
	const pairing = await pairingById(scope, id);
	if (pairing?.campaignId !== campaign.id) throw new AppError('not_found');
	return pairing;
}

const mostChoices = 6;
const mostEvents = 30;

/** A pair as staff see it at the desk, in the reader's words. */
export async function pairPage(scope: Scope, campaign: CampaignRow, id: string, here: Here) {
	const pairing = await pairOfCampaign(scope, campaign, id);
	const resident = (await personById(scope, pairing.residentId))!;
	const member = (await personById(scope, pairing.memberId))!;
	const visits = await visitsOf(scope, id, 30);
	const ahead = visits.find(({ status }) => status === 'planned' || status === 'under_way');
	const isOver = pairing.status === 'ended';
	const choices =
		campaign.status === 'closed'
			? []
			: (await choicesFor(scope, campaign, pairing.residentId, mostChoices + 1, here.now, here.zone))
					.filter(({ memberId }) => memberId !== pairing.memberId)
					.slice(0, mostChoices);
	const today = dayOf(here.now, here.zone);
	const helped = (await historyWith(scope, resident.id)).get(member.id);
	return {
		id,
		status: pairing.status,
		state: stateTag(pairing.status),
		resident: { id: resident.id, name: resident.name },
		member: { id: member.id, name: member.name },
		next: nextWords(pairing, ahead ? saySpan(ahead.during, here) : null, today),
		rhythm: rhythmWords(pairing),
		why: whyPair(partsNow(pairing.parts as PairPart[], helped), 'staff', member.gender),
		met: pairing.metWord && meetingWord(pairing.metWord),
		ended: isOver && pairing.endReason ? endWords(pairing.endReason) : null,
		endWords: pairing.endWords,
		paused: pairing.status === 'paused' && pairing.pauseReason ? pauseWords(pairing.pauseReason) : null,
		followsId: pairing.followsId,
		/** The visit that staff may report or move. */
		visit: ahead
			? { id: ahead.id, begun: ahead.during.start <= here.now, ...startFields(ahead.during.start, here) }
			: null,
		start: startFields(await suggestedStart(scope, pairing, here.now, here.zone), here),
		hours: {
			rhythm: pairing.rhythm,
			weekdays: pairing.weekdays.map(String),
			time: pairing.atMinute === null ? '' : clockAt(pairing.atMinute),
			minutes: String(pairing.minutes)
		},
		minutes: pairing.minutes,
		today,
		campaignEnds: sayDay(campaign.toDay, today),
		visits: visits.map((visit) => visitLine(visit, here)),
		reviews: (await reviewsOf(scope, [id])).map(reviewLine),
		choices: choices.map(choiceLine),
		timeline: await timelineOf(scope, id)
	};
}

/** A day and an hour as fields show them. */
export function startFields(start: Date, { zone }: Here) {
	return { day: dayOf(start, zone), time: clockOf(start, zone) };
}

const eventNames: Record<string, () => string> = {
	approved: m.pairings_event_approved,
	accepted: m.pairings_event_accepted,
	meeting_agreed: m.pairings_event_meeting_agreed,
	met: m.pairings_event_met,
	visit_moved: m.pairings_event_visit_moved,
	visit_skipped: m.pairings_event_visit_skipped,
	visit_missed: m.pairings_event_visit_missed,
	visit_disputed: m.pairings_event_visit_disputed,
	started: m.pairings_event_started,
	finished: m.pairings_event_finished,
	dropped_out: m.pairings_event_dropped_out,
	confirmed: m.pairings_event_confirmed,
	paused: m.pairings_event_paused,
	resumed: m.pairings_event_resumed,
	hours_changed: m.pairings_event_hours_changed,
	ended: m.pairings_event_ended,
	reviewed: m.pairings_event_reviewed
};

async function timelineOf(scope: Scope, id: string): Promise<TimelineEvent[]> {
	const happened = await eventsOf(scope, 'pairing', id);
	const actors = await peopleByIds(scope, [...new Set(happened.flatMap(({ actorId }) => actorId ?? []))]);
	return happened
		.flatMap(({ id: eventId, kind, at, actorId }) => {
			const text = eventNames[kind]?.();
			const actor = actors.find((one) => one.id === actorId)?.name;
			return text ? [{ id: eventId, text, at, actor }] : [];
		})
		.reverse()
		.slice(0, mostEvents);
}
