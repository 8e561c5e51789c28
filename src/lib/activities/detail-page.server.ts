import type { Actor } from '#lib/accounts/people.ts';
import { comersOf } from '#lib/booking/choose-page.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { themeName } from '#lib/groups/words.ts';
import { m } from '#lib/paraglide/messages.js';
import { AppError } from '#lib/shared/errors.ts';
import { addDays, dayOf } from '#lib/shared/time.ts';
import { sayDate, sayMinutes, saySpan, type Here } from '#lib/ui/dates.ts';
import { datesAheadOf, lastDayOf, lastWritten } from './dates-ahead.ts';
import { namedActivity } from './list-queries.server.ts';
import { otherRooms } from './other-rooms.server.ts';
import { ownPart } from './own-part.server.ts';
import { datesBetween, type ActivityRow, type OccurrenceRow } from './queries.server.ts';
import { leads } from './rights.server.ts';
import { ruleWords } from './rule-words.ts';
import { signUpChoice } from './sign-up-choice.server.ts';
import { fitnessWords, kindLooks, kindWords, nameOf, placeWords, riskOf, seatsWords } from './words.ts';

/** Dates ahead that are shown. */
const mostDates = 12;

/**
 * Everything of an activity: what it is, when, whether one may come and why not, and what the reader has to do with it.
 * @throws AppError `not_found`, also for a draft of others
 */
export async function detailPage(scope: Scope, actor: Actor | null, id: string, here: Here) {
	const named = await namedActivity(scope, id);
	if (!named) throw new AppError('not_found');
	const { activity } = named;
	const leader = actor !== null && (await leads(scope, actor, activity, here));
	if (activity.status === 'draft' && !leader) throw new AppError('not_found');
	const today = dayOf(here.now, here.zone);
	const all = await datesBetween(scope, id, addDays(today, -400), addDays(today, 400));
	const ahead = all.filter(({ during }) => during.end > here.now).slice(0, mostDates);
	const roomOf = await otherRooms(scope, ahead);
	const comers = actor ? await comersOf(scope, actor) : [];
	return {
		activity: {
			...factsOf(activity),
			group: named.group && { id: activity.groupId!, name: nameOf(named.group) },
			where: placeWords(named),
			address: named.venue && nameOf({ name: named.venue.address, nameEn: named.venue.addressEn })
		},
		dates:
			activity.status === 'draft'
				? draftDates(activity, here)
				: ahead.map((one) => ({ ...dateLine(one, here), room: roomOf(one) })),
		/** Of a draft: how many dates publishing settles. */
		settles: activity.status === 'draft' ? settlesWords(activity, here) : null,
		leader,
		comers,
		own: await ownPart(scope, activity, all, comers, here),
		choice: await signUpChoice(scope, activity, ahead, comers, here)
	};
}

function factsOf(activity: ActivityRow) {
	const { id, status, version, kind, theme, words, wordsEn, minutes, companions, rule, pictureId } = activity;
	const { icon, tone } = kindLooks[kind];
	return {
		...{ id, status, version, companions, pictureId, icon, tone },
		name: nameOf(activity),
		words: nameOf({ name: words, nameEn: wordsEn }),
		kind: kindWords(kind),
		risk: riskOf(activity),
		fitness: activity.fitness.map((value) => ({ value, label: fitnessWords(value) })),
		isCourse: kind === 'course',
		theme: themeName(theme),
		series: ruleWords(rule),
		length: sayMinutes(minutes),
		terms: termsOf(activity)
	};
}

/** Who may come, in words. */
function termsOf({ youngest, oldest, residentsOnly, minimum, companions }: ActivityRow): string[] {
	return [
		youngest !== null && m.activities_too_young({ years: youngest }),
		oldest !== null && m.activities_too_old({ years: oldest }),
		residentsOnly && m.activities_term_residents(),
		companions > 0 && m.activities_companions({ most: companions }),
		minimum > 0 && m.activities_term_minimum({ count: minimum })
	].filter((one) => one !== false);
}

type DateLine = ReturnType<typeof dateLine> & { room: string | null };

/** The dates that publishing a draft would write, as many as are shown. */
function draftDates(activity: ActivityRow, here: Here): DateLine[] {
	const { seats } = activity;
	const plain = { reason: null, seats: seatsWords({ seats, taken: 0 }), cancelled: false, moved: false };
	const until = lastWritten(activity, dayOf(here.now, here.zone));
	const dates = datesAheadOf(activity, until, here).slice(0, mostDates);
	return dates.map((during) => ({
		...{ ...plain, room: null },
		id: during.start.toISOString(),
		when: saySpan(during, here)
	}));
}

/** How many dates a draft of a series has: all of them where it ends, else those that publishing writes. */
function settlesWords(activity: ActivityRow, here: Here): string | null {
	if (activity.rule === null) return null;
	const last = lastDayOf(activity);
	const until = last ?? lastWritten(activity, dayOf(here.now, here.zone));
	const count = datesAheadOf(activity, until, here).length;
	return last
		? m.activities_draft_until({ count, last: sayDate(last) })
		: m.activities_draft_goes_on({ count, last: sayDate(until) });
}

function dateLine(one: OccurrenceRow, here: Here) {
	const { id, during, status, reason, sequence } = one;
	return {
		...{ id, reason },
		when: saySpan(during, here),
		seats: seatsWords(one),
		cancelled: status === 'cancelled',
		moved: sequence > 0 && status === 'planned'
	};
}
