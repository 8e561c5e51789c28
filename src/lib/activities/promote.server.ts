import { offerUntil } from '#lib/booking/offer-until.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { enqueue } from '#lib/jobs/queue.server.ts';
import type { Here } from '#lib/ui/dates.ts';
import { seatLapses } from './jobs.server.ts';
import { nextOf } from './promotion.ts';
import * as query from './queries.server.ts';
import { heldOn, seatMoves } from './seats.ts';
import * as signUps from './sign-up-queries.server.ts';
import { tell } from './tell.server.ts';

/**
 * Offers free seats to those who wait, in the order of asking. Called where a seat becomes free, in the same transaction:
 * nobody else gets it first. What begins too soon is not offered any more.
 */
export async function promote(scope: Scope, activity: query.ActivityRow, here: Here): Promise<void> {
	if (activity.status !== 'published') return;
	const dates = await query.lockDatesAhead(scope, activity.id, here.now);
	const free = new Map(dates.map(({ id, seats, taken }) => [id, seats === null ? null : seats - taken]));
	const waiting = await signUps.waitingFor(scope, activity.id);
	const rows = new Map(waiting.map((one) => [one.id, one]));
	const open = await signUps.openSignUps(
		scope,
		activity.id,
		waiting.map(({ personId }) => personId)
	);
	const asking = waiting.map(({ id, personId, occurrenceId, companions }) => {
		const own = open.filter((one) => one.personId === personId);
		const held = new Map(dates.map((date) => [date.id, heldOn(own, date.id)]));
		return { id, occurrenceId, party: 1 + companions, held };
	});
	for (const id of nextOf(asking, free)) await offer(scope, activity, rows.get(id)!, dates, here);
}

async function offer(
	scope: Scope,
	activity: query.ActivityRow,
	{ id, personId, signedBy, occurrenceId }: signUps.SignUpRow,
	dates: readonly query.OccurrenceRow[],
	here: Here
): Promise<void> {
	const wanted = dates.filter((one) => occurrenceId === null || one.id === occurrenceId);
	const at = new Date(Math.min(...wanted.map(({ during }) => during.start.getTime())));
	const answerBy = offerUntil(here.now, at, here.zone);
	if (!answerBy) return;
	const before = await signUps.openSignUps(scope, activity.id, [personId]);
	await signUps.changeSignUp(scope, id, ['waiting'], { status: 'offered', answerBy });
	const after = await signUps.openSignUps(scope, activity.id, [personId]);
	const ids = wanted.map((one) => one.id);
	await query.settleSeats(scope, seatMoves(before, after, ids));
	const news = { activity, at, about: id };
	await tell(scope, 'activity_seat_offered', [personId, signedBy], news, here.now);
	await enqueue(scope, seatLapses, { signUpId: id }, answerBy);
}
