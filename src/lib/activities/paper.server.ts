import type { Scope } from '#lib/db/client.server.ts';
import { fileById } from '#lib/files/queries.server.ts';
import { named, sayHeading } from '#lib/hours/words.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { AppError } from '#lib/shared/errors.ts';
import { addDays, clockOf, dayOf, type Span } from '#lib/shared/time.ts';
import { lastDayOf } from './dates-ahead.ts';
import { otherRooms } from './other-rooms.server.ts';
import { datesToCome, publishedActivity } from './paper-queries.server.ts';
import { ruleDaysFrom, type ActivityRow } from './queries.server.ts';
import { datesOf, repeatOf } from './recurrence.ts';
import { ruleWords } from './rule-words.ts';
import { placeWords, riskOf } from './words.ts';

/** What a poster, a picture or a text in a chat says of an activity: nothing of any person. */
export interface Paper {
	title: string;
	words: string;
	group: string | null;
	/** The next dates, said so that they are true on every day. */
	when: string[];
	/** How many more there are … */
	moreDates: number;
	/** … or that a series goes on, which has no number of dates. */
	goesOn: string | null;
	place: string | null;
	seats: number | null;
	/** At the next date; null where everybody fits. */
	seatsLeft: number | null;
	companions: number;
	risk: string | null;
	pictureId: string | null;
	link: string;
	community: { name: string; phone: string };
}

/** The same with its picture, as it is drawn. */
export type IllustratedPaper = Paper & { picture: Buffer | null };

/** Where it is read, and by what address. */
export interface PaperSetting {
	now: Date;
	zone: string;
	origin: string;
	community: { slug: string; name: string; nameEn: string; phone: string };
}

const mostDates = 4;

/**
 * An activity as it is told outside of the app.
 * @throws AppError `not_found` where it is not published
 */
export async function paperOf(scope: Scope, id: string, setting: PaperSetting): Promise<Paper> {
	const row = await publishedActivity(scope, id);
	if (!row) throw new AppError('not_found');
	const { activity, group, venue } = row;
	const { now, zone, origin, community } = setting;
	const { dates, count } = await datesToCome(scope, id, now, mostDates);
	const [next] = dates;
	const roomOf = await otherRooms(scope, dates);
	return {
		title: named(activity),
		words: (getLocale() === 'en' && activity.wordsEn) || activity.words,
		group: group && named(group),
		when: dates.map((date) => sayOnPaper(date.during, zone, roomOf(date))),
		moreDates: count - dates.length + (await unwritten(scope, activity, setting)),
		goesOn: goesOn(activity.rule),
		place: venue ? placeOf(venue) : placeWords({ activity, venue }) || null,
		seats: activity.seats,
		seatsLeft: next && next.seats !== null ? next.seats - next.taken : null,
		companions: activity.companions,
		risk: riskOf(activity),
		pictureId: activity.pictureId,
		link: `${origin}/${community.slug}/activities/${id}`,
		community: { name: named(community), phone: community.phone }
	};
}

function goesOn(rule: string | null): string | null {
	const series = rule === null ? null : repeatOf(rule);
	return series && !series.end ? m.papers_goes_on({ days: ruleWords(rule) ?? '' }) : null;
}

/** How many dates a series with a last day will have that are not written down yet. */
async function unwritten(
	scope: Scope,
	{ id, rule, firstDay, exceptDays }: ActivityRow,
	{ now, zone }: PaperSetting
): Promise<number> {
	const last = lastDayOf({ rule, firstDay });
	const known = [...(await ruleDaysFrom(scope, id, dayOf(now, zone)))].sort().at(-1);
	const later = last && known ? datesOf(rule, firstDay, addDays(known, 1), last) : [];
	return later.filter((day) => !exceptDays.includes(day)).length;
}

/**
 * An activity as a poster or a picture shows it. It holds nothing of any person, so everybody may have it who may have the page.
 * @throws AppError `not_found` where it is not published
 */
export async function illustratedPaper(
	scope: Scope,
	id: string,
	setting: PaperSetting
): Promise<IllustratedPaper> {
	const paper = await paperOf(scope, id, setting);
	const file = paper.pictureId ? await fileById(scope, paper.pictureId) : undefined;
	return { ...paper, picture: file?.bytes ?? null };
}

function placeOf(venue: { name: string; nameEn: string; address: string; addressEn: string }): string {
	const english = getLocale() === 'en';
	return `${named(venue)} · ${(english && venue.addressEn) || venue.address}`;
}

/**
 * A time as paper says it, which is read on another day: 周四 11月26日 14:00—16:00.
 * @param room where, if that is not where it always is
 */
export function sayOnPaper({ start, end }: Span, zone: string, room: string | null): string {
	const hours = m.app_span({ from: clockOf(start, zone), to: clockOf(end, zone) });
	return [`${sayHeading(dayOf(start, zone))} ${hours}`, room].filter(Boolean).join(' · ');
}
