import { knownPeople } from '#lib/accounts/known-people.server.ts';
import { isStaff, type Actor } from '#lib/accounts/people.ts';
import { readPhone } from '#lib/accounts/phone.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import type { Here } from '#lib/ui/dates.ts';
import { namesIn } from './chain-names.ts';
import type { ChainEntry, ChainPerson } from './chain.ts';
import { mustAsk } from './fitness.ts';
import { knownToLeader } from './known-queries.server.ts';
import * as query from './queries.server.ts';
import { readChain } from './read-chain.ts';
import { ledActivity } from './rights.server.ts';
import { listSignUps, type ListedSignUp } from './sign-up-queries.server.ts';
import { signUp } from './sign-up.server.ts';
import { excuse, withdraw } from './withdraw.server.ts';

/** A list that was pasted, for one date or for all that are left. */
export interface Pasted {
	activityId: string;
	occurrenceId: string | null;
	text: string;
	/** Everybody was told of the risk and asked for what it takes. */
	asked?: boolean;
}

/** Somebody on a pasted list, with the building where several have the name. */
export interface ChainCandidate extends ChainPerson {
	buildingId: string | null;
}

/** What the one who pastes says to a line that was asked about. */
export interface ChainAnswer {
	/** Null: nobody. */
	personId: string | null;
	companions: number;
}

/** What became of a line. */
export interface ChainResult {
	entry: ChainEntry;
	/** `kept`: asked whether to take somebody off, who stays on the list. */
	done: 'signed' | 'waiting' | 'withdrawn' | 'kept' | 'skipped' | 'refused';
	refusal?: AppError;
}

/**
 * Reads a pasted list (接龙) against the people whom the one who pastes knows; nothing is changed.
 * @throws AppError `not_found` to who does not lead the activity; `not_possible_now` / `chain_date`
 */
export async function readPasted(
	scope: Scope,
	actor: Actor,
	pasted: Pasted,
	here: Here
): Promise<{ entries: ChainEntry[]; candidates: Map<string, ChainCandidate>; most: number }> {
	const activity = await ledActivity(scope, actor, pasted.activityId, here);
	await requireDate(scope, pasted, here);
	const { entries, candidates } = await read(scope, actor, activity, pasted);
	return { entries, candidates, most: activity.companions };
}

/** A leader learns of nobody whom he does not know from here; staff know all. */
async function whoIsKnown(
	scope: Scope,
	actor: Actor,
	activity: query.ActivityRow
): Promise<(person: { id: string }) => boolean> {
	if (isStaff(actor)) return () => true;
	const known = await knownToLeader(scope, activity, null);
	return ({ id }) => known.has(id);
}

/**
 * Names are read for dates of this activity that are still to come.
 * @throws AppError `not_possible_now` / `chain_date`
 */
async function requireDate(scope: Scope, { activityId, occurrenceId }: Pasted, { now }: Here): Promise<void> {
	const dates = await query.datesAhead(scope, activityId, now);
	const found = occurrenceId === null ? dates.length > 0 : dates.some(({ id }) => id === occurrenceId);
	if (!found) throw new AppError('not_possible_now', 'chain_date');
}

async function read(scope: Scope, actor: Actor, activity: query.ActivityRow, { occurrenceId, text }: Pasted) {
	const isKnown = await whoIsKnown(scope, actor, activity);
	const { names, phones } = namesIn(text);
	const rows = [
		...names.map((name) => ({ name, phone: null, building: null })),
		...phones.map((phone) => ({ name: null, phone: readPhone(phone), building: null }))
	];
	const known = await knownPeople(scope, rows);
	const listed = await listSignUps(scope, activity.id, occurrenceId ?? undefined);
	const candidates = new Map<string, ChainCandidate>();
	const candidate = ({ id, name, buildingId }: ChainCandidate): ChainPerson => {
		candidates.set(id, { id, name, buildingId });
		return { id, name };
	};
	const entries = readChain(
		text,
		{
			named: (name) =>
				known
					.named(name)
					.filter((one) => one.kind !== 'unit' && isKnown(one))
					.map(candidate),
			withPhone: (phone) => {
				const found = known.withPhone(readPhone(phone) ?? phone);
				return found && isKnown(found) ? candidate(found) : undefined;
			},
			signed: new Set(listed.map(({ personId }) => personId))
		},
		activity.companions
	);
	return { entries, candidates, listed };
}

/**
 * Signs up those on a pasted list: the sure ones, and of the others whom the answers name. One who may not is said so and
 * does not stand in the way of the rest; pasted twice, nothing happens twice.
 * @param answers by the number of the line
 * @returns what became of each line that is about somebody
 * @throws AppError `not_found` to who does not lead the activity; `invalid` / `asked`; `not_possible_now` / `chain_date`
 */
export async function signUpPasted(
	scope: Scope,
	actor: Actor,
	pasted: Pasted,
	answers: ReadonlyMap<number, ChainAnswer>,
	here: Here
): Promise<ChainResult[]> {
	const activity = await ledActivity(scope, actor, pasted.activityId, here);
	if (mustAsk(activity) && !pasted.asked) throw new AppError('invalid', 'asked');
	await requireDate(scope, pasted, here);
	const { entries, listed } = await read(scope, actor, activity, pasted);
	const results: ChainResult[] = [];
	for (const entry of entries) {
		if (entry.kind !== 'sure' && entry.kind !== 'asked') continue;
		const answer = answerTo(entry, answers);
		results.push(await carryOut(scope, actor, { ...pasted, activity }, entry, answer, listed, here));
	}
	return results;
}

const full = new AppError('already_taken', 'activities_full');

/** Takes somebody off; who is in the whole series is off for the date alone, where the list is for one. */
async function takeOff(
	scope: Scope,
	actor: Actor,
	listed: readonly ListedSignUp[],
	{ personId, occurrenceId }: { personId: string; occurrenceId: string | null },
	here: Here
): Promise<void> {
	const own = listed.filter((one) => one.personId === personId);
	const standing = own.find((one) => one.occurrenceId === occurrenceId) ?? own[0];
	if (!standing) return;
	const ofSeries = occurrenceId !== null && standing.occurrenceId === null && standing.status === 'signed';
	if (ofSeries) await excuse(scope, actor, { signUpId: standing.id, occurrenceId }, here);
	else await withdraw(scope, actor, standing.id, here);
}

/** A sure line answers itself. Only those may be chosen whom the line can mean. */
function answerTo(entry: ChainEntry, answers: ReadonlyMap<number, ChainAnswer>): ChainAnswer | null {
	const { people, companions } = entry;
	if (entry.kind === 'sure') return { personId: people[0]!.id, companions };
	const answer = answers.get(entry.at);
	return answer?.personId && people.some(({ id }) => id === answer.personId) ? answer : null;
}

async function carryOut(
	scope: Scope,
	actor: Actor,
	{ activityId, occurrenceId, activity }: Pasted & { activity: query.ActivityRow },
	entry: ChainEntry,
	answer: ChainAnswer | null,
	listed: readonly ListedSignUp[],
	here: Here
): Promise<ChainResult> {
	const leaves = entry.doubts.includes('leaves');
	if (!answer?.personId) return { entry, done: leaves ? 'kept' : 'skipped' };
	const { personId, companions } = answer;
	try {
		// a savepoint: what is refused leaves nothing behind, and the next line goes on
		const done = await query.ifRoom(scope, async (inner) => {
			if (leaves) {
				await takeOff(inner, actor, listed, { personId, occurrenceId }, here);
				return 'withdrawn' as const;
			}
			const wish = { activityId, occurrenceId, personId, companions, fit: activity.fitness, wait: true };
			return (await signUp(inner, actor, wish, here)).status;
		});
		return done ? { entry, done } : { entry, done: 'refused', refusal: full };
	} catch (thrown) {
		if (!(thrown instanceof AppError)) throw thrown;
		return { entry, done: 'refused', refusal: thrown };
	}
}
