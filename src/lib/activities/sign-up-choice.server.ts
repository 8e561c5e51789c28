import type { Comer } from '#lib/booking/choose-page.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { saySpan, type Here } from '#lib/ui/dates.ts';
import { closedWords } from './closed-words.ts';
import type { ActivityRow, OccurrenceRow } from './queries.server.ts';
import { clashesWith, openSignUps } from './sign-up-queries.server.ts';
import { whyNot } from './sign-up.server.ts';
import { nameOf, seatsWords } from './words.ts';

/** One of the things for which somebody can sign up. */
export interface Target {
	/** `series`, or the id of a date. */
	value: string;
	label: string;
	hint: string;
	/** There is a waiting list. */
	full: boolean;
}

/**
 * What can be chosen now, for the first who is not on the list of the series: oneself, as a rule. Who acts for others learns
 * of their case when he sends it.
 * @param comers oneself and those for whom one acts; nobody where the reader is not signed in
 */
export async function signUpChoice(
	scope: Scope,
	activity: ActivityRow,
	dates: readonly OccurrenceRow[],
	comers: readonly Comer[],
	here: Here
): Promise<{
	comers: Comer[];
	targets: Target[];
	/** How many the first brings to single dates already. */
	brings: number;
	closed: string | null;
	clash: string | null;
}> {
	const ids = comers.map(({ id }) => id);
	const open = await openSignUps(scope, activity.id, ids);
	const inSeries = open.filter(({ occurrenceId }) => occurrenceId === null);
	const left = comers.filter(({ id }) => !inSeries.some(({ personId }) => personId === id));
	const first = left[0] ?? comers[0] ?? null;
	const singles = open.filter(
		({ personId, occurrenceId }) => personId === first?.id && occurrenceId !== null
	);
	const ahead = dates.filter(({ status, during }) => status === 'planned' && during.start > here.now);
	const wishes = [
		...(activity.signUp === 'date' ? [] : [{ value: 'series', occurrenceId: null, of: ahead }]),
		...(activity.signUp === 'series'
			? []
			: ahead.map((one) => ({ value: one.id, occurrenceId: one.id, of: [one] })))
	];
	const targets: Target[] = [];
	let closed: string | null = null;
	for (const { value, occurrenceId, of } of wishes) {
		const found = await whyClosedFor(scope, first, activity, of, occurrenceId, here);
		const full = found?.why === 'full';
		if (found && !full) closed ??= closedWords(found, here);
		else targets.push({ value, full, ...said(value, of, here, singles.length > 0) });
	}
	if (wishes.length === 0)
		closed = activity.status === 'cancelled' ? m.activities_cancelled() : m.activities_over();
	return {
		comers: left,
		targets,
		brings: Math.max(0, ...singles.map(({ companions }) => companions)),
		closed: targets.length > 0 ? null : closed,
		clash: first && targets.length > 0 ? await clashOf(scope, first, activity.id, ahead) : null
	};
}

function said(
	value: string,
	of: readonly OccurrenceRow[],
	here: Here,
	onDates: boolean
): { label: string; hint: string } {
	const fullest = of.reduce((a, b) => (room(b) < room(a) ? b : a));
	const series = onDates ? m.activities_go_on_to_series() : m.activities_whole_series();
	return { label: value === 'series' ? series : saySpan(fullest.during, here), hint: seatsWords(fullest) };
}

const room = ({ seats, taken }: OccurrenceRow) => (seats === null ? Infinity : seats - taken);

async function whyClosedFor(
	scope: Scope,
	comer: Comer | null,
	activity: ActivityRow,
	dates: readonly OccurrenceRow[],
	occurrenceId: string | null,
	here: Here
) {
	if (!comer) return null;
	return whyNot(scope, activity, dates, { occurrenceId, personId: comer.id, companions: 0 }, here);
}

/** The names of what else he is on at the next date; it is said and no hindrance. */
async function clashOf(
	scope: Scope,
	{ id: personId }: Comer,
	activityId: string,
	[next]: readonly OccurrenceRow[]
): Promise<string | null> {
	if (!next) return null;
	const others = await clashesWith(scope, personId, next.during, activityId);
	const names = others.map((one) => nameOf(one)).join(' · ');
	return names ? m.activities_clash({ names }) : null;
}
