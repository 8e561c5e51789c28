import { mostPeople } from '#lib/cleanups/cleanups.ts';
import type { SaidArea, SaidCleanup } from '#lib/cleanups/said.ts';
import { themes } from '#lib/groups/groups.ts';
import {
	choice,
	clock,
	day,
	id,
	optionalText,
	optionalWhole,
	text,
	whole,
	z
} from '#lib/web/schema.server.ts';

/** A campaign day as its form sends it. */
export const dayFields = z.object({
	name: text(60),
	nameEn: optionalText(80),
	theme: choice(themes),
	words: text(1000),
	wordsEn: optionalText(1500),
	risk: optionalText(500),
	riskEn: optionalText(750),
	day: day(),
	from: clock(),
	to: clock()
});

/** What was typed, as the verbs take it. */
export function saidDay(data: z.output<typeof dayFields>): SaidCleanup {
	const { name, nameEn, theme, words, wordsEn, risk, riskEn, day, from, to } = data;
	const en = { nameEn: nameEn ?? '', wordsEn: wordsEn ?? '', riskEn: riskEn ?? '' };
	return { ...{ name, theme, words, risk }, ...en, localDay: day, fromMinute: from, toMinute: to };
}

/** An area as its form sends it. */
export const areaFields = z.object({
	name: text(40),
	nameEn: optionalText(60),
	work: text(300),
	workEn: optionalText(450),
	meetAt: text(100),
	meetAtEn: optionalText(150),
	needed: whole(1, mostPeople),
	places: optionalWhole(0, mostPeople),
	buildings: z.array(id()).default([])
});

/** What was typed, as the verbs take it. */
export function saidArea({ buildings, ...rest }: z.output<typeof areaFields>): SaidArea {
	const { nameEn, workEn, meetAtEn } = rest;
	const en = { nameEn: nameEn ?? '', workEn: workEn ?? '', meetAtEn: meetAtEn ?? '' };
	return { ...rest, ...en, buildingIds: buildings };
}

/** A staff's step on a day as he saw it. */
export const seenFields = z.object({ version: whole(1, 999_999) });
export const seenWithReason = z.object({ version: whole(1, 999_999), reason: text(200) });
