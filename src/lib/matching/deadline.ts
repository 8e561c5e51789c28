import { hour } from '#lib/shared/time.ts';
import type { GateCode, RequestFacts } from './matching.ts';
import type { Weights } from './weights.ts';

/** The limits volunteers set for comfort; near a deadline they lift, and staff are told. */
export const softCaps = ['active_tasks', 'weekly_minutes'] as const satisfies readonly GateCode[];

/**
 * What it costs to leave one place of the request open, in points: by urgency, rising towards the deadline.
 */
export function unmatchedCost(request: RequestFacts, weights: Weights, now: Date): number {
	const byUrgency = {
		today: weights.unmatchedToday,
		days: weights.unmatchedDays,
		week: weights.unmatchedWeek,
		flexible: weights.unmatchedFlexible
	};
	const ramp = weights.deadlineHours * hour;
	const elapsed = Math.min(ramp, Math.max(0, ramp - timeLeft(request, now)));
	return byUrgency[request.urgency] + Math.floor((weights.unmatchedDeadline * elapsed) / ramp);
}

/** The gates that lift by themselves at this moment. */
export function liftedByDeadline(request: Due, weights: Weights, now: Date): readonly GateCode[] {
	return isNearDeadline(request, weights, now) ? softCaps : [];
}

/** Whether so little time is left that limits of comfort lift. */
export function isNearDeadline(request: Due, weights: Weights, now: Date): boolean {
	return timeLeft(request, now) <= weights.softCapHours * hour;
}

/** When that begins. */
export function nearFrom(deadline: Date, { softCapHours }: Weights): Date {
	return new Date(deadline.getTime() - softCapHours * hour);
}

type Due = Pick<RequestFacts, 'deadline'>;

function timeLeft({ deadline }: Due, now: Date): number {
	return deadline === null ? Infinity : deadline.getTime() - now.getTime();
}
