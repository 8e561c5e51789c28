import type { Actor } from '#lib/accounts/people.ts';
import { personById } from '#lib/accounts/queries.server.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError, type Params } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { sayWhen, type Here } from '#lib/ui/dates.ts';
import * as query from './queries.server.ts';
import { requireRight } from './rights.server.ts';
import { addSignUp, openSignUps } from './sign-up-queries.server.ts';
import { whyClosed, type Closed, type Comer } from './sign-up.ts';
import { tell } from './tell.server.ts';

/** Who wants to come to what. */
export interface SignUpWish {
	activityId: string;
	/** Null: all dates that are left. */
	occurrenceId: string | null;
	personId: string;
	companions: number;
	/** Waits where it is full. */
	wait: boolean;
}

/**
 * Signs somebody up for one date, or for all that are left: a seat on each. Where it is full and he would wait, he is put on
 * the waiting list.
 * @throws AppError `not_found`; `not_allowed` / `activities_proxy`; `already_taken` / `activities_full`, `activities_on_list`;
 *   `not_possible_now` / `activities_…` with why
 */
export async function signUp(
	scope: Scope,
	actor: Actor,
	wish: SignUpWish,
	here: Here
): Promise<{ id: string; status: 'signed' | 'waiting' }> {
	const activity = await query.activityForShare(scope, wish.activityId);
	if (!activity || activity.status === 'draft') throw new AppError('not_found');
	await requireRight(scope, actor, wish.personId, activity, here);
	const dates = await wantedDates(scope, wish, here.now);
	const closed = await whyNot(scope, activity, dates, wish, here);
	if (closed && closed.why !== 'full') throw refusal(closed, here);
	const id = newId();
	const { wait, ...said } = wish;
	const row = { ...said, id, signedBy: actor.personId, createdAt: here.now };
	if (closed) {
		if (!wait) throw refusal(closed, here);
		await put(scope, { ...row, status: 'waiting' });
		return { id, status: 'waiting' };
	}
	const ids = dates.map((one) => one.id);
	const seated = await query.ifRoom(scope, async (inner) => {
		await put(inner, { ...row, status: 'signed' });
		await query.moveSeats(inner, ids, 1 + wish.companions);
		return true;
	});
	if (!seated) {
		if (!wait) throw refusal({ why: 'full' }, here);
		await put(scope, { ...row, status: 'waiting' });
		return { id, status: 'waiting' };
	}
	await recordEvent(scope, { kind: 'activity', id: activity.id }, 'signed_up', actor.personId, here.now);
	if (wish.personId !== actor.personId) {
		const news = { activity, at: dates[0]!.during.start, about: id };
		await tell(scope, 'activity_signed_up', [wish.personId], news, here.now);
	}
	return { id, status: 'signed' };
}

/** The dates that a wish is for, the next first. */
export async function wantedDates(
	scope: Scope,
	{ activityId, occurrenceId }: Pick<SignUpWish, 'activityId' | 'occurrenceId'>,
	now: Date
): Promise<query.OccurrenceRow[]> {
	const dates = await query.datesAhead(scope, activityId, now);
	return dates.filter(({ id }) => occurrenceId === null || id === occurrenceId);
}

/** Why somebody may not sign up; null where he may. */
export async function whyNot(
	scope: Scope,
	activity: query.ActivityRow,
	dates: readonly query.OccurrenceRow[],
	wish: Pick<SignUpWish, 'occurrenceId' | 'personId' | 'companions'>,
	here: Here
): Promise<Closed | null> {
	const comer = await comerOf(scope, activity.id, wish);
	return whyClosed(activity, comer, wantedOf(dates, wish), here);
}

/** What is wanted, in the words of the rule. */
function wantedOf(
	dates: readonly query.OccurrenceRow[],
	{ occurrenceId, companions }: Pick<SignUpWish, 'occurrenceId' | 'companions'>
) {
	const free = dates.flatMap(({ seats, taken }) => (seats === null ? [] : [seats - taken]));
	return {
		series: occurrenceId === null,
		dates: dates.map(({ during }) => during),
		free: free.length > 0 ? Math.min(...free) : null,
		party: 1 + companions
	};
}

async function comerOf(
	scope: Scope,
	activityId: string,
	{ occurrenceId, personId }: Pick<SignUpWish, 'occurrenceId' | 'personId'>
): Promise<Comer> {
	const person = await personById(scope, personId);
	if (!person) throw new AppError('not_found');
	const open = await openSignUps(scope, activityId, [personId]);
	return {
		bornOn: person.bornOn,
		resident: person.kind === 'resident' && person.verifiedAt !== null,
		onList: open.some(
			(one) => occurrenceId === null || one.occurrenceId === null || one.occurrenceId === occurrenceId
		)
	};
}

async function put(scope: Scope, row: Parameters<typeof addSignUp>[1]): Promise<void> {
	if (!(await addSignUp(scope, row))) throw new AppError('already_taken', 'activities_on_list');
}

/** A reason as an error, with what its words take. */
export function refusal(closed: Closed, here: Here): AppError {
	const { why } = closed;
	if (why === 'full' || why === 'on_list') return new AppError('already_taken', details[why]);
	return new AppError('not_possible_now', details[why], paramsOf(closed, here));
}

function paramsOf(closed: Closed, here: Here): Params {
	if ('at' in closed) return { when: sayWhen(closed.at, here) };
	if ('years' in closed) return { years: closed.years };
	return 'most' in closed ? { most: closed.most } : {};
}

const details: Record<Closed['why'], string> = {
	full: 'activities_full',
	on_list: 'activities_on_list',
	cancelled: 'activities_cancelled',
	over: 'activities_over',
	residents_only: 'activities_residents_only',
	age_unknown: 'activities_age_unknown',
	not_yet: 'activities_not_yet',
	closed: 'activities_closed',
	too_young: 'activities_too_young',
	too_old: 'activities_too_old',
	companions: 'activities_companions',
	series_only: 'activities_series_only',
	date_only: 'activities_date_only'
};
