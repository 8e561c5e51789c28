import { ageOn, type Span } from '#lib/shared/time.ts';
import { ask, triage } from './asking.ts';
import { minutesOf } from './calendar.ts';
import { castMember, randomOf, tell, type Draft } from './draft.ts';
import { fullName } from './names.ts';
import { openPlans, type OpenPlan, type Wanted, type Windows } from './open-plans.ts';
import { addPerson, newPhone } from './people.ts';
import type { Random } from './random.ts';
import type { PersonRow } from './rows.ts';

/** The requests that are open today, most of them waiting for staff to find somebody. */
export function openToday(draft: Draft): void {
	const random = randomOf(draft, 'open');
	const people = random.shuffled(draft.rows.people);
	const chosen = new Set<PersonRow>();
	for (const plan of openPlans[draft.plan.slug]) {
		const person =
			typeof plan.for === 'string' ? named(draft, plan.for) : fitting(draft, people, chosen, plan.for);
		chosen.add(person);
		addOpen(draft, random, plan, person);
	}
}

function addOpen(draft: Draft, random: Random, plan: OpenPlan, person: PersonRow): void {
	const { askedBy, windows, asked, triage: stage, for: _, ...asking } = plan;
	const asker = askedBy ? askerOf(draft, random, askedBy, person) : person;
	const [day, clock] = asked;
	const at = draft.calendar.at(day, minutesOf(clock));
	const help = ask(draft, { ...asking, person, askedBy: asker, windows: spans(draft, windows), at });
	const staff = draft.staff.includes(asker) ? asker : draft.staff[1 + (draft.rows.requests.length % 3)]!;
	const soon = new Date(at.getTime() + random.int(3, 24) * 60_000);
	if (stage === 'accepted') triage(draft, help, staff, soon, 'accepted');
	if (typeof stage === 'object') triage(draft, help, staff, soon, 'questioned', stage.question);
	const { id, need } = help.request;
	for (const { id: staffId } of draft.staff) {
		tell(draft, staffId, {
			template: 'staff_new_request',
			params: { need },
			path: `/desk/requests/${id}`,
			about: id,
			at
		});
	}
}

export function spans(draft: Draft, windows: Windows): Span[] {
	return windows.flatMap(([first, last, from, to]) =>
		Array.from({ length: last - first + 1 }, (_, at) =>
			draft.calendar.span(first + at, minutesOf(from), minutesOf(to))
		)
	);
}

function named(draft: Draft, name: string): PersonRow {
	return draft.cast.get(name) ?? draft.rows.people.find((one) => one.name === name)!;
}

/** Somebody for whom nothing is open yet. */
export function fitting(
	{ calendar, cast, helpers, rows }: Draft,
	people: PersonRow[],
	chosen: ReadonlySet<PersonRow>,
	{ ages: [youngest, oldest], gender, vulnerable, phone }: Wanted
): PersonRow {
	const found = people.find((person) => {
		const { bornOn, householdId, verifiedAt, name, id } = person;
		if (!bornOn || !householdId || !verifiedAt || cast.has(name) || chosen.has(person)) return false;
		if (helpers.some((helper) => helper.person === person)) return false;
		if (rows.requests.some((one) => one.forPersonId === id && (one.life === 'open' || one.life === 'filled')))
			return false;
		const age = ageOn(bornOn, calendar.anchor);
		if (age < youngest || age > oldest || (gender && person.gender !== gender)) return false;
		if (vulnerable && !person.vulnerable) return false;
		return phone === undefined || phone === (person.phone !== null);
	});
	if (!found) throw new Error('nobody fits an open request');
	return found;
}

function askerOf(
	draft: Draft,
	random: Random,
	askedBy: NonNullable<OpenPlan['askedBy']>,
	person: PersonRow
): PersonRow {
	if (askedBy === 'daughter' || askedBy === 'son') return addRelative(draft, random, person, askedBy);
	if (askedBy !== 'parent') return castMember(draft, askedBy);
	const { anchor } = draft.calendar;
	const family = draft.rows.people.filter(({ householdId }) => householdId === person.householdId);
	return family.findLast(({ bornOn }) => bornOn && ageOn(bornOn, anchor) >= 24) ?? person;
}

/** A daughter or son who lives elsewhere and asks in the parent's place (亲情代理): a guest of the community. */
function addRelative(draft: Draft, random: Random, parent: PersonRow, kind: 'daughter' | 'son'): PersonRow {
	const gender = kind === 'daughter' ? 'female' : 'male';
	const age = ageOn(parent.bornOn!, draft.calendar.anchor) - random.int(24, 31);
	const name = fullName(random, draft.names, [...parent.name][0]!, gender, age);
	const createdAt = draft.calendar.at(-40 - random.int(0, 60), 12 * 60 + 30);
	const verifiedBy = draft.staff[1]!.id;
	return addPerson(draft, {
		name,
		gender,
		age,
		kind: 'guest',
		phone: newPhone(draft),
		createdAt,
		verifiedBy
	});
}
