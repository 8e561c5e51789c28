import { dayParts, urgencyFor, windowsFor, type DayPart, type When } from '#lib/requests/windows.ts';
import { minute, weekdayOf } from '#lib/shared/time.ts';
import { needs, type NeedKey } from '#lib/skills/needs.ts';
import { ask, end, triage, type Help } from './asking.ts';
import { askersOf, pickAsker, type Askers } from './askers.ts';
import { demoZone } from './calendar.ts';
import { arrange, see, type Judgement } from './course.ts';
import { randomOf, type Draft } from './draft.ts';
import { addPerson, firstDay } from './people.ts';
import type { Random } from './random.ts';
import type { PersonRow } from './rows.ts';
import { stories, type Case, type Story } from './stories.ts';
import { eventThanks, plainThanks } from './thanks.ts';
import { unitStories, type UnitStory } from './unit-stories.ts';

/** Days from the anchor between which the requests of the past year were made. */
const firstAsked = -362;
const lastAsked = -3;

/** When people want help: how often, and how many days later it may be at most. */
const wishes: { when: When; weight: number; days: number }[] = [
	{ when: 'today', weight: 1, days: 0 },
	{ when: 'tomorrow', weight: 3, days: 1 },
	{ when: 'days', weight: 5, days: 2 },
	{ when: 'week', weight: 4, days: 6 },
	{ when: 'flexible', weight: 1, days: 13 }
];

/** The year behind: people and units asked, the rules found someone, it was done and confirmed; now and then not. */
export function liveThroughTheYear(draft: Draft): void {
	const random = randomOf(draft, 'history');
	const askers = askersOf(draft, random);
	const units = addUnits(draft);
	const past = [
		...Array.from({ length: draft.plan.pastRequests }, () => {
			// a little more each month
			const offset = firstAsked + Math.round(random.next() ** 0.7 * (lastAsked - firstAsked));
			return { offset, live: () => pastRequest(draft, random, askers, offset) };
		}),
		...unitStories.flatMap((story) =>
			Array.from({ length: story.times }, () => {
				const offset = random.int(firstAsked + 60, -16);
				return { offset, live: () => pastEvent(draft, random, random.pick(units), story, offset) };
			})
		)
	];
	for (const { live } of past.sort((a, b) => a.offset - b.offset)) live();
}

/** Makes instants that rise: each lies some minutes after the one before. */
export function laterFrom(random: Random, start: Date): (least: number, most: number) => Date {
	let last = start.getTime();
	return (least, most) => new Date((last += random.int(least, most) * minute + random.int(1, 59) * 1000));
}

function pastRequest(draft: Draft, random: Random, askers: Askers, offset: number): void {
	const story = random.weighted(stories, ({ weight }) => weight);
	const one = random.pick(story.cases);
	const at = draft.calendar.at(offset, random.int(7 * 60 + 30, 15 * 60));
	const { person, askedBy } = pickAsker(askers, random, story.asker);
	const help = askPast(draft, random, story.need, one, { person, askedBy, at }, offset);
	if (!help) return;
	const later = laterFrom(random, at);
	if (random.chance(0.02)) return end(draft, help, askedBy, later(20, 90));
	const staff = random.pick(draft.staff.slice(1));
	triage(draft, help, staff, later(5, 40), 'accepted');
	const tasks = arrange(draft, random, help, staff, later(8, 60));
	see(draft, random, help, tasks, [one[2]], () => judgement(draft, random, askedBy, story));
}

function askPast(
	draft: Draft,
	random: Random,
	need: NeedKey,
	[title, note]: Case,
	asked: { person: PersonRow; askedBy: PersonRow; at: Date },
	offset: number
): Help | undefined {
	const { person, at } = asked;
	const today = draft.calendar.day(offset);
	const inTime = wishes.filter(({ days }) => offset + days <= -2);
	const { when } = random.weighted(inTime, ({ weight }) => weight);
	const part: DayPart = when === 'today' || random.chance(0.5) ? 'any' : random.pick(dayParts);
	const windows = windowsFor({ when, part }, today, at, needs[need].minutes, demoZone);
	if (windows.length === 0 || person.createdAt >= at) return undefined;
	return ask(draft, {
		...asked,
		need,
		title,
		note: random.chance(0.8) ? note : null,
		presence: needs[need].presence === 'either' && random.chance(0.35) ? 'telephone' : undefined,
		urgency: urgencyFor({ when, part }, today),
		windows,
		language: random.chance(0.05) ? { wish: 'local_dialect', must: false } : undefined
	});
}

const ratings = [5, 5, 5, 5, 5, 5, 5, 4, 4, 4, 3];

/** In the app, or by telephone after three days of silence; most give stars, fewer find words. */
function judgement(draft: Draft, random: Random, receiver: PersonRow, { thanks }: Story): Judgement {
	const inApp = receiver.phone !== null && random.chance(0.76);
	const rating = random.chance(0.008) ? 2 : random.chance(0.84) ? random.pick(ratings) : null;
	const words = random.chance(0.78) ? thanks : plainThanks;
	const finds = thanks.length > 0 && rating !== null && rating >= 4 && random.chance(0.5);
	return {
		by: inApp ? 'receiver' : 'telephone',
		confirmer: inApp ? receiver : random.pick(draft.staff.slice(1)),
		rating,
		thanks: finds ? random.pick(words) : null,
		wait: inApp ? random.int(6, 1_500) : random.int(72 * 60, 76 * 60)
	};
}

function addUnits(draft: Draft): PersonRow[] {
	const createdAt = draft.calendar.at(firstDay, 11 * 60);
	const verifiedBy = draft.staff[0]!.id;
	return draft.plan.units.map((name) =>
		addPerson(draft, { name, kind: 'unit', gender: null, age: null, createdAt, verifiedBy })
	);
}

/** A talk, a clean-up or the like on a weekend, asked for by staff in the name of a unit. */
function pastEvent(draft: Draft, random: Random, unit: PersonRow, story: UnitStory, offset: number): void {
	const staff = random.pick(draft.staff.slice(1));
	const at = draft.calendar.at(offset, random.int(8 * 60 + 30, 11 * 60));
	const toSaturday = (6 - weekdayOf(draft.calendar.day(offset)) + 7) % 7;
	const on = offset + toSaturday + random.int(0, 1) + (toSaturday < 3 ? 7 : 0);
	const from = random.chance(0.6) ? 8 * 60 + 30 : 14 * 60;
	const help = ask(draft, {
		person: unit,
		askedBy: staff,
		need: story.need,
		title: random.pick(story.titles),
		note: null,
		buildingId: random.pick(draft.rows.buildings).id,
		urgency: 'flexible',
		people: random.int(...story.people),
		windows: [draft.calendar.span(on, from, from + Math.max(210, needs[story.need].minutes + 30))],
		at
	});
	const later = laterFrom(random, at);
	triage(draft, help, staff, later(5, 40), 'accepted');
	const tasks = arrange(draft, random, help, staff, later(30, 240));
	const first = random.chance(0.6) ? random.pick(eventThanks) : null;
	see(draft, random, help, tasks, ['按计划完成，现场已收拾干净。', '参加的居民都登记了，秩序很好。'], () => ({
		by: 'staff',
		confirmer: staff,
		rating: random.chance(0.7) ? random.pick([4, 5, 5, 5]) : null,
		thanks: first,
		scale: random.int(...story.served),
		wait: random.int(20, 600)
	}));
}
