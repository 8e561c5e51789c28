import { turnOf } from '#lib/hall/queue.ts';
import { toldMinutes } from '#lib/hall/wait-estimate.ts';
import { daysBetween, minute, minuteOfDay } from '#lib/shared/time.ts';
import { demoZone } from './calendar.ts';
import { deskDay, type DeskVisit } from './desk-day.ts';
import { castMember, randomOf, type Draft } from './draft.ts';
import type { Random } from './random.ts';
import type { BookingRow, DutyRow, PersonRow, TicketRow } from './rows.ts';

/** Days around the anchor on which people come, or have appointments. */
const days = { from: -28, to: 12 };
/** Days on which 陈桂香 came herself. */
const herDays = [-20, -6];

/** So many of the residents have had something to do at the hall in these weeks. */
const regulars = 450;
/** How many more sit in the hall while it is open. */
const justCame = 5;

/** Who comes next on a day. */
type GuestOn = (offset: number, visit?: DeskVisit) => PersonRow;

/** Part of a day at a desk, or of a round of home visits. */
interface Part {
	draft: Draft;
	random: Random;
	duty: DutyRow;
	/** Days from the anchor. */
	offset: number;
	now: Date;
}

/**
 * Life at the desks: four weeks behind us, the day as it stands at `now`, and the appointments ahead. Where `now` is not of
 * the anchor day, nobody has come on it yet.
 */
export function serveAtDesks(draft: Draft, now: Date): void {
	const { rows, calendar } = draft;
	const random = randomOf(draft, 'hall');
	const known = Map.groupBy(rows.serviceOfficers, ({ staffId }) => staffId);
	const services = new Map(rows.services.map((one) => [one.id, one]));
	const guestOn = guestsOf(draft, random);
	for (const duty of rows.duties) {
		const offset = daysBetween(calendar.anchor, duty.day);
		if (duty.status !== 'published' || offset < days.from || offset > days.to) continue;
		const done = (known.get(duty.staffId) ?? [])
			.map(({ serviceId }) => services.get(serviceId)!)
			.filter(({ atDesk, atHome }) => (duty.deskId ? atDesk : atHome));
		if (done.length === 0) continue;
		const part: Part = { draft, random, duty, offset, now };
		const [from, to] = [duty.during.start, duty.during.end].map((at) => minuteOfDay(at, demoZone));
		for (const visit of deskDay(random, done, from!, to!)) {
			// the further ahead, the fewer have booked
			const isOpen = offset > 0 && (!visit.slot || random.chance(0.3 + offset / 20));
			if (!isOpen && (visit.slot || duty.deskId)) live(part, visit, guestOn(offset, visit));
		}
	}
	for (let count = 0; count < justCame; count++) comeIn(draft, random, now, guestOn);
	number(draft);
}

/** Somebody without an appointment who has come a while ago and waits. */
function comeIn({ rows, id }: Draft, random: Random, now: Date, guestOn: GuestOn): void {
	const duty = rows.duties.find(
		({ during, deskId, status }) =>
			deskId && status === 'published' && during.start <= now && now < during.end
	);
	const open = rows.services.filter(
		(one) =>
			one.walkIn &&
			rows.serviceOfficers.some(({ serviceId, staffId }) => serviceId === one.id && staffId === duty?.staffId)
	);
	if (!duty || open.length === 0) return;
	const arrivedAt = new Date(now.getTime() - random.int(2, 16) * minute);
	rows.tickets.push({
		id: id('ticket'),
		stationId: rows.desks.find((one) => one.id === duty.deskId)!.stationId,
		day: duty.day,
		number: 0,
		serviceId: random.pick(open).id,
		bookingId: null,
		personId: guestOn(0).id,
		via: random.pick(['phone', 'clerk']),
		status: 'waiting',
		turnAt: arrivedAt,
		arrivedAt,
		calledAt: null,
		calls: 0,
		startedAt: null,
		endedAt: null,
		deskId: null,
		officerId: null,
		toldMinutes: 5 * random.int(2, 5)
	});
}

/** Who comes next on a day: the residents in turn, so that nobody comes twice a day. */
function guestsOf(draft: Draft, random: Random): GuestOn {
	const { rows, cast, plan } = draft;
	const known = new Set([...cast.values()].map(({ id }) => id));
	const residents = rows.people.filter(
		({ id, kind, verifiedAt }) => kind === 'resident' && verifiedAt && !known.has(id)
	);
	const guests = random.shuffled(residents).slice(0, regulars);
	const hers = plan.slug === 'chengdong' ? [...herDays] : [];
	let next = 0;
	return (offset, visit) => {
		if (hers[0] !== undefined && hers[0] <= offset && visit?.slot && visit.came) {
			hers.shift();
			return castMember(draft, '陈桂香');
		}
		return guests[next++ % guests.length]!;
	};
}

function live(part: Part, visit: DeskVisit, person: PersonRow): void {
	const booking = visit.slot ? book(part, visit, person) : null;
	const { draft, random, duty, offset, now } = part;
	const at = (minutes: number) => draft.calendar.at(offset, minutes);
	const { came } = visit;
	if (!came || at(came.arrived) > now) return;
	const [calledAt, startedAt, endedAt] = [came.called, came.started, came.ended].map((one) =>
		at(one) <= now ? at(one) : null
	);
	const state = endedAt ? 'served' : startedAt ? 'serving' : calledAt ? 'called' : 'waiting';
	if (booking) {
		const status = state === 'waiting' || state === 'called' ? 'arrived' : state;
		Object.assign(booking, { status, arrivedAt: at(came.arrived), startedAt, endedAt });
		if (state === 'served') rate(part, booking, at(came.ended));
	}
	if (!duty.deskId) return;
	draft.rows.tickets.push({
		id: draft.id('ticket'),
		stationId: draft.rows.desks.find(({ id }) => id === duty.deskId)!.stationId,
		day: duty.day,
		number: 0,
		serviceId: visit.serviceId,
		bookingId: booking?.id ?? null,
		personId: booking || random.chance(0.7) ? person.id : null,
		via: booking ? random.pick(['qr', 'code', 'clerk']) : random.pick(['phone', 'clerk']),
		status: state,
		turnAt: turnOf(at(came.arrived), visit.slot && at(visit.slot[0])),
		arrivedAt: at(came.arrived),
		calledAt: calledAt ?? null,
		calls: calledAt ? 1 : 0,
		startedAt: startedAt ?? null,
		endedAt: endedAt ?? null,
		deskId: calledAt ? duty.deskId : null,
		officerId: calledAt ? duty.staffId : null,
		toldMinutes: toldMinutes(came.called - came.arrived + random.int(-4, 4))
	} satisfies TicketRow);
}

/** An appointment as it was made, and missed where nobody came. */
function book({ draft, random, duty, offset }: Part, visit: DeskVisit, person: PersonRow): BookingRow {
	const [from, to] = visit.slot!;
	const { calendar, rows } = draft;
	const missed = !visit.came && offset < 0;
	const brought = rows.serviceDocuments.filter(
		(one) => one.serviceId === visit.serviceId && (one.required || random.chance(0.4))
	);
	const booking: BookingRow = {
		id: draft.id('booking'),
		serviceId: visit.serviceId,
		attendeeId: person.id,
		bookedBy: random.chance(0.15) ? duty.staffId : person.id,
		place: duty.deskId ? 'desk' : 'home',
		deskId: duty.deskId ?? null,
		officerId: duty.staffId,
		during: calendar.span(offset, from, to),
		localDay: duty.day,
		status: missed ? 'no_show' : 'booked',
		heldUntil: null,
		documentsReady: brought.slice(random.chance(0.3) ? 1 : 0).map(({ id }) => id),
		createdAt: calendar.at(Math.min(offset, 0) - random.int(1, 6), random.int(8 * 60, 17 * 60)),
		arrivedAt: null,
		startedAt: null,
		endedAt: missed ? calendar.at(offset, to) : null,
		reason: null,
		sequence: 0
	};
	rows.bookings.push(booking);
	return booking;
}

const words = ['态度很好，讲得清楚', '中午也能办，方便', '不用请假了', '等得不久', '工作人员很耐心'];

/** What some say of it that day (好差评). */
function rate({ draft, random, now }: Part, { id }: BookingRow, ended: Date): void {
	const at = new Date(ended.getTime() + random.int(5, 90) * minute);
	if (at > now || !random.chance(0.45)) return;
	const stars = random.weighted([5, 4, 3, 2], (one) => ({ 5: 70, 4: 22, 3: 6, 2: 2 })[one] ?? 0);
	const said = stars === 5 && random.chance(0.4) ? random.pick(words) : null;
	draft.rows.bookingRatings.push({ bookingId: id, stars, words: said, at });
}

/** Gives the numbers of each day, in the order of coming. */
function number({ rows }: Draft): void {
	const counts = new Map<string, number>();
	rows.tickets.sort((a, b) => a.arrivedAt.getTime() - b.arrivedAt.getTime());
	for (const ticket of rows.tickets) {
		const key = `${ticket.stationId}/${ticket.day}`;
		ticket.number = (counts.get(key) ?? 0) + 1;
		counts.set(key, ticket.number);
	}
}
