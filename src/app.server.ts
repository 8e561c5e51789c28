import { goOn } from '#lib/activities/dates.server.ts';
import { endDate } from '#lib/activities/feedback.server.ts';
import { dateOver, dayNears, seatLapses, seriesGoesOn } from '#lib/activities/jobs.server.ts';
import { remindOfDay } from '#lib/activities/remind.server.ts';
import { resumeActivities } from '#lib/activities/resume.server.ts';
import { lapseSeat } from '#lib/activities/withdraw.server.ts';
import { beginCleanup } from '#lib/cleanups/announce.server.ts';
import { askColleagues } from '#lib/cleanups/confirm-left.server.ts';
import { cleanupBegins, hoursWait } from '#lib/cleanups/jobs.server.ts';
import { consentWithdrawn } from '#lib/accounts/consent.server.ts';
import { residentsTarget } from '#lib/accounts/import.server.ts';
import { ratingAsked, sendRatingQuestion } from '#lib/booking/ask-rating.server.ts';
import {
	daysOpened,
	lapsePlace,
	lookForWait,
	offerOpened,
	placeLapses,
	resumeWaits,
	waitLooks
} from '#lib/booking/offer-place.server.ts';
import { bookingOver } from '#lib/booking/follow-up.server.ts';
import { bookingReminds, remindOfBooking } from '#lib/booking/remind.server.ts';
import { bookingWatch } from '#lib/booking/duty-watch.server.ts';
import { closeMissed, closeNotReached, numberOver, resumeEvenings } from '#lib/hall/evening.server.ts';
import { watchDuties } from '#lib/hours/watch.server.ts';
import { importDue, importSheet } from '#lib/imports/import-sheet.server.ts';
import { registerTarget } from '#lib/imports/targets.server.ts';
import { inCommon, inCommunity } from '#lib/db/client.server.ts';
import { workOn } from '#lib/jobs/queue.server.ts';
import { helpTaskEnd } from '#lib/matching/finish.server.ts';
import { passOnClashing, promiseMade } from '#lib/matching/clash.server.ts';
import { deadlineNears, liftCaps, watchDeadlines } from '#lib/matching/near-deadline.server.ts';
import {
	lapseOffer,
	offerLapses,
	offerReminds,
	remindOfOffer,
	sendOffer
} from '#lib/matching/offer.server.ts';
import { replayDue, runReplay } from '#lib/matching/replay.server.ts';
import { resumeOffers } from '#lib/matching/resume.server.ts';
import { offerDue } from '#lib/matching/wave.server.ts';
import { passOnOffers, stopMatching } from '#lib/matching/withdraw.server.ts';
import { planDue } from '#lib/plans/make.server.ts';
import { makeDuePlan } from '#lib/plans/work.server.ts';
import { endWithoutCard, endWithoutConsent } from '#lib/pairings/end.server.ts';
import { pairingLook, pairingOffered } from '#lib/pairings/look.server.ts';
import { visitTaskEnd } from '#lib/pairings/meet.server.ts';
import { sendPairingOffer } from '#lib/pairings/send-offer.server.ts';
import { resumePairings, tendPairing } from '#lib/pairings/tend.server.ts';
import { allCommunities } from '#lib/places/queries.server.ts';
import { deadlineSet } from '#lib/requests/deadline.server.ts';
import { requestsTarget } from '#lib/requests/import.server.ts';
import { onTask } from '#lib/tasks/perform.server.ts';
import { cardEnded } from '#lib/volunteers/approve.server.ts';
import { calledHome, callHome, callHomeWithoutConsent } from '#lib/volunteers/call-home.server.ts';
import { sendHome } from '#lib/volunteers/host.server.ts';
import { volunteersTarget } from '#lib/volunteers/import.server.ts';

/**
 * The one place where features are tied together: where a lower one sets off a higher one, it is registered here and
 * neither knows the other.
 */
export function tieFeatures(): void {
	onTask('help', helpTaskEnd);
	onTask('visit', visitTaskEnd);
	watchDuties(bookingWatch);
	registerTarget(residentsTarget);
	registerTarget(volunteersTarget);
	registerTarget(requestsTarget);
	workOn(importDue, importSheet);
	workOn(offerDue, sendOffer);
	workOn(offerReminds, remindOfOffer);
	workOn(offerLapses, lapseOffer);
	workOn(promiseMade, passOnClashing);
	workOn(deadlineSet, watchDeadlines);
	workOn(deadlineNears, liftCaps);
	workOn(consentWithdrawn, async (scope, data, now) => {
		await stopMatching(scope, data, now);
		await endWithoutConsent(scope, data, now);
		await callHomeWithoutConsent(scope, data);
	});
	workOn(cardEnded, async (scope, data, now) => {
		await passOnOffers(scope, data, now);
		await endWithoutCard(scope, data, now);
		await callHome(scope, data);
	});
	workOn(calledHome, sendHome);
	workOn(pairingOffered, sendPairingOffer);
	workOn(pairingLook, tendPairing);
	workOn(planDue, makeDuePlan);
	workOn(replayDue, runReplay);
	workOn(bookingReminds, remindOfBooking);
	workOn(bookingOver, closeMissed);
	workOn(numberOver, closeNotReached);
	workOn(ratingAsked, sendRatingQuestion);
	workOn(placeLapses, lapsePlace);
	workOn(daysOpened, offerOpened);
	workOn(waitLooks, lookForWait);
	workOn(seriesGoesOn, goOn);
	workOn(dateOver, endDate);
	workOn(seatLapses, lapseSeat);
	workOn(dayNears, remindOfDay);
	workOn(cleanupBegins, beginCleanup);
	workOn(hoursWait, askColleagues);
}

/** Takes up, once at start, what should have happened while nobody worked the queue. */
export async function resumeWork(now: Date): Promise<void> {
	for (const { id } of await inCommon(allCommunities)) {
		await inCommunity(id, async (scope) => {
			await resumeOffers(scope, now);
			await resumePairings(scope, now);
			await resumeWaits(scope, now);
			await resumeEvenings(scope, now);
			await resumeActivities(scope, now);
		});
	}
}
