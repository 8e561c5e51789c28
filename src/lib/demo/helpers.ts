import type { Point } from '#lib/matching/distance.ts';
import type { FreeHours, VolunteerFacts } from '#lib/matching/matching.ts';
import {
	day as dayLength,
	hour,
	minute,
	monthStart,
	weekStart,
	type Day,
	type Span
} from '#lib/shared/time.ts';
import type { HeldSkill } from '#lib/skills/skills.ts';
import type { HealthLimit } from '#lib/volunteers/volunteers.ts';
import { demoZone } from './calendar.ts';
import type { CardRow, PersonRow } from './rows.ts';

/** Something a volunteer took on. */
export interface Promised {
	during: Span;
	place: Point | null;
	/** When it was given back; null where it was kept. */
	droppedAt: Date | null;
}

/** A volunteer with an approved card, as the rules look at one. */
export interface Helper {
	person: PersonRow;
	card: CardRow;
	skills: HeldSkill[];
	hours: FreeHours[];
	absences: { from: Day; to: Day }[];
	place: Point | null;
	promised: Promised[];
	/** Confirmed helps by whom they were for. */
	helped: Map<string, { helps: number; good: number }>;
}

const lateDropOut = 12 * hour;

/** One moment at which a request is looked at, with what is the same for every volunteer. */
export interface Moment {
	now: Date;
	forPersonId: string;
	/** Who helped this person last. */
	lastHelper: string | undefined;
	monthStart: Date;
	/** The week of the request's first window: the one whose minutes count. */
	weekStart: Date;
}

export function momentOf(
	now: Date,
	firstStart: Date,
	forPersonId: string,
	lastHelper: string | undefined
): Moment {
	return {
		now,
		forPersonId,
		lastHelper,
		monthStart: monthStart(now, demoZone),
		weekStart: weekStart(firstStart, demoZone)
	};
}

/** A volunteer as seen from one request at one moment. */
export function volunteerFacts(helper: Helper, moment: Moment): VolunteerFacts {
	const { person, card, skills, hours, absences, place } = helper;
	const { now, forPersonId, lastHelper, monthStart, weekStart } = moment;
	const kept = helper.promised.filter(({ droppedAt }) => droppedAt === null);
	const ahead = kept.filter(({ during }) => during.end > now);
	const thisWeek = kept.filter(({ during: { start } }) => isWithinWeek(start, weekStart));
	return {
		personId: person.id,
		householdId: person.householdId ?? null,
		place,
		reachMetres: card.reachMetres,
		cardStatus: card.approvedAt && card.approvedAt <= now ? 'approved' : 'submitted',
		cardExpiresOn: card.expiresOn ?? null,
		skills,
		availability: hours,
		absences,
		busy: ahead.map(({ during, place }) => ({ span: during, place })),
		activeTasks: ahead.length,
		activeTasksMax: card.activeTasksMax,
		minutesThisWeek: thisWeek.reduce((sum, { during }) => sum + lengthOf(during), 0),
		weeklyMinutesMax: card.weeklyMinutesMax,
		gender: person.gender ?? null,
		bornOn: person.bornOn ?? null,
		languages: card.languages,
		interests: card.hobbies,
		vettedUntil: card.vettedUntil ?? null,
		insuredUntil: card.insuredUntil ?? null,
		healthLimits: card.healthLimits as HealthLimit[],
		history: { helps: 0, good: 0, ...helper.helped.get(forPersonId), last: person.id === lastHelper },
		tasksThisMonth: kept.filter(({ during }) => during.start >= monthStart).length,
		lateDropOuts: helper.promised.filter(isLateDropOut).length,
		tasksEver: helper.promised.length,
		partyMember: card.partyMember ?? false
	};
}

function isWithinWeek(start: Date, weekStart: Date): boolean {
	const since = start.getTime() - weekStart.getTime();
	return since >= 0 && since < 7 * dayLength;
}

function isLateDropOut({ during, droppedAt }: Promised): boolean {
	return droppedAt !== null && during.start.getTime() - droppedAt.getTime() < lateDropOut;
}

function lengthOf({ start, end }: Span): number {
	return Math.round((end.getTime() - start.getTime()) / minute);
}
