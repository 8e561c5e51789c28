import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Urgency } from '#lib/requests/requests.ts';
import { ageOn, clockOf, dayOf, daysBetween, type Span } from '#lib/shared/time.ts';
import { sayDay, saySpan, type Here } from '#lib/ui/dates.ts';
import type { Tone } from '#lib/ui/ui.ts';
import type { DeskRow } from './desk-queries.server.ts';

/** A building or the like by the name that the reader's language has for it; null where there is none. */
export function placeName({
	building,
	buildingEn
}: {
	building: string | null;
	buildingEn: string | null;
}): string | null {
	return getLocale() === 'en' ? buildingEn || building : building;
}

/** Days in a row with the same hours are said once: 明天—周日每天 8:00—20:00. */
export function fullWindows(windows: readonly Span[], here: Here): string {
	return runsOf(windows, here.zone)
		.map((run) => (run.length === 1 ? saySpan(run[0]!, here) : runWords(run, here)))
		.join(m.desk_list_comma());
}

function runsOf(windows: readonly Span[], zone: string): Span[][] {
	const runs: Span[][] = [];
	for (const window of windows) {
		const last = runs.at(-1)?.at(-1);
		if (last && follows(last, window, zone)) runs.at(-1)?.push(window);
		else runs.push([window]);
	}
	return runs;
}

function follows(a: Span, b: Span, zone: string): boolean {
	const sameHours =
		clockOf(a.start, zone) === clockOf(b.start, zone) && clockOf(a.end, zone) === clockOf(b.end, zone);
	return sameHours && daysBetween(dayOf(a.start, zone), dayOf(b.start, zone)) === 1;
}

function runWords(run: readonly Span[], { now, zone }: Here): string {
	const day = (span: Span | undefined) => sayDay(dayOf(span!.start, zone), dayOf(now, zone));
	const clock = (instant: Date) => clockOf(instant, zone).replace(/^0/, '');
	const [first] = run;
	return m.desk_when_daily({
		first: day(first),
		last: day(run.at(-1)),
		from: clock(first!.start),
		to: clock(first!.end)
	});
}

const urgencyTones: Record<Urgency, Tone> = { today: 'red', days: 'amber', week: 'green', flexible: 'grey' };

/** How soon, in a tag: the day where it is a near one. What is no longer looked for is not pressing. */
export function soonTag(
	{ urgency, deadline, life }: Pick<DeskRow['request'], 'urgency' | 'deadline' | 'life'>,
	windows: readonly Span[],
	{ now, zone }: Here
): { words: string; tone: Tone } {
	const today = dayOf(now, zone);
	if (life !== 'open')
		return { words: sayDay(dayOf(windows[0]?.start ?? deadline, zone), today), tone: 'grey' };
	if (deadline <= now) return { words: m.desk_too_late(), tone: 'red' };
	const isSpread = windows.length > 1;
	if (urgency === 'week' && isSpread) return { words: m.desk_urgency_week(), tone: urgencyTones.week };
	if (urgency === 'flexible' && isSpread)
		return { words: m.desk_urgency_flexible(), tone: urgencyTones.flexible };
	const start = windows.find(({ end }) => end > now)?.start ?? deadline;
	const day = dayOf(start > now ? start : now, zone);
	return { words: sayDay(day, today), tone: day === today ? 'red' : urgencyTones[urgency] };
}

/** Name and age, 陈桂香 78 岁. */
export function personLine(
	{ name, bornOn, kind }: Pick<DeskRow, 'name' | 'bornOn' | 'kind'>,
	{ now, zone }: Here
): string {
	if (!bornOn || kind === 'unit') return name;
	return m.desk_person_age({ name, age: ageOn(bornOn, dayOf(now, zone)) });
}
