import { isStaff, type Actor } from '#lib/accounts/people.ts';
import { peopleByIds } from '#lib/accounts/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { minute } from '#lib/shared/time.ts';
import type { Here } from '#lib/ui/dates.ts';
import { approve, undoApproval, type Choice } from './approve.server.ts';
import { deskItems, type DeskItem } from './desk-list.server.ts';
import { deskRowsById, type DeskRow } from './desk-queries.server.ts';
import { names } from './names.ts';
import { proposalFor, type Proposal } from './propose.server.ts';
import { standingApprovals, toldOf } from './queries.server.ts';
import { whySentence } from './reasons.ts';
import { proposeTogether, type Option, type Proposed, type Wanted } from './together.ts';

/** Most requests that are approved in one go. */
export const mostTogether = 30;

/** Why a request is not approved with the others, or what to look at before it is. */
export interface Warning {
	kind: 'not_open' | 'approved' | 'unverified' | 'no_consent' | 'nobody' | 'too_few' | 'passed_over';
	/** Whom it is about, where it is about somebody. */
	name: string;
}

/** One request in the preview. */
export interface TogetherRow {
	item: DeskItem;
	version: number;
	/** In order: volunteers, then reserves. Empty where nobody can be approved. */
	chosen: { id: string; name: string; why: string }[];
	/** How many of them are volunteers. */
	found: number;
	warnings: Warning[];
}

/** How many of each shortlist are looked at for somebody who is not wanted elsewhere. */
const deep = 12;

/**
 * What approving these requests with their first choices would do. Nobody is first choice for two things at the same
 * time: the one that is needed sooner has him.
 */
export async function previewTogether(
	scope: Scope,
	actor: Actor,
	ids: readonly string[],
	here: Here
): Promise<TogetherRow[]> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	const rows = await deskRowsById(scope, ids.slice(0, mostTogether));
	const items = await deskItems(scope, rows, here);
	const hindrances = await hindrancesOf(scope, rows);
	const proposals = new Map<string, Proposal>();
	for (const { request } of rows.filter(({ request }) => !hindrances.has(request.id))) {
		proposals.set(request.id, await proposalFor(scope, request, { limit: deep }, here.now, here.zone));
	}
	const told = await toldOf(scope, [...proposals.keys()]);
	const proposed = proposeTogether(
		[...proposals.values()].map((one) => wantedOf(one, told.get(one.request.id) ?? new Set()))
	);
	return rows.map(({ request }, at): TogetherRow => {
		const proposal = proposals.get(request.id);
		const mine = proposed.find(({ requestId }) => requestId === request.id);
		const hindrance = hindrances.get(request.id);
		return {
			item: items[at]!,
			version: request.version,
			chosen: proposal && mine ? mine.personIds.map((id) => chosenOf(proposal, id)) : [],
			found: mine?.found ?? 0,
			warnings: proposal && mine ? warningsOf(proposal, mine) : hindrance ? [hindrance] : []
		};
	});
}

/** Who has approved each of these requests, by name, while it stands. */
export async function approversOf(scope: Scope, requestIds: string[]): Promise<Map<string, string>> {
	const standing = await standingApprovals(scope, requestIds);
	const people = await peopleByIds(
		scope,
		[...standing.values()].map(({ approvedBy }) => approvedBy)
	);
	const names = new Map(people.map(({ id, name }) => [id, name]));
	return new Map([...standing].map(([id, { approvedBy }]) => [id, names.get(approvedBy) ?? '']));
}

/** What keeps a request from being approved at all. */
async function hindrancesOf(scope: Scope, rows: readonly DeskRow[]): Promise<Map<string, Warning>> {
	const approvers = await approversOf(
		scope,
		rows.map(({ request }) => request.id)
	);
	const found = new Map<string, Warning>();
	for (const { request, verified } of rows) {
		const name = approvers.get(request.id);
		if (request.life !== 'open') found.set(request.id, { kind: 'not_open', name: '' });
		else if (name !== undefined) found.set(request.id, { kind: 'approved', name });
		else if (!verified) found.set(request.id, { kind: 'unverified', name: '' });
	}
	return found;
}

/** Whoever was asked for it before is asked again only where staff choose him for this one request. */
function wantedOf({ request, shortlist, facts }: Proposal, told: ReadonlySet<string>): Wanted {
	const room = new Map(
		facts.volunteers.map((one) => [one.personId, Math.max(1, one.activeTasksMax - one.activeTasks)])
	);
	const options = shortlist.best.flatMap(({ personId, start }): Option[] => {
		if (!start || told.has(personId)) return [];
		const end = new Date(start.getTime() + request.minutes * minute);
		return [{ personId, during: { start, end }, room: room.get(personId) ?? 1 }];
	});
	return { requestId: request.id, peopleNeeded: request.peopleNeeded, options };
}

function chosenOf({ facts, shortlist }: Proposal, id: string): TogetherRow['chosen'][number] {
	const row = facts.rows.get(id);
	const parts = shortlist.best.find(({ personId }) => personId === id)?.parts ?? [];
	return {
		id,
		name: row?.name ?? '',
		why: whySentence(parts, { reader: 'staff', names, gender: row?.gender ?? null })
	};
}

function warningsOf({ facts, request, shortlist }: Proposal, { found, passedOver }: Proposed): Warning[] {
	const few: Warning[] = found > 0 && found < request.peopleNeeded ? [{ kind: 'too_few', name: '' }] : [];
	const passed = passedOver.map((id): Warning => ({
		kind: 'passed_over',
		name: facts.rows.get(id)?.name ?? ''
	}));
	if (found > 0) return [...few, ...passed];
	const withoutConsent = shortlist.refused.some(({ gate }) => gate === 'consent');
	return [{ kind: withoutConsent ? 'no_consent' : 'nobody', name: '' }, ...passed];
}

/** What became of one of several approvals. */
export interface TogetherOutcome {
	requestId: string;
	/** Null where it was refused. */
	approvalId: string | null;
	refused: AppError | null;
}

/**
 * Approves several requests, each for itself: what is refused leaves no trace and stops none of the others. In the order
 * of their ids, so that two colleagues who approve the same ones wait for each other and never in a circle.
 */
export async function approveTogether(
	scope: Scope,
	actor: Actor,
	choices: readonly Choice[],
	now: Date,
	zone: string
): Promise<TogetherOutcome[]> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	if (choices.length > mostTogether)
		throw new AppError('invalid', 'too_many_together', { most: mostTogether });
	const outcomes: TogetherOutcome[] = [];
	for (const choice of [...choices].sort((a, b) => (a.requestId < b.requestId ? -1 : 1))) {
		const { requestId } = choice;
		try {
			const { approvalId } = await scope.tx.transaction((tx) =>
				approve({ ...scope, tx }, actor, choice, now, zone)
			);
			outcomes.push({ requestId, approvalId, refused: null });
		} catch (thrown) {
			if (!(thrown instanceof AppError)) throw thrown;
			outcomes.push({ requestId, approvalId: null, refused: thrown });
		}
	}
	return outcomes;
}

/**
 * Takes several approvals back, each for itself.
 * @returns those that could be
 * @throws AppError as `undoApproval` where none could
 */
export async function undoTogether(
	scope: Scope,
	actor: Actor,
	approvalIds: readonly string[],
	now: Date
): Promise<string[]> {
	const undone: string[] = [];
	let refused: AppError | null = null;
	for (const id of [...approvalIds].sort()) {
		try {
			await scope.tx.transaction((tx) => undoApproval({ ...scope, tx }, actor, id, now));
			undone.push(id);
		} catch (thrown) {
			if (!(thrown instanceof AppError)) throw thrown;
			refused = thrown;
		}
	}
	if (refused && undone.length === 0) throw refused;
	return undone;
}
