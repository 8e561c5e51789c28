import { sayHeading } from '#lib/hours/words.ts';
import { clockAt } from '#lib/pairings/visit-start.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { addDays, type Day } from '#lib/shared/time.ts';
import { quarterOf, type PlanState, type Quarter } from './quarter.ts';
import { ruleWords } from './rule-words.ts';
import type { Conflict } from './term-conflicts.ts';
import { rowOn } from './term-dates.ts';
import type { Remedy } from './term-remedies.ts';
import type { CellState, RemedyView } from './term-view.ts';
import type { TermRow } from './term.ts';
import { nameOf } from './words.ts';

/** 2027年第1季度. @param key `2027-1` */
export function quarterName(key: string): string {
	const [year, number] = key.split('-') as [string, string];
	return m.term_quarter({ year, number });
}

/** The quarter before and the one after, as links have them. */
export function quartersBeside({ from, to }: Quarter) {
	const link = (day: Day) => {
		const { key } = quarterOf(day);
		return { key, name: quarterName(key) };
	};
	return { before: link(addDays(from, -1)), after: link(addDays(to, 1)) };
}

/** What a row is called, in the reader's language. */
export function rowName({ name, nameEn = '' }: Pick<TermRow, 'name' | 'nameEn'>): string {
	return nameOf({ name, nameEn });
}

/** 14:00–16:00. */
export function clockWords({ startMinute, minutes }: Pick<TermRow, 'startMinute' | 'minutes'>): string {
	const short = (minute: number) => clockAt(minute).replace(/^0/, '');
	return m.app_span({ from: short(startMinute), to: short(startMinute + minutes) });
}

/** 每周二 14:00–16:00, 周六 2月20日 9:00–10:30. */
export function whenWords(row: TermRow): string {
	const days = row.rule === null ? sayHeading(row.firstDay) : ruleWords(row.rule);
	return [days, clockWords(row)].filter(Boolean).join(' ');
}

const states: Record<CellState, () => string> = {
	on: m.term_state_on,
	changed: m.term_state_changed,
	out: m.term_state_out,
	trouble: m.term_state_trouble,
	held: m.term_state_held,
	cancelled: m.term_state_cancelled,
	moved: m.term_state_moved
};

/** How a date stands. */
export const stateWords = (state: CellState): string => states[state]();

const planStates: Record<PlanState, () => string> = {
	none: m.term_plan_none,
	draft: m.term_plan_draft,
	published: m.term_plan_published
};

/** How far the plan of a quarter is. */
export const planStateWords = (state: PlanState): string => planStates[state]();

/** Names that the words of a plan are made with. */
export interface TermNames {
	venue: (id: string | null) => string;
	leader: (id: string) => string;
}

/** Days of a quarter: 1月2日、2月6日. */
export function sayDays(days: readonly Day[]): string {
	const locale = getLocale() === 'en' ? 'en-GB' : getLocale();
	const format = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone: 'UTC' });
	return days.map((day) => format.format(new Date(`${day}T00:00:00Z`))).join(m.hours_comma());
}

/** What stands in the way of a row: one sentence for each reason, with its days. */
export function troubleWords(row: TermRow, conflicts: readonly Conflict[], names: TermNames): string[] {
	const on = (day: Day | null) => (day ? rowOn(row, day) : row);
	const byReason = Map.groupBy(
		conflicts,
		({ why, day, other }) => `${why} ${on(day).venueId} ${other?.id ?? ''}`
	);
	return [...byReason.values()].map((all) => {
		const { day } = all[0]!;
		const days = sayDays(all.flatMap((one) => one.day ?? []));
		const words = reasonWords(on(day), all[0]!, days, names);
		return day && isOfRoom(all[0]!) ? m.term_changed_day({ day: days, when: words }) : words;
	});
}

const isOfRoom = ({ why }: Conflict) => why === 'closed' || why === 'seats' || why === 'hours';

function reasonWords(row: TermRow, { why, other }: Conflict, days: string, names: TermNames): string {
	const venue = names.venue(row.venueId);
	switch (why) {
		case 'no_date':
			return m.term_trouble_no_date();
		case 'closed':
			return m.term_trouble_closed();
		case 'seats':
			return m.term_trouble_seats({ venue, seats: row.seats ?? 0 });
		case 'hours':
			return m.term_trouble_hours({ venue });
		case 'taken':
			return m.term_trouble_taken({ days, venue });
		case 'row':
			return m.term_trouble_row({ days, venue, name: rowName(other) });
		case 'leader':
			return m.term_trouble_leader({ days, leader: names.leader(row.ledBy), name: rowName(other) });
	}
}

/** A remedy as its button says it and its form sends it. */
export function remedyView(row: TermRow, remedy: Remedy, names: TermNames): RemedyView {
	const { by } = remedy;
	const on = ('on' in remedy && remedy.on) || null;
	switch (by) {
		case 'room':
			return moveView(by, remedy.venueId, on, names.venue(remedy.venueId));
		case 'hour': {
			const hours = clockWords({ ...row, startMinute: remedy.startMinute });
			return moveView(by, String(remedy.startMinute), on, hours);
		}
		case 'days': {
			const label = m.term_mend_days({ days: sayDays(remedy.days) });
			const words = remedy.days.length > 1 ? label : m.term_mend_out();
			return { by, value: remedy.days.join(' '), on, words, label };
		}
		case 'usual': {
			const words = m.term_mend_usual();
			const label = m.term_changed_day({ day: sayDays([remedy.on]), when: words });
			return { by, value: remedy.on, on, words, label };
		}
	}
}

/** @param to the other room or hour */
function moveView(by: 'room' | 'hour', value: string, on: Day | null, to: string): RemedyView {
	if (on) return { by, value, on, words: to, label: m.term_changed_day({ day: sayDays([on]), when: to }) };
	const words = by === 'room' ? m.term_mend_room({ venue: to }) : m.term_mend_hour({ hours: to });
	return { by, value, on, words, label: words };
}
