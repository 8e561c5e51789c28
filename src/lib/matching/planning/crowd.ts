import type { Day } from '#lib/shared/time.ts';
import type { SkillKey } from '#lib/skills/vocabulary.ts';
import type { Gate, WeekOccasion } from '../gates.ts';
import { timesOf, type OwnTime } from '../hours.ts';
import type { RequestFacts, VolunteerFacts } from '../matching.ts';
import type { LocalDay, Occasion } from '../occasion.ts';
import type { Planned } from './planning.ts';
import { minutesIn, stranger, weekOf } from './seen-from.ts';

type WeekGate = Extract<Gate, { looksAt: 'week' }>;

/** The volunteers of a plan, made ready for many requests to look at, one after the other. */
export interface Crowd {
	/** What depends on who looks is as `seenBy` has left it. */
	volunteers: readonly VolunteerFacts[];
	/** Who holds a skill at any level: places in the list of volunteers, ascending. */
	holders: ReadonlyMap<SkillKey, readonly number[]>;
	/** Of each, on all days on which help may be. */
	times: readonly OwnTime[];
	/** Places of the one helped, of those of the same household and of those whom the request names. */
	namedBy: (request: RequestFacts) => number[];
	/** The last moment for help up to a day; later than any where all help lies before the end of that day. */
	endOf: (day: Day) => number;
	/** The week of a moment, as the milliseconds of its beginning. */
	weekOf: (moment: number) => number;
	/** As `seenFrom` has them at a moment; the same objects each time, so good until someone else looks at them. */
	seenBy: (forPersonId: string, moment: number) => (place: number) => VolunteerFacts;
	/** Of each whether the gates that look at the week let him through in that of a moment: 1 or 0. */
	haveMinutes: (occasion: WeekOccasion, moment: number, gates: readonly WeekGate[]) => Uint8Array;
}

/** @param occasions all that will look at them */
export function crowdOf(volunteers: readonly Planned[], occasions: readonly Occasion[], zone: string): Crowd {
	const days = daysOf(occasions);
	const views = volunteers.map((one): VolunteerFacts => ({ ...one, history: stranger, minutesThisWeek: 0 }));
	const minutesAt = minutesByWeek(volunteers, zone);
	const helpers = byHelped(volunteers);
	const enough = new Map<string, Uint8Array>();
	return {
		volunteers: views,
		holders: holdersOf(volunteers),
		times: timesOf(days, volunteers, zone),
		namedBy: namesOf(volunteers),
		endOf(day) {
			if (days.length === 0 || day >= days.at(-1)!.day) return Infinity;
			return days.findLast((one) => one.day <= day)?.end ?? -Infinity;
		},
		weekOf: (moment) => minutesAt(moment).week,
		seenBy(forPersonId, moment) {
			const { minutes } = minutesAt(moment);
			const known = helpers.get(forPersonId);
			return (place) => {
				const view = views[place]!;
				view.history = known?.get(place) ?? stranger;
				view.minutesThisWeek = minutes[place]!;
				return view;
			};
		},
		haveMinutes(occasion, moment, gates) {
			const { week, minutes } = minutesAt(moment);
			const key = [week, occasion.request.minutes, ...gates.map(({ code }) => code)].join();
			const has = (view: VolunteerFacts, place: number) => {
				view.minutesThisWeek = minutes[place]!;
				return Number(gates.every((gate) => gate.passes(occasion, view)));
			};
			const found = enough.get(key) ?? Uint8Array.from(views, has);
			enough.set(key, found);
			return found;
		}
	};
}

function daysOf(occasions: readonly Occasion[]): LocalDay[] {
	const days = new Map<number, LocalDay>();
	for (const { openings } of occasions)
		for (const opening of openings) for (const day of opening.days) days.set(day.start, day);
	return [...days.values()].sort((a, b) => a.start - b.start);
}

/** Of each volunteer what he has promised in the week of a moment, worked out once for each week. */
function minutesByWeek(volunteers: readonly Planned[], zone: string) {
	const byWeek = new Map<number, { week: number; minutes: Float64Array }>();
	const byMoment = new Map<number, { week: number; minutes: Float64Array }>();
	return (moment: number) => {
		const known = byMoment.get(moment);
		if (known) return known;
		const week = weekOf(moment, zone);
		const found = byWeek.get(week) ?? {
			week,
			minutes: Float64Array.from(volunteers, (one) => minutesIn(one, week))
		};
		byWeek.set(week, found);
		byMoment.set(moment, found);
		return found;
	};
}

/** Who has helped a person, and how that was. */
function byHelped(volunteers: readonly Planned[]): Map<string, Map<number, VolunteerFacts['history']>> {
	const helpers = new Map<string, Map<number, VolunteerFacts['history']>>();
	for (const [place, { histories }] of volunteers.entries()) {
		for (const [helped, history] of histories) {
			const known = helpers.get(helped);
			if (known) known.set(place, history);
			else helpers.set(helped, new Map([[place, history]]));
		}
	}
	return helpers;
}

function namesOf(volunteers: readonly Planned[]): Crowd['namedBy'] {
	const people = new Map(volunteers.map(({ personId }, place) => [personId, place]));
	const homes = Map.groupBy(volunteers.keys(), (place) => volunteers[place]!.householdId);
	return ({ forPersonId, householdId, excludedPeople, declinedBy }) => [
		...[forPersonId, ...excludedPeople, ...declinedBy].flatMap((id) => people.get(id) ?? []),
		...(householdId === null ? [] : (homes.get(householdId) ?? []))
	];
}

function holdersOf(volunteers: readonly Planned[]): Map<SkillKey, number[]> {
	const holders = new Map<SkillKey, number[]>();
	for (const [place, { skills }] of volunteers.entries()) {
		for (const { skill } of skills) {
			const list = holders.get(skill) ?? [];
			if (list.at(-1) !== place) list.push(place);
			holders.set(skill, list);
		}
	}
	return holders;
}
