import type { Actor } from '#lib/accounts/people.ts';
import { personById } from '#lib/accounts/queries.server.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError, type Params } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { sayWhen, type Here } from '#lib/ui/dates.ts';
import { unstated } from './fitness.ts';
import { mergeDates } from './merge.server.ts';
import * as query from './queries.server.ts';
import { requireRight } from './rights.server.ts';
import { heldOn } from './seats.ts';
import { addSignUp, openForUpdate, openSignUps, type SignUpRow } from './sign-up-queries.server.ts';
import { whyClosed, type Closed, type Comer } from './sign-up.ts';
import { tell } from './tell.server.ts';

/** Who wants to come to what. */
export interface SignUpWish {
	activityId: string;
	/** Null: all dates that are left. */
	occurrenceId: string | null;
	personId: string;
	companions: number;
	/** What is stated of his fitness. */
	fit?: readonly string[];
	/** Waits where it is full. */
	wait: boolean;
}

/**
 * Signs somebody up for one date, or for all that are left: a seat on each. Who is signed up for single dates goes on to all of
 * them in this one step. Where it is full and he would wait, he is put on the waiting list, and keeps what he has.
 * @throws AppError `not_found`; `not_allowed` / `activities_proxy`; `already_taken` / `activities_full`, `activities_on_list`;
 *   `not_possible_now` / `activities_…` with why; `invalid` / `fit` where something is asked that was not stated
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
	if (closed?.why === 'over' && (await isCalledOff(scope, wish))) throw refusal({ why: 'called_off' }, here);
	if (closed && closed.why !== 'full') throw refusal(closed, here);
	if (unstated(activity.fitness, wish.fit ?? []).length > 0) throw new AppError('invalid', 'fit');
	const id = newId();
	const { wait, fit: _, ...said } = wish;
	const fitStatedAt = activity.fitness.length > 0 ? here.now : null;
	const row = { ...said, id, fitStatedAt, signedBy: actor.personId, createdAt: here.now };
	const seated = closed
		? null
		: await query.ifRoom(scope, async (inner) => {
				await takeSeats(inner, activity, { ...row, status: 'signed' }, dates, here);
				return true;
			});
	if (!seated) {
		if (!wait) throw refusal({ why: 'full' }, here);
		await put(scope, { ...row, status: 'waiting' });
	}
	const status = seated ? 'signed' : 'waiting';
	if (seated)
		await recordEvent(scope, { kind: 'activity', id: activity.id }, 'signed_up', actor.personId, here.now);
	if (wish.personId !== actor.personId) {
		const news = { activity, at: dates[0]!.during.start, about: id };
		const template = seated ? 'activity_signed_up' : 'activity_put_waiting';
		await tell(scope, template, [wish.personId], news, here.now);
	}
	return { id, status };
}

/** Takes a seat on each date. Who goes on from single dates to the series keeps the seats that he has. */
async function takeSeats(
	scope: Scope,
	activity: query.ActivityRow,
	row: Parameters<typeof addSignUp>[1] & { companions: number },
	dates: readonly query.OccurrenceRow[],
	here: Here
): Promise<void> {
	const { personId, occurrenceId, companions } = row;
	const before = await openForUpdate(scope, activity.id, personId);
	await put(scope, row);
	if (occurrenceId === null && before.length > 0) {
		return mergeDates(scope, activity, personId, before, here);
	}
	const ids = dates.map((one) => one.id);
	await query.moveSeats(scope, ids, 1 + companions);
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

async function isCalledOff(scope: Scope, { activityId, occurrenceId }: SignUpWish): Promise<boolean> {
	const date = occurrenceId ? await query.occurrenceById(scope, occurrenceId) : undefined;
	return date?.activityId === activityId && date.status === 'cancelled';
}

/** Why somebody may not sign up; null where he may. */
export async function whyNot(
	scope: Scope,
	activity: query.ActivityRow,
	dates: readonly query.OccurrenceRow[],
	wish: Pick<SignUpWish, 'occurrenceId' | 'personId' | 'companions'>,
	here: Here
): Promise<Closed | null> {
	const open = await openSignUps(scope, activity.id, [wish.personId]);
	const comer = await comerOf(scope, open, wish);
	return whyClosed(activity, comer, wantedOf(dates, open, wish), here);
}

/** What is wanted, in the words of the rule. */
function wantedOf(
	dates: readonly query.OccurrenceRow[],
	open: readonly SignUpRow[],
	{ occurrenceId, companions }: Pick<SignUpWish, 'occurrenceId' | 'companions'>
) {
	const free = dates.flatMap(({ id, seats, taken }) =>
		seats === null ? [] : [seats - taken + heldOn(open, id)]
	);
	return {
		series: occurrenceId === null,
		dates: dates.map(({ during }) => during),
		free: free.length > 0 ? Math.min(...free) : null,
		party: 1 + companions
	};
}

async function comerOf(
	scope: Scope,
	open: readonly SignUpRow[],
	{ occurrenceId, personId }: Pick<SignUpWish, 'occurrenceId' | 'personId'>
): Promise<Comer> {
	const person = await personById(scope, personId);
	if (!person) throw new AppError('not_found');
	return {
		bornOn: person.bornOn,
		resident: person.kind === 'resident' && person.verifiedAt !== null,
		onList: open.some((one) => one.occurrenceId === null || one.occurrenceId === occurrenceId)
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
	called_off: 'activities_called_off',
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
