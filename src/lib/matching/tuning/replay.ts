import type { SkillKey } from '#lib/skills/vocabulary.ts';
import { dayOf, minute } from '#lib/shared/time.ts';
import { liftedByDeadline } from '../deadline.ts';
import type { Learned } from '../likelihood.ts';
import type { Candidate, RequestFacts } from '../matching.ts';
import type { Planned } from '../planning/planning.ts';
import { seenFrom, weekOf } from '../planning/seen-from.ts';
import { shortlist } from '../shortlist.ts';
import type { Weights } from '../weights.ts';
import { figuresOf, type Outcome, type PastRequest, type ReplayFigures } from './figures.ts';

/** A volunteer to whom the replay gives tasks. */
interface Player {
	planned: Planned;
	tasks: { start: Date; end: Date; place: RequestFacts['place'] }[];
}

/**
 * What the shortlists would have chosen for past requests, one after the other in the order in which they were made. Each
 * gets the first of his list, as if everybody asked said yes, who then is busy, tired and known as promised. People,
 * cards and hours are those that are handed in, so those of today; what was in fact promised then is left out, for it
 * came of other weights. Who said no in fact is not asked.
 * @param around.step called after each request with how many are done; what it returns is waited for
 */
export async function replay(
	past: readonly PastRequest[],
	volunteers: readonly Planned[],
	weights: Weights,
	around: { zone: string; learned?: Learned | undefined; step?: (done: number) => Promise<void> | void }
): Promise<ReplayFigures> {
	const players = volunteers.map((planned): Player => ({ planned, tasks: [] }));
	const bySkill = holders(players);
	const outcomes: Outcome[] = [];
	const inOrder = [...past].sort((a, b) => a.askedAt.getTime() - b.askedAt.getTime());
	for (const [at, one] of inOrder.entries()) {
		const holding = bySkill.get(one.request.skill) ?? [];
		const chosen = choose(one, holding, weights, around);
		outcomes.push({ ...one, chosen });
		for (const { personId, start } of chosen) {
			const player = holding.find(({ planned }) => planned.personId === personId)!;
			const end = new Date(start!.getTime() + one.request.minutes * minute);
			player.tasks.push({ start: start!, end, place: one.request.place });
		}
		await around.step?.(at + 1);
	}
	const wanted = new Set(past.map(({ request }) => request.skill));
	const pool = players.filter(({ planned }) => isCalledUpon(planned, wanted));
	return figuresOf(
		outcomes,
		pool.map(({ tasks }) => tasks.length)
	);
}

function choose(
	{ request, askedAt }: PastRequest,
	holding: readonly Player[],
	weights: Weights,
	{ zone, learned }: { zone: string; learned?: Learned | undefined }
): Candidate[] {
	const week = weekOf((request.windows[0]?.start ?? askedAt).getTime(), zone);
	const seen = holding.map((player) => seenFrom(request, playing(player, askedAt), week));
	const lifted = liftedByDeadline(request, weights, askedAt);
	const context = { now: askedAt, zone, today: dayOf(askedAt, zone), lifted, learned };
	return shortlist(request, seen, weights, context, request.peopleNeeded).best;
}

/** The volunteer with what the replay has given him so far. */
function playing({ planned, tasks }: Player, now: Date): Planned {
	return {
		...planned,
		busy: tasks.map(({ start, end, place }) => ({ span: { start, end }, place })),
		promised: tasks,
		activeTasks: tasks.filter(({ end }) => end > now).length,
		tasksThisMonth: tasks.length,
		tasksEver: planned.tasksEver + tasks.length
	};
}

/** Somebody whose tasks are compared with those of others. */
function isCalledUpon({ cardStatus, skills }: Planned, wanted: ReadonlySet<SkillKey>): boolean {
	return cardStatus === 'approved' && skills.some(({ skill }) => wanted.has(skill));
}

function holders(players: readonly Player[]): Map<SkillKey, Player[]> {
	const bySkill = new Map<SkillKey, Player[]>();
	for (const player of players) {
		for (const { skill } of player.planned.skills)
			bySkill.set(skill, [...(bySkill.get(skill) ?? []), player]);
	}
	return bySkill;
}
