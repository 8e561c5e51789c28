import type { Weekday } from '#lib/shared/time.ts';

/** A time of every week: minutes of the local day, `[fromMinute, toMinute)`. */
export interface WeeklyTime {
	weekday: Weekday;
	fromMinute: number;
	toMinute: number;
}

const everyDay: Weekday[] = [1, 2, 3, 4, 5, 6, 0];
const workDays: Weekday[] = [1, 2, 3, 4, 5];
const weekend: Weekday[] = [6, 0];

const groups: [RegExp, Weekday[]][] = [
	[/工作日|平日|平时|weekdays?|work ?days?/, workDays],
	[/周末|双休日?|weekends?/, weekend],
	[/每天|每日|天天|every ?day|daily|any ?day/, everyDay]
];

const dayNames: RegExp[] = [
	/(?:周|星期|礼拜)[日天七]|\bsun(?:day)?s?\b/g,
	/(?:周|星期|礼拜)[一1]|\bmon(?:day)?s?\b/g,
	/(?:周|星期|礼拜)[二2]|\btue(?:s|sday)?s?\b/g,
	/(?:周|星期|礼拜)[三3]|\bwed(?:nesday)?s?\b/g,
	/(?:周|星期|礼拜)[四4]|\bthu(?:rs|rsday)?s?\b/g,
	/(?:周|星期|礼拜)[五5]|\bfri(?:day)?s?\b/g,
	/(?:周|星期|礼拜)[六6]|\bsat(?:urday)?s?\b/g
];

/** Parts of the day as a community keeps them, in minutes. */
const parts: [RegExp, number, number][] = [
	[/上午|早上|早晨|mornings?|\bam\b/, 8 * 60, 12 * 60],
	[/中午|(?<!after)noons?|midday/, 11 * 60 + 30, 13 * 60 + 30],
	[/下午|afternoons?|\bpm\b/, 13 * 60, 17 * 60 + 30],
	[/晚上|傍晚|夜间|晚间|evenings?|nights?/, 18 * 60, 21 * 60],
	[/全天|整天|白天|随时|all day|whole day|any ?time/, 8 * 60, 21 * 60]
];

const wholeDay: [number, number][] = [[8 * 60, 21 * 60]];
const range = /(\d{1,2})(?::(\d{2})|[点时](半)?)?\s*[-~—–至到]\s*(\d{1,2})(?::(\d{2})|[点时](半)?)/g;
const dayRange = /\s*(?:[-~—–至到]|to|through)\s*/;

/**
 * The times of the week in words like `周六上午、周日全天`, `周一至周五晚上`, `工作日 18:30-20:30`, `weekends`. A day
 * without a time is the whole day, a time without a day every day. Null where nothing is understood.
 */
export function readWeeklyTimes(text: string): WeeklyTime[] | null {
	const times = new Map<string, WeeklyTime>();
	for (const phrase of spelledOut(text).split(/[;\n]/).flatMap(phrases)) {
		const spans = spansIn(phrase);
		const days = daysIn(phrase);
		if (spans.length === 0 && days.length === 0) return null;
		for (const weekday of days.length ? days : everyDay) {
			for (const [fromMinute, toMinute] of spans.length ? spans : wholeDay) {
				const known = times.get(`${weekday} ${fromMinute}`)?.toMinute ?? 0;
				const time = { weekday, fromMinute, toMinute: Math.max(toMinute, known) };
				times.set(`${weekday} ${fromMinute}`, time);
			}
		}
	}
	return times.size ? [...times.values()] : null;
}

/** `周一、三、五` and `周一至五` with each day in full. */
function spelledOut(text: string): string {
	return text
		.normalize('NFKC')
		.toLowerCase()
		.replace(
			/(周|星期|礼拜)([一二三四五六日天](?:[、,]?[一二三四五六日天])+)/g,
			(_, week: string, days: string) => [...days.replace(/[、,]/g, '')].map((day) => week + day).join('、')
		)
		.replace(/([-~—–至到])([一二三四五六日天])/g, '$1周$2');
}

/** `周六、周日上午` is one phrase: days alone wait for the time that follows them. */
function phrases(text: string): string[] {
	const found: string[] = [];
	let waiting = '';
	for (const piece of text.split(/[、,]|和|及|\band\b/)) {
		if (!piece.trim()) continue;
		waiting = waiting ? `${waiting},${piece}` : piece;
		if (spansIn(piece).length) {
			found.push(waiting);
			waiting = '';
		}
	}
	return waiting ? [...found, waiting] : found;
}

function spansIn(phrase: string): [number, number][] {
	const clocks: [number, number][] = [];
	for (const [, hour, minute, half, endHour, endMinute, endHalf] of phrase.matchAll(range)) {
		const from = Number(hour) * 60 + (half ? 30 : Number(minute ?? 0));
		const to = Number(endHour) * 60 + (endHalf ? 30 : Number(endMinute ?? 0));
		if (from < to && to <= 24 * 60) clocks.push([from, to]);
	}
	if (clocks.length) return clocks;
	return parts.filter(([words]) => words.test(phrase)).map(([, from, to]) => [from, to]);
}

function daysIn(phrase: string): Weekday[] {
	const named = dayNames
		.flatMap((words, weekday) =>
			[...phrase.matchAll(words)].map(({ 0: word, index }) => ({ word, index, weekday }))
		)
		.sort((a, b) => a.index - b.index);
	const days = new Set<Weekday>(groups.flatMap(([words, group]) => (words.test(phrase) ? group : [])));
	named.forEach(({ word, index, weekday }, at) => {
		days.add(weekday as Weekday);
		const next = named[at + 1];
		const between = next ? phrase.slice(index + word.length, next.index) : '';
		if (next && between && between.replace(dayRange, '') === '') {
			for (let day = weekday; day !== next.weekday; day = (day + 1) % 7) days.add(day as Weekday);
		}
	});
	return everyDay.filter((day) => days.has(day));
}
