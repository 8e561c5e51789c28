import type { Candidate } from '#lib/matching/matching.ts';
import { declineReasons } from '#lib/matching/offers.ts';
import type { Urgency } from '#lib/requests/requests.ts';
import { day, minute, minuteOfDay } from '#lib/shared/time.ts';
import { accept, approve, bestFor, decline, fill, lapse, offer } from './arranging.ts';
import { end, type Help } from './asking.ts';
import { demoZone } from './calendar.ts';
import type { Draft } from './draft.ts';
import { close, confirm, dropOut, finish, type Confirming } from './ending.ts';
import type { Helper } from './helpers.ts';
import type { Random } from './random.ts';
import type { ApprovalRow, OfferRow, PersonRow, TaskRow } from './rows.ts';

/*
 * The usual course of a past request, from the moment staff look for someone. All of it ends before the eve of the
 * anchor, or waits there for its confirmation.
 */

const noOne = '暂时没有找到合适的志愿者，社区工作人员已经上门。';
const noOneElse = '志愿者临时有事，社区工作人员已经上门。';

/** Asks those whom the rules find among the ones who are about; nobody found closes the request. */
export function arrange(draft: Draft, random: Random, help: Help, staff: PersonRow, at: Date): TaskRow[] {
	const { request, person } = help;
	const isEvent = person.kind === 'unit';
	const limit = request.peopleNeeded + 2;
	const about = draft.helpers.filter((helper) => random.chance(shareOfAsked(draft, helper)));
	let { best } = bestFor(draft, help, about, agreedFrom(random, help, at), limit);
	if (best.length < request.peopleNeeded) ({ best } = bestFor(draft, help, draft.helpers, at, limit));
	// an event takes place with those who come
	if (isEvent && best.length > 0) request.peopleNeeded = Math.min(request.peopleNeeded, best.length);
	const { peopleNeeded, deadline } = request;
	if (best.length < peopleNeeded) {
		end(draft, help, staff, new Date(deadline.getTime() - random.int(10, 50) * minute), noOne);
		return [];
	}
	const approval = approve(draft, help, staff, best, at);
	const tasks = askInTurn(draft, random, help, approval, best, at);
	if (peopleNeeded > 1 || !random.chance(0.012)) return tasks;
	return giveBack(draft, random, help, staff, tasks[0]!);
}

/** Nobody comes running for what has time: hours to wait at least, by urgency. */
const patience: Record<Urgency, [number, number]> = {
	today: [1, 2],
	days: [3, 18],
	week: [12, 60],
	flexible: [24, 100]
};

/** The moment from which a time is looked for. */
function agreedFrom(random: Random, { request }: Help, at: Date): Date {
	const [least, most] = patience[request.urgency];
	return new Date(at.getTime() + random.int(least * 60, most * 60) * minute);
}

/** Not everybody is thought of each time; those with a sign-in keep most of their time for what is to come. */
function shareOfAsked({ cast }: Draft, { person }: Helper): number {
	return cast.has(person.name) ? 0.15 : 0.7;
}

/** As many are asked at once as are needed; where one says no or nothing, the next reserve is asked. */
function askInTurn(
	draft: Draft,
	random: Random,
	help: Help,
	approval: ApprovalRow,
	best: Candidate[],
	at: Date
): TaskRow[] {
	const { peopleNeeded } = help.request;
	const reserves = best.slice(peopleNeeded);
	const tasks = best.slice(0, peopleNeeded).map((first) => {
		let made = offer(draft, help, approval, first, at);
		while (reserves.length > 0 && couldStillCome(reserves[0]!, made) && random.chance(0.13)) {
			const refusedAt = refuse(draft, random, help, made);
			made = offer(draft, help, approval, reserves.shift()!, refusedAt);
		}
		return accept(draft, help, made, answerTime(random, made));
	});
	fill(draft, help, approval, new Date(Math.max(...tasks.map(({ createdAt }) => createdAt.getTime()))));
	return tasks;
}

function couldStillCome({ start }: Candidate, { expiresAt }: OfferRow): boolean {
	return start!.getTime() - expiresAt.getTime() > 45 * minute;
}

function refuse(draft: Draft, random: Random, help: Help, made: OfferRow): Date {
	if (random.chance(0.35) && made.expiresAt < made.during.start) {
		lapse(draft, help, made);
		return made.expiresAt;
	}
	const at = answerTime(random, made);
	decline(draft, help, made, random.pick(declineReasons), at);
	return at;
}

/** Some time before the offer lapses and the help would begin, sooner rather than later. */
function answerTime(random: Random, { goesOutAt, expiresAt, during }: OfferRow): Date {
	const until = Math.min(expiresAt.getTime(), during.start.getTime());
	const share = 0.04 + 0.76 * random.next() ** 2;
	return new Date(goesOutAt.getTime() + Math.ceil(((until - goesOutAt.getTime()) * share) / 1000) * 1000);
}

/** The volunteer drops out half-way; another one is found if there is time. */
function giveBack(draft: Draft, random: Random, help: Help, staff: PersonRow, task: TaskRow): TaskRow[] {
	const at = new Date((task.createdAt.getTime() + task.during.start.getTime()) / 2);
	dropOut(draft, help, task, random.pick(['not_well', 'no_time']), at);
	help.declinedBy.push(task.personId);
	const again = new Date(at.getTime() + random.int(4, 25) * minute);
	const { best } = bestFor(draft, help, draft.helpers, again, 1);
	if (best.length === 0) {
		end(draft, help, staff, new Date(again.getTime() + 20 * minute), noOneElse);
		return [];
	}
	return askInTurn(draft, random, help, approve(draft, help, staff, best, again), best, again);
}

/** How a task is confirmed: by whom, with which words, and how many minutes after it was done. */
export type Judgement = Omit<Confirming, 'at'> & { wait: number };

/** The help happens and is confirmed, as far as there was time for it. */
export function see(
	draft: Draft,
	random: Random,
	help: Help,
	tasks: TaskRow[],
	done: readonly string[],
	judge: () => Judgement
): void {
	if (tasks.length === 0) return;
	const eve = draft.calendar.at(-1, 17 * 60 + 30);
	for (const task of tasks) {
		const minutes = Math.max(10, Math.round((help.request.minutes * (0.75 + random.next() * 0.6)) / 5) * 5);
		const at = new Date(task.during.start.getTime() + (minutes + random.int(0, 4)) * minute);
		finish(draft, help, task, { minutes, note: random.chance(0.75) ? random.pick(done) : null, at });
		const { wait, ...judgement } = judge();
		const confirmedAt = inDaytime(new Date(at.getTime() + wait * minute));
		if (confirmedAt < eve) confirm(draft, help, task, { ...judgement, at: confirmedAt });
	}
	const ends = tasks.flatMap(({ endedAt }) => (endedAt ? [endedAt.getTime()] : []));
	if (ends.length === tasks.length) close(help, new Date(Math.max(...ends)));
}

/** The same moment, or the next morning for one in the night. */
function inDaytime(at: Date): Date {
	const clock = minuteOfDay(at, demoZone);
	if (clock >= morning && clock <= evening) return at;
	const midnight = at.getTime() - clock * minute + (clock > evening ? day : 0);
	return new Date(midnight + (morning + (clock % 150)) * minute);
}

const morning = 8 * 60 + 20;
const evening = 20 * 60 + 50;
