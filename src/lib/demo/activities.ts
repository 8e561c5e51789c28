import { datesOf } from '#lib/activities/recurrence.ts';
import { daysBetween, minute } from '#lib/shared/time.ts';
import { activityPlans, type ActivityPlan } from './activity-plans.ts';
import { minutesOf } from './calendar.ts';
import { castMember, randomOf, type Draft } from './draft.ts';
import type { Random } from './random.ts';
import type { ActivityRow, OccurrenceRow, PersonRow, SignUpRow } from './rows.ts';

/** Days around the anchor of which dates are written down. */
const [daysBack, daysOn] = [-45, 63];

const said = ['很热闹，下次还来', '老师讲得清楚', '时间正好', '希望多办几次', '人多了点，位子挤'];

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
	return {
		...{ id: id('activity'), kind, theme, name, nameEn, words, wordsEn, minutes },
		groupId: draft.rows.groups.find((one) => one.name === plan.group)?.id ?? null,
		place: plan.at,
		pictureId: null,
		firstDay: calendar.day(first),
		startMinute: minutesOf(plan.from),
		rule: plan.rule ?? null,
		signUp: plan.rule ? (plan.signUp ?? 'either') : 'date',
		seats: plan.seats ?? null,
		minimum: plan.minimum ?? 0,
		companions: plan.companions ?? 0,
		youngest: plan.youngest ?? null,
		oldest: plan.oldest ?? null,
		residentsOnly: plan.residentsOnly ?? false,
		fitness: plan.fitness ?? [],
		risk: plan.risk ?? null,
		dangerous: plan.insurance !== undefined,
		insurance: plan.insurance ?? null,
		status: 'published',
		ledBy: leader.id,
		createdAt,
		publishedAt: createdAt
	};
}

function occurrenceOf(draft: Draft, activity: ActivityRow, offset: number): OccurrenceRow {
	const { calendar, id } = draft;
	const { startMinute, minutes } = activity;
	return {
		id: id('occurrence'),
		activityId: activity.id,
		ruleDay: calendar.day(offset),
		localDay: calendar.day(offset),
		during: calendar.span(offset, startMinute, startMinute + minutes),
		status: 'planned',
		seats: activity.seats ?? null,
		taken: 0,
		sequence: 0
	};
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
function seat(
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
			const words = random.chance(0.6) ? random.pick(said) : null;
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

const weights = { came: 82, missed: 10, excused: 8 };
