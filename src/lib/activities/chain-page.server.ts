import type { Actor } from '#lib/accounts/people.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { named } from '#lib/hours/words.ts';
import { m } from '#lib/paraglide/messages.js';
import { buildingsByIds } from '#lib/places/queries.server.ts';
import type { AppError } from '#lib/shared/errors.ts';
import type { Here } from '#lib/ui/dates.ts';
import type { Option, Tone } from '#lib/ui/ui.ts';
import type { ChainEntry } from './chain.ts';
import { chainText, type ChainName } from './chain-text.ts';
import { chainLine, type ChainLine, type ChainView } from './chain-view.ts';
import {
	readPasted,
	signUpPasted,
	type ChainAnswer,
	type ChainCandidate,
	type ChainResult,
	type Pasted
} from './chain.server.ts';
import { mustAsk } from './fitness.ts';
import { otherRooms } from './other-rooms.server.ts';
import { namesSignedUp } from './paper-queries.server.ts';
import { paperOf, sayOnPaper, type PaperSetting } from './paper.server.ts';
import { datesAhead } from './queries.server.ts';
import { ledActivity } from './rights.server.ts';
import { fitnessWords, nameOf, riskOf } from './words.ts';

/** The value of all dates together. */
export const wholeSeries = 'series';

/**
 * What a leader sees before anything is pasted: the text for the chat, and for which date names are read.
 * @param asked the date in the address
 * @throws AppError `not_found` to who does not lead the activity
 */
export async function chainPage(
	scope: Scope,
	actor: Actor,
	id: string,
	asked: string | null,
	setting: PaperSetting
) {
	const { now, zone } = setting;
	const activity = await ledActivity(scope, actor, id, { now, zone });
	const dates = await datesAhead(scope, id, now);
	const roomOf = await otherRooms(scope, dates);
	const say = (one: (typeof dates)[number]) => sayOnPaper(one.during, zone, roomOf(one));
	const options: Option[] = dates.map((one) => ({ value: one.id, label: say(one) }));
	if (activity.signUp !== 'date') options.unshift({ value: wholeSeries, label: m.papers_chain_series() });
	const choices = activity.signUp === 'series' ? options.slice(0, 1) : options;
	const chosen = choices.find(({ value }) => value === asked) ?? choices[0];
	const occurrenceId = chosen?.value === wholeSeries ? null : (chosen?.value ?? null);
	const paper = await paperOf(scope, id, setting);
	const date = dates.find((one) => one.id === occurrenceId);
	const told = date ? { ...paper, when: [say(date)], moreDates: 0, goesOn: null } : paper;
	return {
		title: nameOf(activity),
		choices: dates.length > 0 ? choices : [],
		chosen: chosen?.value ?? '',
		mustAsk: mustAsk(activity),
		asks: [riskOf(activity), ...activity.fitness.map(fitnessWords)].filter((one) => one !== null),
		text: chainText(told, await names(scope, id, occurrenceId))
	};
}

async function names(scope: Scope, id: string, occurrenceId: string | null): Promise<ChainName[]> {
	const rows = await namesSignedUp(scope, id);
	return rows.filter((row) => row.occurrenceId === null || row.occurrenceId === occurrenceId);
}

/** A pasted list as it is read, before anything happens. */
export async function chainRead(scope: Scope, actor: Actor, pasted: Pasted, here: Here): Promise<ChainView> {
	const { entries, candidates, most } = await readPasted(scope, actor, pasted, here);
	const homeOf = await homes(scope, candidates);
	return { lines: entries.map((entry) => chainLine(entry, homeOf)), done: false, most };
}

async function homes(scope: Scope, candidates: ReadonlyMap<string, ChainCandidate>) {
	const ids = [...candidates.values()].flatMap(({ buildingId }) => buildingId ?? []);
	const rows = new Map((await buildingsByIds(scope, [...new Set(ids)])).map((row) => [row.id, row]));
	return (personId: string) => {
		const building = rows.get(candidates.get(personId)?.buildingId ?? '');
		return building ? named(building) : null;
	};
}

/** Signs up a pasted list, and says of each line what became of it. */
export async function chainDone(
	scope: Scope,
	actor: Actor,
	pasted: Pasted,
	answers: ReadonlyMap<number, ChainAnswer>,
	here: Here,
	errorWords: (error: AppError) => string
): Promise<ChainView> {
	const results = await signUpPasted(scope, actor, pasted, answers, here);
	const lines = results.map(({ entry, ...result }): ChainLine => {
		const line = chainLine(entry, () => null);
		const why = result.refusal
			? errorWords(result.refusal)
			: result.done === 'skipped' && skippedWords(entry);
		return { ...line, doubts: why ? [why] : [], state: doneWords(result) };
	});
	return { lines, done: true, most: 0 };
}

const outcomes: Record<ChainResult['done'], { words: () => string; tone: Tone }> = {
	signed: { words: m.papers_done_signed, tone: 'green' },
	waiting: { words: m.papers_done_waiting, tone: 'amber' },
	withdrawn: { words: m.papers_done_withdrawn, tone: 'grey' },
	kept: { words: m.papers_done_kept, tone: 'blue' },
	skipped: { words: m.papers_done_skipped, tone: 'grey' },
	refused: { words: m.papers_done_refused, tone: 'red' }
};

/** Why nobody was signed up for a line that was asked about. */
function skippedWords({ people, name }: ChainEntry): string {
	if (people.length > 0) return m.papers_skipped_nobody();
	return name ? m.papers_skipped_unknown({ name }) : m.papers_skipped_no_name();
}

function doneWords({ done }: Pick<ChainResult, 'done'>): ChainLine['state'] {
	const { words, tone } = outcomes[done];
	return { words: words(), tone };
}
