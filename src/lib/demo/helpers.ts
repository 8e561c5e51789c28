import type { Point } from '#lib/matching/distance.ts';
import type { FreeHours, VolunteerFacts } from '#lib/matching/matching.ts';
import { day as dayLength, hour, minute, monthStart, weekStart, type Day, type Span } from '#lib/shared/time.ts';
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

/**
 * A volunteer as seen from one request at one moment.
 * @param first the beginning of the first window: its week is the one that counts
 * @param last true for who helped this person last
 */
export function volunteerFacts(
	helper: Helper,
	forPersonId: string,
	now: Date,
	first: Date,
	last: boolean
): VolunteerFacts {
	const { person, card, skills, hours, absences, place } = helper;
	const kept = helper.promised.filter(({ droppedAt }) => droppedAt === null);
	const ahead = kept.filter(({ during }) => during.end > now);
	const week = weekStart(first, demoZone).getTime();
	const thisWeek = kept.filter(({ during: { start } }) => {
		return week <= start.getTime() && start.getTime() < week + 7 * dayLength;
	});
	const month = monthStart(now, demoZone);
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
		history: { helps: 0, good: 0, ...helper.helped.get(forPersonId), last },
		tasksThisMonth: kept.filter(({ during }) => during.start >= month).length,
		lateDropOuts: helper.promised.filter(({ during, droppedAt }) => {
			return droppedAt !== null && during.start.getTime() - droppedAt.getTime() < lateDropOut;
		}).length,
		tasksEver: helper.promised.length,
		partyMember: card.partyMember ?? false
	};
}

function lengthOf({ start, end }: Span): number {
	return Math.round((end.getTime() - start.getTime()) / minute);
}
