import { isStaff, type Actor } from '#lib/accounts/people.ts';
import { peopleByIds } from '#lib/accounts/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { AppError } from '#lib/shared/errors.ts';
import { isId } from '#lib/shared/ids.ts';
import { sayWhen, type Here } from '#lib/ui/dates.ts';
import { weightsInForce } from './propose.server.ts';
import { replayFor, weightsOfVersion } from './replay.server.ts';
import { weightVersionsOf } from './tuning-queries.server.ts';
import { changeLines } from './tuning/weight-words.ts';
import { defaultWeights, readWeights, type Weights } from './weights.ts';

/** A version of the weights, in the reader's words. */
export interface VersionLine {
	version: number;
	name: string;
	inForce: boolean;
	/** Who put it in force and when; null for the defaults. */
	by: string | null;
	reason: string | null;
	/** What it changed of the version before. */
	changes: string[];
}

/** Everything on the page of the weights. */
export interface WeightsPage {
	mayChange: boolean;
	/** What stands in the fields. */
	weights: Weights;
	/** Where that is not what is in force: what it is. */
	from: string | null;
	inForce: string;
	versions: VersionLine[];
}

/** Where the values in the fields come from: an older version, or a trial. */
export interface Taken {
	version: string | null;
	replay: string | null;
}

export async function weightsPage(
	scope: Scope,
	actor: Actor,
	taken: Taken,
	here: Here
): Promise<WeightsPage> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	const { version, weights } = await weightsInForce(scope);
	const other = await takenUp(scope, actor, taken);
	return {
		mayChange: actor.roles.includes('admin'),
		weights: other?.weights ?? weights,
		from: other?.name ?? null,
		inForce: versionName(version),
		versions: await versionLines(scope, version, here)
	};
}

/** 第 3 版; the defaults have a name of their own. */
export function versionName(version: number): string {
	return version === 0 ? m.matching_weights_first() : m.matching_weights_version({ version });
}

async function takenUp(
	scope: Scope,
	actor: Actor,
	{ version, replay }: Taken
): Promise<{ weights: Weights; name: string } | null> {
	if (replay !== null && isId(replay)) {
		const row = await replayFor(scope, actor, replay);
		return { weights: readWeights(row.weights), name: m.matching_weights_tried() };
	}
	const known = ['0', ...(await weightVersionsOf(scope)).map((row) => String(row.version))];
	if (version === null || !known.includes(version)) return null;
	return { weights: await weightsOfVersion(scope, Number(version)), name: versionName(Number(version)) };
}

async function versionLines(scope: Scope, inForce: number, here: Here): Promise<VersionLine[]> {
	const rows = await weightVersionsOf(scope);
	const people = await peopleByIds(scope, [...new Set(rows.flatMap(({ createdBy }) => createdBy ?? []))]);
	const nameOf = new Map(people.map(({ id, name }) => [id, name]));
	const lines = rows.map(({ version, weights, createdBy, createdAt, reason }, at): VersionLine => {
		const before = rows[at + 1];
		return {
			version,
			name: versionName(version),
			inForce: version === inForce,
			by: m.matching_weights_by({ name: nameOf.get(createdBy ?? '') ?? '', when: sayWhen(createdAt, here) }),
			reason,
			changes: changeLines(before ? readWeights(before.weights) : defaultWeights, readWeights(weights))
		};
	});
	const first = {
		version: 0,
		name: versionName(0),
		inForce: inForce === 0,
		by: null,
		reason: null,
		changes: []
	};
	return [...lines, first];
}
