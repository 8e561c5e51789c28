import { presenceOf, sizeOf } from '#lib/requests/sheet-request.ts';
import { windowMaker } from '#lib/requests/sheet-windows.ts';
import { urgencyFor } from '#lib/requests/windows.ts';
import { dayOf, type Weekday } from '#lib/shared/time.ts';
import { needs, type NeedKey } from '#lib/skills/needs.ts';
import type { SkillKey } from '#lib/skills/vocabulary.ts';
import { blankCard } from '#lib/volunteers/card-form.ts';
import type { Point } from '../distance.ts';
import type { Context, FreeHours, Gender, RequestFacts } from '../matching.ts';
import type { Planned } from '../planning/planning.ts';
import { strainsOf } from '../strains.ts';
import type { RequestLine, VolunteerLine } from './fields.ts';

const everyDay: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6];

/** When people are taken to be free whose sheet says nothing about hours: 8:00 to 20:00, every day. */
const daytime: readonly FreeHours[] = everyDay.map((weekday) => ({ weekday, from: 8 * 60, to: 20 * 60 }));

/** Never runs out, as far as a sheet knows. */
const forGood = '9999-12-31';

/** Where a sheet says that a skill was confirmed, its holder has shown it; of certificates sheets do not tell. */
export const confirmedLevel = 2;

/** Minutes a week of somebody whose sheet sets no limit: nobody is kept at home by a figure that he never gave. */
const noLimit = 7 * 24 * 60;

/**
 * What the rules look at of a line of a sheet of requests. Whoever brings the sheet answers for the consent of those
 * helped.
 * @param helped id of the one helped
 * @returns facts without windows where its days are over
 */
export function requestReader(
	context: Context
): (id: string, line: RequestLine, helped: string) => RequestFacts {
	const windowsOf = windowMaker(context);
	return (id, line, helped) => {
		const key = line.need as NeedKey;
		const { skill, level, confirmed, vulnerable, risk } = needs[key];
		const size = sizeOf(line);
		const place = placeOf(line);
		const windows = windowsOf(line, size.minutes);
		const deadline = windows.at(-1)?.end ?? context.now;
		const date = dayOf(deadline, context.zone);
		return {
			...size,
			id,
			forPersonId: helped,
			householdId: null,
			skill,
			level,
			mustBeConfirmed: confirmed,
			presence: presenceOf(key, place && id),
			vulnerable,
			risk,
			strains: strainsOf(key),
			place,
			windows,
			urgency: urgencyFor({ when: 'date', part: 'any', date }, context.today),
			musts: { gender: null, languages: [] },
			wishes: { gender: null, languages: [], interests: [] },
			consented: true,
			helped: { bornOn: null, gender: null },
			excludedPeople: [],
			declinedBy: [],
			deadline
		};
	};
}

/**
 * What the rules look at of a line of a sheet of volunteers. Nothing is made up where it says nothing: unchecked is not
 * vetted, and a skill is the volunteer's own word unless a column says that it was confirmed.
 * @param knowsHours whether the sheet tells anybody's hours; else all are taken to be free in daytime
 */
export function volunteerFacts(id: string, line: VolunteerLine, now: Date, knowsHours: boolean): Planned {
	const confirmed = line.skillsConfirmed === true;
	const times = (line.times ?? []).map(({ weekday, fromMinute, toMinute }) => ({
		weekday,
		from: fromMinute,
		to: toMinute
	}));
	return {
		personId: id,
		householdId: null,
		place: placeOf(line),
		reachMetres: line.reach ?? blankCard.reachMetres,
		cardStatus: 'approved',
		cardExpiresOn: null,
		skills: ((line.skills ?? []) as SkillKey[]).map((skill) => ({
			skill,
			level: confirmed ? confirmedLevel : 1,
			confirmedAt: confirmed ? now : null,
			confirmedBy: null,
			expiresOn: null
		})),
		availability: knowsHours ? times : daytime,
		absences: [],
		busy: [],
		promised: [],
		activeTasks: 0,
		activeTasksMax: line.tasks ?? blankCard.activeTasksMax,
		weeklyMinutesMax: line.weeklyMinutes ?? noLimit,
		gender: line.gender as Gender | null,
		bornOn: line.bornOn,
		languages: line.languages ?? blankCard.languages,
		interests: line.hobbies ?? [],
		vettedUntil: line.vetted ? forGood : null,
		insuredUntil: line.insured ? forGood : null,
		healthLimits: [],
		histories: new Map(),
		tasksThisMonth: line.tasksThisMonth ?? 0,
		lateDropOuts: 0,
		// nobody is called a newcomer of whom the sheet does not say so
		tasksEver: Math.max(1, line.tasksThisMonth ?? 0),
		partyMember: line.partyMember ?? false
	};
}

/** By coordinates, else by metres on the reader's own map. */
function placeOf({ place, east, north }: RequestLine | VolunteerLine): Point | null {
	if (place) return { east: place.east, north: place.north };
	return east === null || north === null ? null : { east, north };
}
