import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Params } from '#lib/shared/errors.ts';
import { addDays, dayOf, type Day, type Span } from '#lib/shared/time.ts';
import { isNeed } from '#lib/skills/needs.ts';
import { needName } from '#lib/skills/words.ts';
import { sayDay, sayMinutes, saySpan, type Here } from '#lib/ui/dates.ts';
import type { TimelineEvent, Tone } from '#lib/ui/ui.ts';
import type { Where } from './asking.ts';
import type { Standing } from './progress.ts';
import type { Presence } from './requests.ts';
import { partClocks, type DayPart, type When, type Wish } from './windows.ts';
import { wishOf } from './wish.ts';

type Word = () => string;

const standings: Record<Standing, { word: Word; tone: Tone }> = {
	new: { word: m.requests_standing_new, tone: 'blue' },
	accepted: { word: m.requests_standing_accepted, tone: 'blue' },
	questioned: { word: m.requests_standing_questioned, tone: 'amber' },
	reopened: { word: m.requests_standing_reopened, tone: 'amber' },
	overdue: { word: m.requests_standing_overdue, tone: 'amber' },
	agreed: { word: m.requests_standing_agreed, tone: 'green' },
	under_way: { word: m.requests_standing_under_way, tone: 'green' },
	to_confirm: { word: m.requests_standing_to_confirm, tone: 'red' },
	disputed: { word: m.requests_standing_disputed, tone: 'amber' },
	done: { word: m.requests_standing_done, tone: 'green' },
	cancelled: { word: m.requests_standing_cancelled, tone: 'grey' },
	closed: { word: m.requests_standing_closed, tone: 'grey' },
	refused: { word: m.requests_standing_refused, tone: 'grey' }
};

/** Where a request stands, in two or three characters, and the tint of the tag that says it. */
export function standingWords(standing: Standing): { words: string; tone: Tone } {
	const { word, tone } = standings[standing];
	return { words: word(), tone };
}

/** What a request is called: the asker's own words, else the kind of help. */
export function requestName({ title, need }: { title: string | null; need: string }): string {
	return title ?? (isNeed(need) ? needName(need) : need);
}

const whens: Record<When, Word> = {
	today: m.requests_when_today,
	tomorrow: m.requests_when_tomorrow,
	days: m.requests_when_days,
	week: m.requests_when_week,
	flexible: m.requests_when_flexible,
	date: m.requests_when_date
};

/** An answer to when. */
export function whenName(when: When): string {
	return whens[when]();
}

const parts: Record<DayPart, Word> = {
	any: m.requests_part_any,
	morning: m.requests_part_morning,
	noon: m.requests_part_noon,
	afternoon: m.requests_part_afternoon,
	evening: m.requests_part_evening
};

/** A part of the day. */
export function partName(part: DayPart): string {
	return parts[part]();
}

/** From when to when a part of the day is: 8:00—12:00. */
export function partHours(part: DayPart): string {
	const [from, to] = partClocks[part].map((clock) => clock.replace(/^0/, ''));
	return m.requests_hours({ from: from!, to: to! });
}

/** A wish as it was said: 明天上午, 三天以内，晚上, 11月28日 周六下午. */
export function wishWords(wish: Wish, today: Day): string {
	const day = wish.when === 'date' && wish.date ? sayDay(wish.date, today) : whenName(wish.when);
	return dayAndPart(day, wish.part, wish.when === 'days' || wish.when === 'week' || wish.when === 'flexible');
}

function dayAndPart(day: string, part: DayPart, several: boolean): string {
	if (part === 'any') return day;
	const words = { day, part: partName(part).toLowerCase() };
	return several ? m.requests_days_part(words) : m.requests_day_part(words);
}

/** The days in which help may still happen: 今天到下周二，上午; null when all have passed. */
export function windowsWords(windows: readonly Span[], { now, zone }: Here): string | null {
	const today = dayOf(now, zone);
	const left = windows.filter(({ end }) => end > now);
	const [first] = left;
	const wish = wishOf(left, today, zone);
	if (!first || !wish) return null;
	const from = dayOf(first.start, zone);
	const to = dayOf(left.at(-1)!.start, zone);
	const days = { from: sayDay(from, today), to: sayDay(to, today) };
	return dayAndPart(from === to ? days.from : m.requests_days(days), wish.part, from !== to);
}

/** A day by its date, for those who look it up on the wall: 11月22日, or with the weekday 11月22日周日. */
function dateWords(day: Day, parts: Intl.DateTimeFormatOptions = {}): string {
	const format = new Intl.DateTimeFormat(getLocale(), {
		month: 'short',
		day: 'numeric',
		timeZone: 'UTC',
		...parts
	});
	return format.format(new Date(`${day}T00:00:00Z`));
}

/** What is said below an answer to when: its date, or until which one. */
export function whenHint(when: When, today: Day): string | undefined {
	switch (when) {
		case 'today':
			return dateWords(today, { weekday: 'short' });
		case 'tomorrow':
			return dateWords(addDays(today, 1), { weekday: 'short' });
		case 'days':
			return m.requests_when_until({ day: dateWords(addDays(today, 2)) });
		case 'week':
			return m.requests_when_until({ day: dateWords(addDays(today, 6)) });
		case 'flexible':
		case 'date':
			return undefined;
	}
}

/** Short words for a place, where no building is named. */
export function placeWords(presence: Presence | Where, building: string | null): string {
	if (presence === 'telephone') return m.requests_where_telephone();
	if (presence === 'outside') return m.requests_where_outside();
	return building ?? m.requests_where_home();
}

/** Every kind of event that a request may go through. */
const events: Record<string, (values: { span: string; minutes: string }) => string> = {
	asked: m.requests_event_asked,
	edited: m.requests_event_edited,
	accepted: m.requests_event_accepted,
	questioned: m.requests_event_questioned,
	answered: m.requests_event_answered,
	refused: m.requests_event_refused,
	approved: m.requests_event_approved,
	approval_undone: m.requests_event_approval_undone,
	offered: m.requests_event_offered,
	lapsed: m.requests_event_lapsed,
	declined: m.requests_event_declined,
	used_up: m.requests_event_used_up,
	accepted_offer: m.requests_event_accepted_offer,
	other_time_proposed: m.requests_event_other_time_proposed,
	other_time_refused: m.requests_event_other_time_refused,
	started: m.requests_event_started,
	finished: m.requests_event_finished,
	confirmed: m.requests_event_confirmed,
	disputed: m.requests_event_disputed,
	annulled: m.requests_event_annulled,
	dropped_out: m.requests_event_dropped_out,
	cancelled: m.requests_event_cancelled,
	closed: m.requests_event_closed
};

/** Something that happened to a request, as it is stored. */
export interface RequestEvent {
	id: string;
	kind: string;
	params: Params;
	actorId: string | null;
	at: Date;
}

function spanIn({ start, end }: Params, here: Here): string {
	if (typeof start !== 'string' || typeof end !== 'string') return '';
	return saySpan({ start: new Date(start), end: new Date(end) }, here);
}

/** What happened, in a line without who. Empty for a kind that is not known. */
export function eventWords({ kind, params }: Pick<RequestEvent, 'kind' | 'params'>, here: Here): string {
	const values = { span: spanIn(params, here), minutes: sayMinutes(Number(params['minutes'] ?? 0)) };
	return events[kind]?.(values) ?? '';
}

/** What someone wrote with it: a question, an answer, a reason. */
export function eventDetail({ params }: Pick<RequestEvent, 'params'>): string | undefined {
	return typeof params['words'] === 'string' && params['words'] ? params['words'] : undefined;
}

/** Kinds whose volunteer stays unnamed to residents: nobody is to feel bad for a no. */
const unnamed = new Set(['declined', 'lapsed', 'dropped_out', 'other_time_proposed']);

/**
 * The timeline of a request as one reader sees it, oldest first.
 * @param reader.staff sees every name; the one who asked sees none of those who said no
 * @param names of the people who acted, by id
 */
export function timelineOf(
	happened: readonly RequestEvent[],
	names: ReadonlyMap<string, string>,
	reader: { personId: string; staff: boolean },
	here: Here
): TimelineEvent[] {
	return happened.flatMap((event) => {
		const text = eventWords(event, here);
		if (!text) return [];
		const { id, at, kind, actorId } = event;
		const hidden = !reader.staff && unnamed.has(kind);
		const name = actorId === reader.personId ? m.requests_you() : actorId ? names.get(actorId) : undefined;
		return [{ id, at, text, actor: hidden ? undefined : name, detail: eventDetail(event) }];
	});
}

/** The values of a notice with words where a code stood. */
export function noticeValues(params: Params): Params {
	const { need } = params;
	return typeof need === 'string' && isNeed(need) ? { ...params, need: needName(need) } : params;
}
