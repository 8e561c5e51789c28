import type { Theme } from '#lib/groups/groups.ts';
import { addDays, dayOf, instantAt, minute, type Day, type Span } from '#lib/shared/time.ts';
import type { Here } from '#lib/ui/dates.ts';

/** A campaign day as its form says it. */
export interface SaidCleanup {
	theme: Theme;
	name: string;
	nameEn: string;
	words: string;
	wordsEn: string;
	risk: string | null;
	riskEn: string;
	localDay: Day;
	/** Minutes of the local day. */
	fromMinute: number;
	toMinute: number;
}

type SaidTime = Pick<SaidCleanup, 'localDay' | 'fromMinute' | 'toMinute'>;

/** So many days ahead one may be planned. */
const farthestDays = 400;

/** What cannot be so: the day, or an end that is past or before the beginning; null where all can. */
export function wrongIn(said: SaidTime, { now, zone }: Here): 'day' | 'to' | null {
	const today = dayOf(now, zone);
	if (said.localDay < today || said.localDay > addDays(today, farthestDays)) return 'day';
	return said.toMinute <= said.fromMinute || duringOf(said, zone).end <= now ? 'to' : null;
}

/** The instants that are meant. */
export function duringOf({ localDay, fromMinute, toMinute }: SaidTime, zone: string): Span {
	const midnight = instantAt(localDay, '00:00', zone).getTime();
	return { start: new Date(midnight + fromMinute * minute), end: new Date(midnight + toMinute * minute) };
}

/** An area as its form says it. */
export interface SaidArea {
	name: string;
	nameEn: string;
	work: string;
	workEn: string;
	meetAt: string;
	meetAtEn: string;
	needed: number;
	/** How many may sign up by themselves; null where everybody fits. */
	places: number | null;
	buildingIds: readonly string[];
}

/** A team as its form says it: a unit, a group, or a name of its own. */
export interface SaidTeam {
	who: { unitId: string } | { groupId: string } | { name: string };
	promised: number;
	lead: string | null;
}
