import { datesOf } from '#lib/activities/recurrence.ts';
import type { TermRow } from '#lib/activities/term.ts';
import { daysBetween, minute } from '#lib/shared/time.ts';
import { activityPlans, placesEn, placesOf, type ActivityPlan } from './activity-plans.ts';
import { minutesOf } from './calendar.ts';
import { castMember, randomOf, type Draft } from './draft.ts';
import type { Random } from './random.ts';
import type { ActivityRow, OccurrenceRow, PersonRow, SignUpRow } from './rows.ts';
import { rowNamesEn } from './term-plans.ts';

/** Days around the anchor of which dates are written down. */
const [daysBack, daysOn] = [-45, 63];

const said = [
	...['很热闹，下次还来', '老师讲得清楚', '时间正好', '希望多办几次', '人多了点，位子挤'],
	...[
		'学会了两招，回家试试',
		'邻居都认识了',
		'灯光再亮一点就好',
		'带了孙子来，他也喜欢',
		'音响有点小，后排听不清'
	],
	...['第一次来，大家很客气', '早点通知就更好了', '练完一身轻松', '水和椅子都备好了，谢谢', '讲得慢，跟得上'],
	...['希望周末也有一场', '离家近，走着就来了']
];

/** What is on in the community: two dozen activities, who is signed up and who waits, and who came in the last weeks. */
export function holdActivities(draft: Draft): void {
	const random = randomOf(draft, 'activities');
	const known = new Set([...draft.cast.values()].map(({ id }) => id));
	const residents = draft.rows.people.filter(
		({ id, kind, verifiedAt }) => kind === 'resident' && verifiedAt && !known.has(id)
	);
	for (const plan of activityPlans) hold(draft, random, plan, residents);
}

function hold(draft: Draft, random: Random, plan: ActivityPlan, residents: readonly PersonRow[]): void {
	const { rows, calendar } = draft;
	const activity = activityOf(draft, plan);
	rows.activities.push(activity);
	const dates = datesOf(
		activity.rule ?? null,
		activity.firstDay,
		calendar.day(daysBack),
		calendar.day(daysOn)
	).map((day) => occurrenceOf(draft, activity, daysBetween(calendar.anchor, day)));
	rows.occurrences.push(...dates);
	const fits = residents.filter(({ bornOn }) => fitsAge(plan, Number(bornOn!.slice(0, 4)), calendar.anchor));
	const others = random.shuffled(fits).slice(0, plan.signed + (plan.waiting ?? 0));
	const cast = (names: string[] = []) => {
		const here = names.filter((name) => draft.cast.has(name));
		return here.map((name) => castMember(draft, name));
	};
	const also = cast(plan.also);
	const signed = [...also, ...others.slice(0, plan.signed - also.length)];
	const waiting = [...others.slice(plan.signed), ...cast(plan.alsoWaits)];
	for (const person of signed) seat(draft, random, activity, dates, person);
	waiting.forEach((person, at) => {
		const row = signUpOf(draft, activity, dates, person, 5 * 24 * 60 - at * 90);
		rows.signUps.push({ ...row, status: 'waiting' });
	});
}

function fitsAge({ youngest = 18, oldest = 95 }: ActivityPlan, born: number, anchor: string): boolean {
	const age = Number(anchor.slice(0, 4)) - born;
	return age > youngest && age < oldest;
}

function activityOf(draft: Draft, plan: ActivityPlan): ActivityRow {
	const { calendar, id, staff } = draft;
	const { name, nameEn, kind, theme, words, wordsEn, minutes, first } = plan;
	const leader = plan.ledBy && draft.cast.has(plan.ledBy) ? castMember(draft, plan.ledBy) : staff[1]!;
	const createdAt = calendar.at(Math.min(first, 0) - 14, 10 * 60);
	const group = draft.rows.groups.find((one) => one.name === plan.group);
	const at = placesOf[draft.plan.slug]?.[plan.at] ?? plan.at;
	// in the venue where its group meets
	const venueId = group?.venueId ?? null;
	return {
		...{ id: id('activity'), kind, theme, name, nameEn, words, wordsEn, minutes },
		groupId: group?.id ?? null,
		venueId,
		place: venueId ? null : at,
		placeEn: venueId ? '' : placesEn[at]!,
		pictureId: null,
		firstDay: calendar.day(first),
		startMinute: minutesOf(plan.from),
		rule: plan.rule ?? null,
		exceptDays: [],
		termPlanId: null,
		signUp: plan.rule ? (plan.signUp ?? 'either') : 'date',
		seats: plan.seats ?? null,
		minimum: plan.minimum ?? 0,
		companions: plan.companions ?? 0,
		youngest: plan.youngest ?? null,
		oldest: plan.oldest ?? null,
		residentsOnly: plan.residentsOnly ?? false,
		fitness: plan.fitness ?? [],
		risk: plan.risk?.risk ?? null,
		riskEn: plan.risk?.riskEn ?? '',
		dangerous: plan.insurance !== undefined,
		insurance: plan.insurance ?? null,
		status: 'published',
		ledBy: leader.id,
		createdAt,
		publishedAt: createdAt
	};
}

/** A date of an activity. @param offset days from the anchor */
export function occurrenceOf(draft: Draft, activity: ActivityRow, offset: number): OccurrenceRow {
	const { calendar, id } = draft;
	const { startMinute, minutes } = activity;
	const during = calendar.span(offset, startMinute, startMinute + minutes);
	return {
		id: id('occurrence'),
		activityId: activity.id,
		ruleDay: calendar.day(offset),
		localDay: calendar.day(offset),
		during,
		reason: null,
		venueBookingId: activity.venueId ? bookVenue(draft, activity, activity.venueId, offset, during) : null,
		status: 'planned',
		seats: activity.seats ?? null,
		taken: 0,
		sequence: 0
	};
}

/** An activity that a group published with the plan of its quarter, which is its own words. */
export function activityOfRow(
	{ id, rows }: Draft,
	row: TermRow,
	plan: { id: string; groupId: string; since: Date }
): ActivityRow {
	const { name, kind, firstDay, lastDay, startMinute, minutes, except, venueId, place, seats, ledBy } = row;
	const { theme, words, wordsEn } = rows.groups.find((one) => one.id === plan.groupId)!;
	return {
		...{
			id: id('activity'),
			groupId: plan.groupId,
			termPlanId: plan.id,
			kind,
			theme,
			name,
			nameEn: rowNamesEn[name] ?? '',
			placeEn: placesEn[place ?? ''] ?? ''
		},
		...{ words, wordsEn, firstDay, startMinute, minutes, exceptDays: except, venueId, place, seats, ledBy },
		rule: row.rule && `${row.rule};UNTIL=${lastDay.replaceAll('-', '')}T235959Z`,
		signUp: row.rule ? 'either' : 'date',
		...{ minimum: 0, companions: 0, youngest: null, oldest: null, residentsOnly: false, pictureId: null },
		...{ fitness: [], risk: null, riskEn: '', dangerous: false, insurance: null },
		...{ status: 'published', createdAt: plan.since, publishedAt: plan.since }
	};
}

/** The venue belongs to the activity at that time. @returns the booking's id */
function bookVenue(
	{ rows, calendar, id }: Draft,
	{ groupId, name, seats, ledBy, createdAt }: ActivityRow,
	venueId: string,
	offset: number,
	during: OccurrenceRow['during']
): string {
	// ids of their own, so that those of residents' bookings stay
	const booking = { id: id('activity_venue_booking'), venueId, during, localDay: calendar.day(offset) };
	const by = { bookedBy: ledBy, groupId, purpose: name, people: seats ?? 1, forOneself: false };
	rows.venueBookings.push({ ...booking, ...by, status: 'booked', createdAt });
	return booking.id;
}

/** @param before minutes before the anchor at which somebody signed up */
function signUpOf(
	{ id, calendar }: Draft,
	activity: ActivityRow,
	dates: readonly OccurrenceRow[],
	person: PersonRow,
	before: number
): SignUpRow {
	const first = activity.createdAt.getTime() + 26 * 60 * minute;
	const createdAt = new Date(
		activity.rule ? first : Math.min(+calendar.at(0, 0) - before * minute, +dates[0]!.during.start)
	);
	return {
		id: id('sign_up'),
		activityId: activity.id,
		occurrenceId: activity.rule ? null : dates[0]!.id,
		personId: person.id,
		signedBy: person.id,
		status: 'signed',
		fitStatedAt: activity.fitness?.length ? createdAt : null,
		createdAt
	};
}

/** Signs somebody up, with a seat on every date, and says who came to those that were. */
export function seat(
	draft: Draft,
	random: Random,
	activity: ActivityRow,
	dates: readonly OccurrenceRow[],
	person: PersonRow
): void {
	const { rows, calendar } = draft;
	rows.signUps.push(signUpOf(draft, activity, dates, person, random.int(6, 12) * 24 * 60));
	const eve = calendar.at(-1, 17 * 60);
	for (const date of dates) {
		const past = date.during.end <= eve;
		const status = past
			? random.weighted(['came', 'missed', 'excused'] as const, (one) => weights[one])
			: null;
		if (status !== 'excused') date.taken = (date.taken ?? 0) + 1;
		if (!status) continue;
		const at = new Date(date.during.start.getTime() - random.int(0, 10) * minute);
		rows.attendances.push({ occurrenceId: date.id, personId: person.id, status, by: person.id, at });
		if (status === 'came' && random.chance(0.03)) {
			const words = random.chance(0.6) ? random.pick(freshIn(rows.activityRatings)) : null;
			const told = new Date(date.during.end.getTime() + random.int(1, 60) * minute);
			rows.activityRatings.push({
				occurrenceId: date.id,
				personId: person.id,
				stars: random.int(4, 5),
				words,
				at: told
			});
		}
	}
}

/** What nobody has said yet; when all is said, nothing. */
function freshIn(ratings: Draft['rows']['activityRatings']): (string | null)[] {
	const used = new Set(ratings.map(({ words }) => words));
	const fresh = said.filter((words) => !used.has(words));
	return fresh.length > 0 ? fresh : [null];
}

const weights = { came: 82, missed: 10, excused: 8 };
