import { addDays, type Day } from '#lib/shared/time.ts';

/** How `3/4/2026` is meant. */
export type DayOrder = 'mdy' | 'dmy';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const timeOfDay = /(?:T|\s)\s*\d{1,2}\s*[:时点].*$/i;
const weekdayWords =
	/[（(]?\s*(?:星期|周|礼拜)[一二三四五六日天]\s*[)）]?|\b(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\b[,.]?/gi;

const yearFirst = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?$/;
const run = /^(\d{4})(\d{2})(\d{2})$/;
const yearLast = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})$/;
const dayMonth = /^(\d{1,2})(?:st|nd|rd|th)?[\s-]*(?:of\s+)?([a-z]{3,9})\.?[\s,-]*(\d{4}|\d{2})$/i;
const monthDay = /^([a-z]{3,9})\.?\s*(\d{1,2})(?:st|nd|rd|th)?[\s,]+(\d{4})$/i;
const monthOnly = /^(\d{4})(?:\s*[-/年]\s*(\d{1,2})\s*月?|\.(\d{2})|(\d{2}))$/;
const serial = /^(\d{5})(?:\.\d+)?$/;

/** Day 0 of the serial numbers in which spreadsheets count days, right from March 1900 on. */
const dayZero = '1899-12-30';

/**
 * A local day written in one of many ways: `2026-11-22`, `2026/11/22`, `2026.11.22`, `2026年11月22日`, `20261122`,
 * `22 Nov 2026`, `22-Nov-26`, `November 22 2026`, `11/22/2026`, `45983` (a spreadsheet's serial number), each with
 * or without a time of day or a weekday. Null for anything else, and for days that no calendar has.
 * @param order how month and day stand where the year comes last
 * @param monthIsEnough `1958年3月`, `1958.03`, `195803` give the first of the month, as rosters write birthdays
 */
export function readDay(text: string, order: DayOrder = 'mdy', monthIsEnough = false): Day | null {
	const plain = text.normalize('NFKC').replace(timeOfDay, '').replace(weekdayWords, '').trim();
	return written(plain, order) ?? named(plain) ?? counted(plain) ?? (monthIsEnough ? month(plain) : null);
}

/**
 * Which order the samples follow: a first number above 12 can only be a day. Null where they do not tell.
 */
export function guessDayOrder(samples: readonly string[]): DayOrder | null {
	for (const sample of samples) {
		const found = yearLast.exec(sample.normalize('NFKC').replace(timeOfDay, '').trim());
		if (found && Number(found[1]) > 12) return 'dmy';
		if (found && Number(found[2]) > 12) return 'mdy';
	}
	return null;
}

function written(plain: string, order: DayOrder): Day | null {
	const first = yearFirst.exec(plain) ?? run.exec(plain);
	if (first) return dayFrom(Number(first[1]), Number(first[2]), Number(first[3]));
	const last = yearLast.exec(plain);
	if (!last) return null;
	const [, one, two, year] = last.map(Number) as [number, number, number, number];
	return order === 'mdy' ? dayFrom(year, one, two) : dayFrom(year, two, one);
}

function named(plain: string): Day | null {
	const before = dayMonth.exec(plain);
	if (before) return dayFrom(fullYear(before[3]), monthNumber(before[2]), Number(before[1]));
	const after = monthDay.exec(plain);
	return after ? dayFrom(Number(after[3]), monthNumber(after[1]), Number(after[2])) : null;
}

function counted(plain: string): Day | null {
	const days = Number(serial.exec(plain)?.[1]);
	return days >= 10_000 && days <= 73_050 ? addDays(dayZero, days) : null;
}

function month(plain: string): Day | null {
	const found = monthOnly.exec(plain);
	return found ? dayFrom(Number(found[1]), Number(found[2] ?? found[3] ?? found[4]), 1) : null;
}

/** 0 for a word that is no month, which no calendar has. */
function monthNumber(word: string | undefined): number {
	return months.indexOf(word?.slice(0, 3).toLowerCase() ?? '') + 1;
}

/** Two digits are read as spreadsheets do: 00 … 29 in this century, 30 … 99 in the last. */
function fullYear(digits: string | undefined): number {
	const year = Number(digits);
	return digits?.length === 2 ? year + (year < 30 ? 2000 : 1900) : year;
}

function dayFrom(year: number, month: number, date: number): Day | null {
	if (year < 1900 || year > 2100) return null;
	const instant = new Date(Date.UTC(year, month - 1, date));
	const isReal = instant.getUTCMonth() === month - 1 && instant.getUTCDate() === date;
	return isReal ? instant.toISOString().slice(0, 10) : null;
}
