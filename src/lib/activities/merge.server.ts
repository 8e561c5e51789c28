import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import type { Here } from '#lib/ui/dates.ts';
import { promote } from './promote.server.ts';
import * as query from './queries.server.ts';
import { seatMoves } from './seats.ts';
import { changeSignUp, openSignUps, type SignUpRow } from './sign-up-queries.server.ts';

/**
 * Makes what somebody has on single dates part of his series and settles the seats: those that he has count for the series, and one
 * that he has no use for goes to who waits. What was stays as it was.
 * @param before what he had open before he was in the series
 * @throws AppError `changed_meanwhile` / `activities_sign_up`
 */
export async function mergeDates(
	scope: Scope,
	activity: query.ActivityRow,
	personId: string,
	before: readonly SignUpRow[],
	here: Here
): Promise<void> {
	const dates = (await query.datesAhead(scope, activity.id, here.now)).map(({ id }) => id);
	for (const { id, occurrenceId, status } of before) {
		if (occurrenceId === null || !dates.includes(occurrenceId)) continue;
		const change = { status: 'merged', answerBy: null, endedAt: here.now } as const;
		if (!(await changeSignUp(scope, id, [status], change)))
			throw new AppError('changed_meanwhile', 'activities_sign_up');
	}
	await query.lockDatesAhead(scope, activity.id, here.now);
	const after = await openSignUps(scope, activity.id, [personId]);
	const moves = seatMoves(before, after, dates);
	await query.settleSeats(scope, moves);
	if ([...moves.values()].some((seats) => seats < 0)) await promote(scope, activity, here);
}
