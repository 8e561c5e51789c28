import type { TermRow } from '#lib/activities/term.ts';
import type { VenueRow } from './rows.ts';

/** A row of a plan of the demo world. */
export interface RowPlan extends Pick<
	TermRow,
	'name' | 'kind' | 'rule' | 'startMinute' | 'minutes' | 'place' | 'seats'
> {
	/** The kind of room; none where the place is said. */
	inRoom?: VenueRow['kind'];
	/** So many days into the quarter, where it is once. */
	once?: number;
}

/** What the readers do this quarter. */
export const readersNow: RowPlan[] = [
	{
		...{ name: '周三夜读', kind: 'meeting', rule: 'FREQ=WEEKLY;BYDAY=WE;INTERVAL=2', inRoom: 'training' },
		...{ startMinute: 19 * 60, minutes: 90, place: null, seats: 20 }
	},
	{
		...{ name: '好书换着读', kind: 'event', rule: 'FREQ=MONTHLY;BYDAY=1SA', inRoom: 'assembly' },
		...{ startMinute: 14 * 60, minutes: 120, place: null, seats: 30 }
	},
	{
		...{ name: '季末朗读会', kind: 'event', rule: null, once: 80, inRoom: 'assembly' },
		...{ startMinute: 16 * 60 + 30, minutes: 90, place: null, seats: 40 }
	}
];

/** What the fixers have put together for the next quarter so far; the last row wants their leader twice at a time. */
export const fixersNext: RowPlan[] = [
	{
		...{ name: '便民服务摊', kind: 'event', rule: 'FREQ=MONTHLY;BYDAY=1SA', place: '东园小广场' },
		...{ startMinute: 9 * 60, minutes: 120, seats: null }
	},
	{
		...{ name: '家电小修课', kind: 'course', rule: 'FREQ=WEEKLY;BYDAY=TH;INTERVAL=2', inRoom: 'training' },
		...{ startMinute: 19 * 60, minutes: 90, place: null, seats: 12 }
	},
	{
		...{ name: '工具保养', kind: 'meeting', rule: 'FREQ=MONTHLY;BYDAY=1SA', inRoom: 'assembly' },
		...{ startMinute: 10 * 60, minutes: 60, place: null, seats: 10 }
	}
];

/** The same names in English. */
export const rowNamesEn: Readonly<Record<string, string>> = {
	便民服务摊: 'Repair stall',
	家电小修课: 'Mending small appliances',
	工具保养: 'Care of tools',
	周三夜读: 'Wednesday night reading',
	好书换着读: 'Book swap',
	季末朗读会: 'Reading aloud at the end of the quarter'
};
