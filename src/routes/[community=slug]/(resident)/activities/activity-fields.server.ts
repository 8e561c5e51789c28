import { activityKinds, signUpModes } from '#lib/activities/activities.ts';
import { fitnessKeys, fitnessOf } from '#lib/activities/fitness.ts';
import { repeatKinds, saidRepeat } from '#lib/activities/form.ts';
import { ruleOf } from '#lib/activities/recurrence.ts';
import type { SaidActivity } from '#lib/activities/said.ts';
import { themes } from '#lib/groups/groups.ts';
import { instantAt, minute } from '#lib/shared/time.ts';
import {
	choice,
	clock,
	day,
	optionalClock,
	optionalDay,
	optionalId,
	optionalText,
	optionalWhole,
	text,
	ticked,
	whole,
	z
} from '#lib/web/schema.server.ts';

/** An activity as its form sends it. */
export const activityFields = z.object({
	group: optionalId(),
	kind: choice(activityKinds),
	theme: choice(themes),
	name: text(60),
	nameEn: optionalText(80),
	words: text(1000),
	wordsEn: optionalText(1500),
	venue: optionalId(),
	place: optionalText(60),
	placeEn: optionalText(80),
	firstDay: day(),
	start: clock(),
	minutes: whole(10, 720),
	repeat: choice(repeatKinds),
	weekdays: z.array(z.enum(['0', '1', '2', '3', '4', '5', '6'])).default([]),
	interval: optionalWhole(1, 12),
	until: optionalDay(),
	signUp: choice(signUpModes).default('either'),
	seats: optionalWhole(1, 5000),
	minimum: optionalWhole(0, 5000),
	companions: optionalWhole(0, 9),
	opensDay: optionalDay(),
	opensClock: optionalClock(),
	/** Hours. */
	closes: optionalWhole(0, 720),
	youngest: optionalWhole(0, 120),
	oldest: optionalWhole(0, 120),
	residentsOnly: ticked(),
	fit: z.array(z.enum(fitnessKeys)).default([]),
	ownFit: optionalText(500),
	risk: optionalText(500),
	riskEn: optionalText(750),
	dangerous: ticked(),
	insurance: optionalText(200)
});

/** What was typed, as the verbs take it. */
export function saidActivity(data: z.output<typeof activityFields>, zone: string): SaidActivity {
	const { group, venue, nameEn, wordsEn, start, closes, opensDay, opensClock, minimum, companions } = data;
	const { kind, theme, name, words, place, placeEn, firstDay, minutes, signUp, seats } = data;
	const { youngest, oldest, residentsOnly, risk, riskEn, dangerous, insurance } = data;
	const repeat = saidRepeat(data);
	const opens = opensDay && instantAt(opensDay, '00:00', zone).getTime() + (opensClock ?? 0) * minute;
	return {
		...{ kind, theme, name, words, firstDay, minutes, signUp, seats },
		...{ youngest, oldest, residentsOnly, risk, dangerous, insurance },
		fitness: fitnessOf(data.fit, data.ownFit ?? ''),
		groupId: group,
		venueId: venue,
		place: venue ? null : place,
		placeEn: (!venue && place && placeEn) || '',
		nameEn: nameEn ?? '',
		wordsEn: wordsEn ?? '',
		riskEn: (risk && riskEn) ?? '',
		startMinute: start,
		rule: repeat && ruleOf(repeat),
		minimum: minimum ?? 0,
		companions: companions ?? 0,
		opensAt: opens ? new Date(opens) : null,
		closesMinutes: (closes ?? 0) * 60
	};
}
