import { addDays, type Day } from '#lib/shared/time.ts';
import type { Quarter } from './quarter.ts';
import type { ActivityRow } from './queries.server.ts';
import { datesOf } from './recurrence.ts';
import type { TermRow } from './term.ts';

/** Thirteen weeks: a quarter later on the same weekday. */
const quarterDays = 91;

/** What a group did, as far as a proposal asks. */
export type PastActivity = Pick<
	ActivityRow,
	| 'id'
	| 'name'
	| 'nameEn'
	| 'kind'
	| 'rule'
	| 'firstDay'
	| 'startMinute'
	| 'minutes'
	| 'venueId'
	| 'place'
	| 'seats'
> &
	Pick<ActivityRow, 'ledBy' | 'dangerous'>;

/** What a proposal rests on. */
export interface ProposalContext {
	quarter: Quarter;
	/** Public holidays, on which nothing is proposed. */
	holidays: ReadonlySet<Day>;
	/** Who may lead; the first takes over from who does not any more. */
	leaders: readonly string[];
}

/**
 * What a group did last quarter as a plan of this one: the same kind, weekdays, hour and room, without public holidays.
 * What goes on by itself is left out, and so is what needs an insurance of its own.
 */
export function proposalOf(past: readonly PastActivity[], context: ProposalContext): Omit<TermRow, 'id'>[] {
	return past.flatMap((one) => {
		const when = one.dangerous ? null : whenAgain(one, context);
		if (!when) return [];
		const { id: like, name, nameEn, kind, startMinute, minutes, venueId, place, seats } = one;
		const ledBy = context.leaders.includes(one.ledBy) ? one.ledBy : context.leaders[0]!;
		return [{ name, nameEn, kind, ...when, startMinute, minutes, venueId, place, seats, ledBy, like }];
	});
}

type When = Pick<TermRow, 'firstDay' | 'lastDay' | 'rule' | 'except'>;

function whenAgain(one: PastActivity, { quarter, holidays }: ProposalContext): When | null {
	if (one.rule === null) return onceAgain(one.firstDay, quarter, holidays);
	const { from, to } = quarter;
	if (datesOf(one.rule, one.firstDay, from, to).length > 0) return null;
	const rule = endless(one.rule);
	const days = datesOf(rule, one.firstDay, from, to);
	if (days.every((day) => holidays.has(day))) return null;
	return { rule, firstDay: days[0]!, lastDay: to, except: days.filter((day) => holidays.has(day)) };
}

/** The same rhythm without its end. */
function endless(rule: string): string {
	const parts = rule.split(';').filter((part) => !/^(UNTIL|COUNT)=/.test(part));
	return parts.join(';');
}

/** Thirteen weeks later, or a week beside that where it would be a holiday or in another quarter. */
function onceAgain(day: Day, { from, to }: Quarter, holidays: ReadonlySet<Day>): When | null {
	const days = [0, 7, -7].map((beside) => addDays(day, quarterDays + beside));
	const firstDay = days.find((one) => from <= one && one <= to && !holidays.has(one));
	return firstDay ? { rule: null, firstDay, lastDay: firstDay, except: [] } : null;
}
