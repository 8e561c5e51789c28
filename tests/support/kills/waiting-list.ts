import { setTimeout as pause } from 'node:timers/promises';
import type { Actor } from '#lib/accounts/people.ts';
import { book } from '#lib/booking/book.server.ts';
import { cancel } from '#lib/booking/cancel.server.ts';
import { daysOpened } from '#lib/booking/offer-place.server.ts';
import { serviceById } from '#lib/booking/queries.server.ts';
import { bookings, waits } from '#lib/booking/tables.server.ts';
import { freeTimesOn } from '#lib/booking/times.server.ts';
import { askToWait, leavePlace, takePlace } from '#lib/booking/wait.server.ts';
import { appNow } from '#lib/db/clock.server.ts';
import { hash32 } from '#lib/demo/random.ts';
import { enqueue } from '#lib/jobs/queue.server.ts';
import { notices } from '#lib/notifications/tables.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { addDays, type Day } from '#lib/shared/time.ts';
import { monday, station, type Station } from '../booking-cast.ts';
import { zone } from '../small-world.ts';

/** A hall of one window whose two days are wanted by more people than there are places. */
export interface WaitingList {
	town: Station;
	serviceId: string;
	waiters: Map<string, Actor>;
	days: Day[];
	/** How many times there are in all. */
	places: number;
}

const here = () => ({ now: appNow(), zone });
/** Far enough away not to be over when all have answered. */
const days = [addDays(monday, 40), addDays(monday, 41)];
const clocks = ['09:00', '11:00'] as const;

/**
 * On the first day all is booked, people wait, and places are given back; the second day is opened to those who wait for
 * it, by the worker.
 * @param places times of half an hour on each day, at most four
 */
export async function makeWaitingList(places: number, waiting: number): Promise<WaitingList> {
	const town = await station(1);
	const { world } = town;
	const serviceId = await town.service('候补', [0], { daysAhead: 60 });
	const waiters = new Map<string, Actor>();
	const [first, second] = days as [Day, Day];
	await town.duty(0, ...clocks, first);
	const full = (await free({ town, serviceId }, first)).length;
	const booked: string[] = [];
	for (const { start } of await free({ town, serviceId }, first)) {
		const holder = await world.person(`已约${booked.length + 1}`);
		const wanted = { serviceId, place: 'desk' as const, start, holdId: null, documentsReady: [] };
		const attendeeId = holder.personId;
		booked.push(await world.run((scope) => book(scope, holder, { ...wanted, attendeeId }, here())));
	}
	for (let at = 0; at < waiting; at++) {
		const actor = await world.person(`等候${at + 1}`);
		waiters.set(actor.personId, actor);
		const day = at % 2 === 0 ? first : second;
		const wish = { fromDay: day, toDay: day, fromMinute: 0, toMinute: 1440 };
		const attendeeId = actor.personId;
		await world.run((scope) => askToWait(scope, actor, { serviceId, attendeeId, ...wish }, here()));
	}
	for (const id of booked.slice(0, places)) {
		await world.run((scope) => cancel(scope, town.staff, { id, reason: null }, here()));
	}
	await town.duty(0, ...clocks, second);
	await world.run((scope) => enqueue(scope, daysOpened, { days: [second] }));
	return { town, serviceId, waiters, days: [first, second], places: places + full };
}

async function free({ town, serviceId }: Pick<WaitingList, 'town' | 'serviceId'>, day: Day) {
	return town.world.run(async (scope) => {
		const service = (await serviceById(scope, serviceId))!;
		return freeTimesOn(scope, { service, place: 'desk' }, { from: day, to: day }, appNow());
	});
}

const all = ({ town }: WaitingList) => town.world.run(({ tx }) => tx.select().from(waits));

/** When the next offer of a place lapses; null where none is open. */
export async function nextLapse(list: WaitingList): Promise<Date | null> {
	const until = (await all(list)).flatMap((one) => (one.status === 'offered' ? [+one.offeredUntil!] : []));
	return until.length > 0 ? new Date(Math.min(...until)) : null;
}

const answers = ['take', 'leave', 'silence'] as const;

/** Lets those answer who were offered a place, until the signal says stop. */
export async function answerPlaces(list: WaitingList, seed: number, signal: AbortSignal): Promise<void> {
	const known = new Set<string>();
	while (!signal.aborted) {
		const offered = (await all(list)).filter(({ id, status }) => status === 'offered' && !known.has(id));
		await Promise.all(
			offered.map(async ({ id, attendeeId, offeredBookingId }) => {
				known.add(id);
				const actor = list.waiters.get(attendeeId)!;
				const wish = answers[hash32(`${seed} ${[...list.waiters.keys()].indexOf(attendeeId)}`) % 3]!;
				await list.town.world
					.run(async (scope) => {
						if (wish === 'take') await takePlace(scope, actor, offeredBookingId!, appNow());
						if (wish === 'leave') await leavePlace(scope, actor, offeredBookingId!, here());
					})
					.catch((error: unknown) => {
						if (!(error instanceof AppError)) throw error;
					});
			})
		);
		await pause(20);
	}
}

/** What became of those who waited, and what must never be. */
export async function readWaitingList(list: WaitingList) {
	const wrong: string[] = [];
	const rows = await all(list);
	const told = await list.town.world.run(({ tx }) => tx.select().from(notices));
	const made = await list.town.world.run(({ tx }) => tx.select().from(bookings));
	const count = (status: (typeof rows)[number]['status']) =>
		rows.filter((one) => one.status === status).length;
	for (const { id, attendeeId, status } of rows) {
		const same = (what: string, a: number, b: number) =>
			a === b || wrong.push(`${id}: ${what}: ${a}, not ${b}`);
		const news = (template: string) =>
			told.filter((one) => one.personId === attendeeId && one.template === template).length;
		const own = made.filter((one) => one.attendeeId === attendeeId);
		const wasOffered = Number(status !== 'waiting');
		same('places offered', own.length, wasOffered);
		same('told of a place', news('booking_offered'), wasOffered);
		same('told that it went to the next', news('booking_offer_lapsed'), Number(status === 'lapsed'));
		same('told that it is booked', news('booking_made'), Number(status === 'taken'));
		same('has the place', own.filter((one) => one.status === 'booked').length, Number(status === 'taken'));
		same('offers still open', Number(status === 'offered'), 0);
	}
	const standing = made.filter(({ status }) => status === 'booked');
	const times = new Set(standing.map(({ during }) => +during.start));
	if (times.size !== standing.length) wrong.push('a place has two people');
	for (const day of list.days) {
		const forgotten = rows.filter((one) => one.status === 'waiting' && one.fromDay === day).length;
		if (forgotten > 0 && (await free(list, day)).length > 0)
			wrong.push(`${day}: a place and who waits for it`);
	}
	return {
		wrong,
		taken: count('taken'),
		lapsed: count('lapsed'),
		left: count('withdrawn'),
		waiting: count('waiting')
	};
}
