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
	day: day(),
	from: clock(),
	to: clock()
});

/** What was typed, as the verbs take it. */
export function saidDay(data: z.output<typeof dayFields>): SaidCleanup {
	const { name, nameEn, theme, words, wordsEn, risk, day, from, to } = data;
	const en = { nameEn: nameEn ?? '', wordsEn: wordsEn ?? '' };
	return { ...{ name, theme, words, risk }, ...en, localDay: day, fromMinute: from, toMinute: to };
}

/** An area as its form sends it. */
export const areaFields = z.object({
	name: text(40),
	work: text(300),
	meetAt: text(100),
	needed: whole(1, mostPeople),
	places: optionalWhole(0, mostPeople),
	buildings: z.array(id()).default([])
});

/** What was typed, as the verbs take it. */
export function saidArea({ buildings, ...rest }: z.output<typeof areaFields>): SaidArea {
	return { ...rest, buildingIds: buildings };
}

/** A staff's step on a day as he saw it. */
export const seenFields = z.object({ version: whole(1, 999_999) });
export const seenWithReason = z.object({ version: whole(1, 999_999), reason: text(200) });
