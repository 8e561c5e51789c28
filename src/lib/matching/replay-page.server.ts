import type { Actor } from '#lib/accounts/people.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { sayMinutes } from '#lib/ui/dates.ts';
import { partNames } from './part-names.ts';
import { partCodes, type PartCode } from './matching.ts';
import { weightsInForce } from './propose.server.ts';
import { replayFor, weightsOfVersion } from './replay.server.ts';
import type { ReplayFigures } from './tuning/figures.ts';
import { changeLines } from './tuning/weight-words.ts';
import { versionName } from './weights-page.server.ts';
import { readWeights } from './weights.ts';
import { distanceWords } from './words.ts';

/** One figure under both sets of weights. */
export interface Compared {
	label: string;
	before: string;
	after: string;
}

/** How a trial of weights went, in the reader's words. */
export interface ReplayPage {
	id: string;
	state: 'running' | 'empty' | 'done';
	/** 0 … 1; null before it has begun. */
	share: number | null;
	changes: string[];
	figures: Compared[];
	parts: Compared[];
	/** The version it was compared with, where that is no longer in force. */
	outdated: string | null;
	maySave: boolean;
}

/** @throws AppError `not_found` */
export async function replayPage(scope: Scope, actor: Actor, id: string): Promise<ReplayPage> {
	const row = await replayFor(scope, actor, id);
	const inForce = await weightsInForce(scope);
	const changes = changeLines(await weightsOfVersion(scope, row.against), readWeights(row.weights));
	const { before, after, done, total } = row;
	const current = inForce.version === row.against;
	const known = before && after ? { before, after } : null;
	return {
		id,
		state: known ? (known.after.requests > 0 ? 'done' : 'empty') : 'running',
		share: total ? done / total : null,
		changes,
		figures: known ? figuresOf(known.before, known.after) : [],
		parts: known ? partsOf(known.before, known.after) : [],
		outdated: current ? null : versionName(row.against),
		maySave: actor.roles.includes('admin') && known !== null && current && changes.length > 0
	};
}

const percent = (share: number) => `${Math.round(100 * share)}%`;
const orNone = (value: number | null, words: (value: number) => string) =>
	value === null ? '—' : words(value);

const lines: readonly [label: () => string, words: (figures: ReplayFigures) => string][] = [
	[
		m.matching_replay_filled,
		({ filled, places }) =>
			m.matching_replay_filled_of({
				percent: places ? Math.round((100 * filled) / places) : 0,
				filled,
				places
			})
	],
	[m.matching_replay_metres, ({ medianMetres }) => orNone(medianMetres, (metres) => distanceWords(metres))],
	[
		m.matching_replay_hours,
		({ medianHours }) => orNone(medianHours, (hours) => sayMinutes(Math.round(60 * hours)))
	],
	[m.matching_replay_tenth, ({ busiestTenth }) => percent(busiestTenth)],
	[m.matching_replay_most, ({ mostTasks }) => m.matching_replay_tasks({ count: mostTasks })],
	[m.matching_replay_likely, ({ likely }) => orNone(likely, percent)]
];

function figuresOf(before: ReplayFigures, after: ReplayFigures): Compared[] {
	return lines.map(([label, words]) => ({ label: label(), before: words(before), after: words(after) }));
}

/** What share of all points each part has brought; parts that bring none are left out. */
function partsOf(before: ReplayFigures, after: ReplayFigures): Compared[] {
	const shareIn = ({ points }: ReplayFigures) => {
		const all = Object.values(points).reduce((sum, one) => sum + one, 0);
		return (code: PartCode) => (all > 0 ? (points[code] ?? 0) / all : 0);
	};
	const [old, tried] = [shareIn(before), shareIn(after)];
	return partCodes
		.filter((code) => old(code) > 0 || tried(code) > 0)
		.map((code) => ({ label: partNames[code](), before: percent(old(code)), after: percent(tried(code)) }));
}
