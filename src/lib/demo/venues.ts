import { castMember, randomOf, type Draft } from './draft.ts';
import type { VenueRow } from './rows.ts';
import { pointPlans, venuePlans } from './venue-plans.ts';

/** Lends the five kinds of place, and names what lies about. */
export function openVenues(draft: Draft): void {
	const { rows, plan } = draft;
	rows.venues.push(...venuePlans[plan.slug].map((venue) => ({ id: draft.id('venue'), ...venue })));
	rows.servicePoints.push(...pointPlans[plan.slug].map((one) => ({ id: draft.id('service_point'), ...one })));
}

/** What people meet for in each kind of place, with the minute at which they begin and how long they stay. */
const occasions: Record<
	VenueRow['kind'],
	[purpose: string, from: number, minutes: number, people: number][]
> = {
	exercise: [
		['太极拳晨练', 6 * 60, 90, 24],
		['广场舞练习', 18 * 60 + 30, 90, 30]
	],
	assembly: [
		['楼组长碰头会', 9 * 60 + 30, 90, 16],
		['业主商量装电梯', 19 * 60, 90, 28]
	],
	culture: [
		['合唱排练', 9 * 60, 120, 22],
		['棋友会', 14 * 60, 120, 10]
	],
	health: [['八段锦跟练', 8 * 60 + 30, 60, 8]],
	training: [
		['智能手机互助课', 10 * 60, 60, 15],
		['毛笔字练习', 15 * 60, 120, 12]
	]
};

/** The days about today on which residents have booked. */
const [firstDay, lastDay] = [-4, 12];

/** Residents have booked the venues; one of the cast too. */
export function bookVenues(draft: Draft): void {
	const random = randomOf(draft, 'venues');
	const grown = draft.rows.people.filter(({ kind, bornOn }) => kind === 'resident' && bornOn! < '1995');
	// nobody twice, so that nobody has a venue twice a day
	const askers = random.shuffled(grown);
	for (const venue of draft.rows.venues) {
		for (let day = firstDay; day <= lastDay; day++) {
			for (const occasion of occasions[venue.kind]) {
				if (random.chance(0.45)) book(draft, venue, day, occasion, askers.pop()!.id);
			}
		}
	}
	if (draft.plan.slug !== 'chengdong') return;
	const culture = draft.rows.venues.find(({ kind }) => kind === 'culture')!;
	book(draft, culture, 3, ['越剧班排练', 17 * 60, 120, 9], castMember(draft, '陈桂香').id);
}

function book(
	{ rows, calendar, id }: Draft,
	venue: VenueRow,
	day: number,
	[purpose, from, minutes, people]: (typeof occasions)['health'][number],
	bookedBy: string
): void {
	rows.venueBookings.push({
		id: id('venue_booking'),
		venueId: venue.id,
		during: calendar.span(day, from, from + minutes),
		localDay: calendar.day(day),
		bookedBy,
		groupId: null,
		purpose,
		people,
		forOneself: true,
		status: 'booked',
		createdAt: calendar.at(-6, 10 * 60)
	});
}
