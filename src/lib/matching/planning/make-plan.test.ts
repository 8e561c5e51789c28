import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overlaps } from '#lib/shared/time.ts';
import { at, contextAt, held, requestWith } from '../facts.fixture.ts';
import { recheck } from '../gates.ts';
import type { Refusal, RequestFacts } from '../matching.ts';
import { defaultWeights } from '../weights.ts';
import { makePlan, type PlanOptions } from './make-plan.ts';
import type { Pair, Plan, Planned } from './planning.ts';
import { seenFrom, weekOf } from './seen-from.ts';
import { plannedWith, town } from './town.fixture.ts';

const context = contextAt();
const plan = (requests: RequestFacts[], volunteers: Planned[], options?: PlanOptions) =>
	makePlan(requests, volunteers, defaultWeights, context, options);
const who = ({ pairs }: Plan) => pairs.map(({ requestId, personId }) => `${requestId}: ${personId}`);

/** Tuesday at a full hour, for one hour and no longer. */
const hourFrom = (clock: string, end: string) => [
	{ start: at('2026-03-10', clock), end: at('2026-03-10', end) }
];

describe('a plan', () => {
	test('gives the only one who can do both to whom nobody else can help', async () => {
		const tap = requestWith({ id: 'tap' });
		const socket = requestWith({ id: 'socket', skill: 'electrics' });
		const both = plannedWith({
			personId: 'both',
			place: { east: 0, north: 0 },
			skills: [held('plumbing', 2), held('electrics', 2)]
		});
		const far = plannedWith({ personId: 'far', place: { east: 900, north: 0 } });
		expect(who(await plan([tap, socket], [both, far]))).toEqual(['tap: far', 'socket: both']);
	});

	test('spreads work among equals', async () => {
		const requests = ['a', 'b', 'c', 'd'].map((id, index) =>
			requestWith({ id, windows: hourFrom(`${10 + 2 * index}:00`, `${11 + 2 * index}:00`) })
		);
		const volunteers = ['x', 'y'].map((personId) => plannedWith({ personId, activeTasksMax: 4 }));
		const made = await plan(requests, volunteers);
		expect(made.pairs.filter(({ personId }) => personId === 'x')).toHaveLength(2);
		expect(made.cost).toBe(made.bound);
	});

	test('has nobody in two places, and says what that costs', async () => {
		const requests = ['a', 'b'].map((id) =>
			requestWith({ id, minutes: 60, windows: hourFrom('15:00', '16:00') })
		);
		const near = plannedWith({ personId: 'near', place: { east: 0, north: 0 } });
		const far = plannedWith({ personId: 'far', place: { east: 1400, north: 0 } });
		const made = await plan(requests, [near, far]);
		expect(new Set(made.pairs.map(({ personId }) => personId)).size).toBe(2);
		expect(made.letOff).toBe(1);
		expect(made.cost).toBeGreaterThan(made.bound);
	});

	test('leaves time for the way between two places', async () => {
		const first = requestWith({ id: 'first', minutes: 60, windows: hourFrom('15:00', '16:00') });
		const next = requestWith({
			id: 'next',
			minutes: 60,
			windows: hourFrom('16:00', '17:00'),
			place: { east: 1000, north: 0 }
		});
		const made = await plan(
			[first, next],
			[plannedWith({ personId: 'only', place: { east: 500, north: 0 } })]
		);
		expect(made.pairs).toHaveLength(1);
		expect(made.unfilled).toMatchObject([{ missing: 1, eligible: 1 }]);
	});

	test('fills demands of several people with different ones', async () => {
		const made = await plan(
			[requestWith({ peopleNeeded: 3 })],
			['x', 'y'].map((personId) => plannedWith({ personId }))
		);
		expect(who(made)).toEqual(['request: x', 'request: y']);
		expect(made.unfilled).toMatchObject([{ requestId: 'request', missing: 1 }]);
	});

	test('says which gate stops everybody, and what would bring whom', async () => {
		const made = await plan(
			[requestWith({ skill: 'haircuts' })],
			[
				plannedWith(),
				plannedWith({ personId: 'far', place: { east: 9000, north: 0 }, skills: [held('haircuts', 2)] })
			]
		);
		expect(made.unfilled).toEqual([
			{
				requestId: 'request',
				missing: 1,
				eligible: 0,
				stopped: [
					{ gate: 'skill', count: 1 },
					{ gate: 'reach', count: 1 }
				],
				relaxations: expect.arrayContaining([{ gate: 'reach', relax: 'decide', count: 1 }])
			}
		]);
	});

	test('of nothing is empty', async () => {
		expect(await plan([], [])).toEqual({ pairs: [], unfilled: [], cost: 0, bound: 0, letOff: 0 });
	});
});

describe('what staff decide', () => {
	const near = plannedWith({ personId: 'near', place: { east: 0, north: 0 } });
	const far = plannedWith({ personId: 'far', place: { east: 1400, north: 0 } });
	const decided = (kind: 'lock' | 'forbid', personId: string) => [{ requestId: 'request', personId, kind }];

	test('a locked pair stays, and the plan shows what that costs', async () => {
		const free = await plan([requestWith()], [near, far]);
		const made = await plan([requestWith()], [near, far], { decisions: decided('lock', 'far') });
		expect(who(made)).toEqual(['request: far']);
		expect(made.pairs[0]?.locked).toBe(true);
		expect(made.cost).toBeGreaterThan(free.cost);
	});

	test('a forbidden pair never comes', async () => {
		const made = await plan([requestWith()], [near, far], { decisions: decided('forbid', 'near') });
		expect(who(made)).toEqual(['request: far']);
		const none = await plan([requestWith()], [near], { decisions: decided('forbid', 'near') });
		expect(none.pairs).toEqual([]);
	});

	test('a lock on somebody whom a gate stops is refused', async () => {
		await expect(
			plan([requestWith()], [near], { decisions: decided('lock', 'nobody') })
		).rejects.toMatchObject({ detail: 'lock' });
	});

	test('two locks on one person at one time are refused', async () => {
		const requests = ['a', 'b'].map((id) => requestWith({ id }));
		const decisions = requests.map(({ id }) => ({ requestId: id, personId: 'near', kind: 'lock' as const }));
		await expect(plan(requests, [near], { decisions })).rejects.toMatchObject({ detail: 'locks_clash' });
	});
});

describe('any plan of any town', () => {
	test('has no overlap, passes every gate, stays within hours and caps, and is never below its bound', async () => {
		await fc.assert(
			fc.asyncProperty(town, async ({ requests, volunteers }) => {
				const made = await plan(requests, volunteers);
				expect(made.cost).toBeGreaterThanOrEqual(made.bound - 1);
				for (const volunteer of volunteers) {
					const mine = made.pairs.filter(({ personId }) => personId === volunteer.personId);
					expect(mine.length).toBeLessThanOrEqual(volunteer.activeTasksMax);
					for (const one of mine) {
						const others = mine.filter((other) => other !== one);
						expect(others.filter((other) => overlaps(one.during, other.during))).toEqual([]);
						expect(stopsOf(one, others, requests, volunteer)).toEqual([]);
					}
					const minutes = mine.reduce((sum, { during }) => sum + (+during.end - +during.start) / 60_000, 0);
					const promised = volunteer.promised.length > 0 ? 30 : 0;
					expect(minutes + promised).toBeLessThanOrEqual(volunteer.weeklyMinutesMax);
				}
				for (const { id, peopleNeeded } of requests) {
					const filled = made.pairs.filter(({ requestId }) => requestId === id).length;
					const missing = made.unfilled.find(({ requestId }) => requestId === id)?.missing ?? 0;
					expect(filled + missing).toBe(peopleNeeded);
				}
			}),
			{ numRuns: 300 }
		);
	});

	test('is the same however often it is made', async () => {
		await fc.assert(
			fc.asyncProperty(town, async ({ requests, volunteers }) => {
				expect(await plan(requests, volunteers)).toEqual(await plan(requests, volunteers));
			}),
			{ numRuns: 50 }
		);
	});

	/** What stops a pair when all else of the plan is promised already, the ways included. */
	function stopsOf(
		{ requestId, during }: Pair,
		others: Pair[],
		requests: RequestFacts[],
		volunteer: Planned
	): Refusal[] {
		const named = (id: string) => requests.find((one) => one.id === id)!;
		const request = named(requestId);
		const view = seenFrom(request, volunteer, weekOf(during.start.getTime(), context.zone));
		const busy = others.map((other) => {
			const { presence, place } = named(other.requestId);
			return { span: other.during, place: presence === 'telephone' ? null : place };
		});
		return recheck({ ...request, windows: [during] }, { ...view, busy }, context).stops;
	}
});
