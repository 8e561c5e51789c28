import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { sessions } from '#lib/accounts/tables.server.ts';
import { occurrences, signUps } from '#lib/activities/tables.server.ts';
import { inCommon } from '#lib/db/client.server.ts';
import { appNow } from '#lib/db/clock.server.ts';
import { notices } from '#lib/notifications/tables.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { day } from '#lib/shared/time.ts';
import { makeHall, type Client, type Hall } from '../storm/hall.ts';
import { post } from '../storm/press.ts';
import { announceTrip, type Trip } from '../storm/trip.ts';

/** A trip that more people want than there are seats, on phones that press again until they hear an answer. */
export interface SeatList {
	hall: Hall;
	trip: Trip;
	seats: number;
	/** What was answered, by the key of the press. */
	answered: Set<string>;
	/** The key of each press, by who and what. */
	keys: Map<string, string>;
	/** Who gives a seat up again, and who says nothing when one is offered: the first who could. */
	leaving: Set<string>;
	silent: Set<string>;
}

/** So many seats are given up again; so many are offered to somebody who says nothing. */
const [mostLeaving, mostSilent] = [3, 1];

export async function makeSeatList(seats: number, crowd: number): Promise<SeatList> {
	const hall = await makeHall(crowd, appNow());
	// whatever the clock of this machine says
	const endsAt = new Date('2100-01-01');
	await inCommon(({ tx }) => tx.update(sessions).set({ expiresAt: endsAt, endsAt }));
	const trip = await announceTrip(hall, seats, new Date(+appNow() + 38 * day));
	return { hall, trip, seats, answered: new Set(), keys: new Map(), leaving: new Set(), silent: new Set() };
}

const rowsOf = ({ hall, trip }: SeatList) =>
	hall.world.run(({ tx }) =>
		tx.select().from(signUps).where(eq(signUps.occurrenceId, trip.occurrenceId)).orderBy(signUps.createdAt)
	);

/** A form that somebody sends. */
interface Press {
	client: Client;
	action: 'sign' | 'withdraw' | 'take';
	body: Record<string, string>;
	key: string;
}

/** What everybody would press now and has no answer to: all sign up, a few leave, most take the seat that they are offered. */
async function pressesOf(list: SeatList): Promise<Press[]> {
	const rows = await rowsOf(list);
	const { occurrenceId } = list.trip;
	for (const { personId, status } of rows) {
		if (status === 'signed' && list.leaving.size < mostLeaving) list.leaving.add(personId);
		if (status === 'offered' && list.silent.size < mostSilent) list.silent.add(personId);
	}
	const all = list.hall.clients.flatMap((client): Omit<Press, 'key'>[] => {
		const { personId } = client;
		const sign = { target: occurrenceId, for: personId, wait: 'yes' };
		const presses: Omit<Press, 'key'>[] = [{ client, action: 'sign', body: sign }];
		const row = rows.find((one) => one.personId === personId);
		const own = { client, body: { signUp: row?.id ?? '' } };
		if (row?.status === 'signed' && list.leaving.has(personId)) presses.push({ ...own, action: 'withdraw' });
		if (row?.status === 'offered' && !list.silent.has(personId)) presses.push({ ...own, action: 'take' });
		return presses;
	});
	return all
		.map((press) => ({ ...press, key: keyOf(list, press) }))
		.filter(({ key }) => !list.answered.has(key));
}

function keyOf({ keys }: SeatList, { client, action }: Omit<Press, 'key'>): string {
	const name = `${client.personId} ${action}`;
	if (!keys.has(name)) keys.set(name, newId());
	return keys.get(name)!;
}

/** Lets everybody press, at a process that may be killed under them, until the signal says stop. */
export async function pressSeats(list: SeatList, url: string, signal: AbortSignal): Promise<void> {
	const agent = new Agent({ keepAlive: true });
	while (!signal.aborted) {
		const presses = await pressesOf(list);
		await Promise.all(presses.map((press) => send(list, agent, url, press)));
		await pause(30);
	}
	agent.destroy();
}

async function send(list: SeatList, agent: Agent, url: string, press: Press): Promise<void> {
	const { client, action, key, body } = press;
	const headers = {
		cookie: client.cookie,
		origin: url,
		accept: 'application/json',
		'x-sveltekit-action': 'true'
	};
	const path = `${url}/${list.hall.slug}/activities/${list.trip.activityId}?/${action}`;
	const sent = new URLSearchParams({ key, ...body }).toString();
	const answer = await post(agent, path, headers, sent).catch(() => null);
	if (!answer) return;
	const said = answer.status === 200 ? (JSON.parse(answer.text) as { status: number }).status : answer.status;
	if (said !== 503) list.answered.add(key);
}

/** When something has to happen next: at once while a press waits for its answer, else when an offer lapses. */
export async function nextSeatStep(list: SeatList): Promise<Date | null> {
	if ((await pressesOf(list)).length > 0) return appNow();
	const until = (await rowsOf(list)).flatMap((one) => (one.status === 'offered' ? [+one.answerBy!] : []));
	return until.length > 0 ? new Date(Math.min(...until)) : null;
}

/** What became of the seats, and what must never be. */
export async function readSeats(list: SeatList) {
	const wrong: string[] = [];
	const same = (what: string, a: number, b: number) => a === b || wrong.push(`${what}: ${a}, not ${b}`);
	const rows = await rowsOf(list);
	const told = await list.hall.world.run(({ tx }) => tx.select().from(notices));
	const count = (status: (typeof rows)[number]['status']) =>
		rows.filter((one) => one.status === status).length;
	const [date] = await list.hall.world.run(({ tx }) =>
		tx.select().from(occurrences).where(eq(occurrences.id, list.trip.occurrenceId))
	);
	same('seats taken', date!.taken, count('signed'));
	same('people on the list', rows.length, list.hall.clients.length);
	same('offers still open', count('offered'), 0);
	if (count('waiting') > 0) same('seats given while somebody waits', date!.taken, list.seats);
	for (const { id, personId, status } of rows) {
		const news = (template: string) =>
			told.filter((one) => one.personId === personId && one.template === template).length;
		const offered = news('activity_seat_offered');
		if (offered > 1) wrong.push(`${id}: offered ${offered} times`);
		if (status === 'waiting' || status === 'lapsed')
			same(`${id}: told of a seat`, offered, Number(status === 'lapsed'));
		same(`${id}: told that it went on`, news('activity_seat_lapsed'), Number(status === 'lapsed'));
	}
	return { wrong, seated: count('signed'), lapsed: count('lapsed'), left: count('withdrawn') };
}
