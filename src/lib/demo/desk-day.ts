import type { Random } from './random.ts';

/** Minutes of the day at which something happened to somebody at a desk; whole ones. */
export interface DeskVisit {
	serviceId: string;
	/** From and to of the appointment; null without one. */
	slot: [from: number, to: number] | null;
	/** Null for who did not come for his appointment. */
	came: { arrived: number; called: number; started: number; ended: number } | null;
}

/** A service as far as a day at a desk needs to know. */
export interface DeskService {
	id: string;
	minutes: number;
	walkIn: boolean;
}

const quarter = 15;
/** Nobody is called so shortly before the end of a duty, minutes. */
const lastCall = 8;

/**
 * One duty at a desk from the first to the last, one after the other: some with an appointment, some without.
 * @param from,to minutes of the day
 */
export function deskDay(
	random: Random,
	services: readonly DeskService[],
	from: number,
	to: number
): DeskVisit[] {
	const visits: DeskVisit[] = [];
	const walkIns = services.filter(({ walkIn }) => walkIn);
	let free = from;
	let booked = from;
	while (free < to - lastCall) {
		const byAppointment = walkIns.length === 0 || random.chance(0.5);
		const service = random.pick(byAppointment ? services : walkIns);
		const slot = byAppointment ? slotAfter(Math.max(free, booked), from, service.minutes) : null;
		if (slot && slot[1] > to) break;
		if (slot) booked = slot[1];
		if (slot && random.chance(0.08)) {
			visits.push({ serviceId: service.id, slot, came: null });
			free = slot[0] + random.int(3, 10);
			continue;
		}
		const called = slot ? Math.max(free, slot[0]) : free + random.int(0, 9);
		const arrived = slot ? slot[0] - random.int(2, 18) : called - random.int(1, 22);
		const started = called + random.int(1, 2);
		const ended = started + Math.max(4, Math.round(service.minutes * (0.6 + 0.6 * random.next())));
		if (called > to - lastCall) break;
		visits.push({ serviceId: service.id, slot, came: { arrived, called, started, ended } });
		free = ended;
	}
	return visits;
}

/** The first quarter of an hour, counted from the beginning of the duty. */
function slotAfter(at: number, from: number, minutes: number): [number, number] {
	const start = from + quarter * Math.ceil((at - from) / quarter);
	return [start, start + minutes];
}
