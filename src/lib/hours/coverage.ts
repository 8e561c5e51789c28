import { hoursClassOf, type DayClass } from './calendar.ts';
import type { Hours } from './hours.ts';
import { oldOfficeHours } from './office-hours.ts';

/** How the desks of a day are staffed, in minutes; two colleagues at a time count twice. */
export interface Coverage {
	/** Before the old office hours, over noon, and after them, on a working day. */
	early: number;
	noon: number;
	late: number;
	/** All of it, on a day of rest or a holiday. */
	rest: number;
	/** When the station is open and nobody stands at any desk, in order. */
	gaps: Hours[];
}

const [morning, afternoon] = oldOfficeHours as [Hours, Hours];
const bands = {
	early: { from: 0, to: morning.from },
	noon: { from: morning.to, to: afternoon.from },
	late: { from: afternoon.to, to: 1440 }
};

/**
 * How a day is staffed outside of the old office hours (seed 003, 错时工作制), and where nobody is.
 * @param open when the station is open
 * @param duties those of its desks
 */
export function coverageOf(dayClass: DayClass, open: readonly Hours[], duties: readonly Hours[]): Coverage {
	const within = (band: Hours) => duties.reduce((sum, duty) => sum + shared(band, duty), 0);
	const works = hoursClassOf(dayClass) === 'workday';
	return {
		early: works ? within(bands.early) : 0,
		noon: works ? within(bands.noon) : 0,
		late: works ? within(bands.late) : 0,
		rest: works ? 0 : within({ from: 0, to: 1440 }),
		gaps: without(open, duties)
	};
}

function shared(a: Hours, b: Hours): number {
	return Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));
}

/** What is left of some hours when others are taken away. */
function without(open: readonly Hours[], taken: readonly Hours[]): Hours[] {
	const cut = (left: Hours[], { from, to }: Hours) =>
		left.flatMap((one) =>
			[
				{ from: one.from, to: Math.min(one.to, from) },
				{ from: Math.max(one.from, to), to: one.to }
			].filter((part) => part.from < part.to)
		);
	return taken.reduce(cut, [...open]);
}
