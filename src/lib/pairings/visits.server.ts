import type { Scope } from '#lib/db/client.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { addDays, dayOf, instantAt, type Day, type Span, type Weekday } from '#lib/shared/time.ts';
import { addTask, ifFree, tasksOf } from '#lib/tasks/queries.server.ts';
import { standingStates } from '#lib/tasks/tasks.ts';
import { absencesFrom, availabilityOf } from '#lib/volunteers/queries.server.ts';
import type { PairingRow } from './pair-queries.server.ts';
import type { CampaignRow } from './queries.server.ts';
import { nextVisitDays } from './rhythm.ts';
import { tellStaff } from './tell.server.ts';
import { visitSpan, type Fitting } from './visit-start.ts';
import { lastVisitStart } from './visit-queries.server.ts';

/** So many days of the rhythm are tried one after the other. */
const daysTried = 6;

/**
 * Makes the next visit of a pair in its rhythm, on the first day on which the member has an hour for it. Where the
 * first day has none, staff are told.
 * @returns false where there is no day for one within the campaign
 */
export async function makeNextVisit(
	scope: Scope,
	pairing: PairingRow,
	campaign: CampaignRow,
	now: Date,
	zone: string
): Promise<boolean> {
	if (pairing.atMinute === null) return false;
	const days = await daysAhead(scope, pairing, campaign, now, zone);
	if (days.length === 0) return false;
	const fitting = await fittingFor(scope, pairing, now, zone);
	for (const [at, on] of days.entries()) {
		const during = visitSpan(on, fitting);
		const made = during && during.start > now && (await addVisit(scope, pairing, during, now));
		if (made) return true;
		if (at === 0) await tellStaff(scope, pairing, 'staff_visit_no_time', now, `${pairing.id}:${on}`);
	}
	return false;
}

async function daysAhead(
	scope: Scope,
	pairing: PairingRow,
	{ fromDay, toDay }: CampaignRow,
	now: Date,
	zone: string
): Promise<Day[]> {
	const metOn = pairing.metAt ? dayOf(pairing.metAt, zone) : fromDay;
	const { rhythm } = pairing;
	const weekdays = pairing.weekdays as Weekday[];
	const last = await lastVisitStart(scope, pairing.id);
	const yesterday = addDays(dayOf(now, zone), -1);
	const after = last && dayOf(last, zone) > yesterday ? dayOf(last, zone) : yesterday;
	return nextVisitDays({ rhythm, weekdays, since: metOn }, after, daysTried).filter((day) => day <= toDay);
}

async function fittingFor(
	scope: Scope,
	{ memberId, atMinute, minutes }: PairingRow,
	now: Date,
	zone: string
): Promise<Fitting> {
	const [hours, absences, promised] = [
		await availabilityOf(scope, [memberId]),
		await absencesFrom(scope, [memberId], dayOf(now, zone)),
		await tasksOf(scope, memberId, standingStates)
	];
	return {
		wished: atMinute!,
		minutes,
		free: hours.map(({ weekday, fromMinute, toMinute }) => ({
			weekday: weekday as Weekday,
			from: fromMinute,
			to: toMinute
		})),
		absences: absences.map(({ fromDay, toDay }) => ({ from: fromDay, to: toDay })),
		busy: promised.map(({ during }) => during),
		zone
	};
}

/** Days ahead among which a first meeting is suggested. */
const daysSuggested = 7;

/**
 * When the two might first meet: from tomorrow on, at the hour of their visits or the nearest free one; in the afternoon
 * where they have none yet.
 */
export async function suggestedStart(
	scope: Scope,
	pairing: PairingRow,
	now: Date,
	zone: string
): Promise<Date> {
	const today = dayOf(now, zone);
	const afternoon = { ...pairing, atMinute: pairing.atMinute ?? 15 * 60 };
	const fitting = await fittingFor(scope, afternoon, now, zone);
	for (let ahead = 1; ahead <= daysSuggested; ahead++) {
		const span = visitSpan(addDays(today, ahead), fitting);
		if (span) return span.start;
	}
	return instantAt(addDays(today, 1), '15:00', zone);
}

/** A visit of a pair at a time; false where the member has promised something else then. */
export async function addVisit(scope: Scope, pairing: PairingRow, during: Span, now: Date): Promise<boolean> {
	const made = await ifFree(scope, async (inner) => {
		await addTask(inner, {
			id: newId(),
			kind: 'visit',
			subjectId: pairing.id,
			personId: pairing.memberId,
			forPersonId: pairing.residentId,
			during,
			status: 'planned',
			createdAt: now
		});
		return true;
	});
	return made === true;
}
