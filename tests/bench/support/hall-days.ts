import { randomFrom, type Random } from '#lib/demo/random.ts';
import { canServe, inOrder, turnOf } from '#lib/hall/queue.ts';
import { doneAt, estimateWaits, toldMinutes, type OpenDesk, type Waiter } from '#lib/hall/wait-estimate.ts';
import { minute } from '#lib/shared/time.ts';

/** What one who waited was told, and how it was: minutes. */
export interface Waited {
	told: number;
	/** What he would have been told by counting heads: those ahead, times the mean service, over the open desks. */
	counted: number;
	real: number;
}

interface Comer {
	arrives: number;
	appointment: number | null;
	serviceId: string;
	/** As the catalogue says, and as it really is. */
	minutes: number;
	real: number;
}

interface Desk {
	deskId: string;
	serves: Set<string>;
	/** Minutes of the day. */
	hours: [from: number, to: number][];
	startedAt: number;
	minutes: number;
	freeAt: number;
}

const services = [
	{ id: 'relief', minutes: 40, known: [1] },
	{ id: 'jobs', minutes: 25, known: [2] },
	{ id: 'insurance', minutes: 20, known: [0, 2] },
	{ id: 'proof', minutes: 10, known: [0, 1, 2] },
	{ id: 'other', minutes: 15, known: [0, 1, 2] }
];

/** The staggered shifts of three desks. */
const shifts: Desk['hours'][] = [
	[
		[480, 720],
		[810, 990]
	],
	[
		[570, 840],
		[870, 1020]
	],
	[
		[540, 720],
		[810, 1050]
	]
];

const instant = (minutes: number) => new Date(minutes * minute);

/** A service takes longer or shorter than the catalogue says: log-normal, right on average, a third of it as deviation. */
function reallyTakes(random: Random, minutes: number): number {
	const deviation = 0.33;
	const normal = Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
	return minutes * Math.exp(deviation * normal - deviation ** 2 / 2);
}

/** Everybody of a day, in the order of coming. One of ten with an appointment does not come. */
function comersOf(random: Random): { comers: Comer[]; absent: Comer[] } {
	const comers: Comer[] = [];
	const absent: Comer[] = [];
	const draw = () => random.pick(services);
	for (let at = 480; at < 1_020; at += random.int(4, 22)) {
		const { id: serviceId, minutes } = draw();
		comers.push({ arrives: at, appointment: null, serviceId, minutes, real: reallyTakes(random, minutes) });
	}
	for (let at = 510; at < 1_000; at += random.int(3, 8) * 5) {
		const { id: serviceId, minutes } = draw();
		const arrives = Math.max(470, at + random.int(-25, 12));
		const one = { arrives, appointment: at, serviceId, minutes, real: reallyTakes(random, minutes) };
		(random.chance(0.1) ? absent : comers).push(one);
	}
	return { comers: comers.sort((a, b) => a.arrives - b.arrives), absent };
}

/** One day of the hall by the rules of the app, with what everybody was told at arrival. */
export function hallDay(seed: number): Waited[] {
	const random = randomFrom(seed, 'hall');
	const { comers, absent } = comersOf(random);
	const desks = shifts.map((hours, at): Desk => {
		const serves = new Set(services.filter(({ known }) => known.includes(at)).map(({ id }) => id));
		return { deskId: String(at), serves, hours, startedAt: 0, minutes: 0, freeAt: 0 };
	});
	const waiting: (Waiter & { comer: Comer })[] = [];
	const told = new Map<string, Omit<Waited, 'real'>>();
	const waited: Waited[] = [];
	const coming = [...comers];
	for (let now = 470; now < 1_080; now++) {
		for (const desk of desks) serveNext(desk, now);
		while (coming[0] && coming[0].arrives <= now) {
			const comer = coming.shift()!;
			join(comer, now);
			for (const desk of desks) serveNext(desk, now);
		}
	}
	return waited;

	function join(comer: Comer, now: number): void {
		const id = String(told.size + 1);
		const turnAt = turnOf(instant(now), comer.appointment === null ? null : instant(comer.appointment));
		const appointed = comer.appointment !== null && +turnAt === comer.appointment * minute;
		const { serviceId, minutes } = comer;
		waiting.push({ id, number: told.size + 1, serviceId, minutes, turnAt, appointed, deskId: null, comer });
		const wait = estimateWaits(waiting, expectedAt(now), openAt(now), instant(now)).get(id);
		const open = desks.filter(({ hours }) => hours.some(([from, to]) => from <= now && now < to)).length;
		const counted = ((waiting.length - 1) * 20) / Math.max(1, open);
		told.set(id, { told: wait ? toldMinutes(wait.minutes) : Number.NaN, counted });
	}
	function expectedAt(now: number) {
		return [...coming, ...absent].flatMap(({ appointment, serviceId, minutes }) =>
			appointment !== null && appointment >= now - 10
				? [{ serviceId, minutes, turnAt: instant(appointment) }]
				: []
		);
	}
	function openAt(now: number): OpenDesk[] {
		return desks.flatMap(({ deskId, serves, hours, startedAt, minutes, freeAt }) =>
			hours
				.filter(([, to]) => to > now)
				.map(([from, to]) => ({
					deskId,
					serves,
					during: { start: instant(from), end: instant(to) },
					freeAt: freeAt > now ? doneAt(instant(startedAt), minutes, instant(now)) : instant(now)
				}))
		);
	}
	function serveNext(desk: Desk, now: number): void {
		if (desk.freeAt > now || !desk.hours.some(([from, to]) => from <= now && now < to)) return;
		const next = inOrder(waiting, instant(now)).find((one) => canServe(desk, one));
		if (!next) return;
		waiting.splice(waiting.indexOf(next), 1);
		Object.assign(desk, { startedAt: now, minutes: next.minutes, freeAt: now + next.comer.real });
		const was = told.get(next.id)!;
		if (!Number.isNaN(was.told)) waited.push({ ...was, real: now - next.comer.arrives });
	}
}
