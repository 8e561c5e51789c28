import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at, contextAt, held, requestWith, saidOnly, volunteerWith } from './facts.fixture.ts';
import { refusals } from './gates.ts';
import type { GateCode, VolunteerFacts } from './matching.ts';
import { occasionOf } from './occasion.ts';
import { costOf } from './score.ts';
import { shortlist } from './shortlist.ts';
import { defaultWeights } from './weights.ts';

const ids = (list: { best: { personId: string }[] }) => list.best.map(({ personId }) => personId);

function listOf(
	volunteers: VolunteerFacts[],
	{ lifted = [] as GateCode[], limit = 10, request = requestWith() } = {}
) {
	return shortlist(request, volunteers, defaultWeights, contextAt(undefined, lifted), limit);
}

describe('four neighbours and a tap', () => {
	const request = requestWith({ wishes: { gender: null, languages: ['local_dialect'], interests: [] } });
	const dialect = ['mandarin', 'local_dialect'];
	const known = volunteerWith({
		personId: 'known',
		place: { east: 300, north: 0 },
		languages: dialect,
		history: { helps: 2, good: 2, last: true },
		tasksThisMonth: 1
	});
	const nearest = volunteerWith({ personId: 'nearest', place: { east: 150, north: 0 }, tasksThisMonth: 5 });
	const newcomer = volunteerWith({
		personId: 'newcomer',
		place: { east: 900, north: 0 },
		tasksThisMonth: 0,
		tasksEver: 0,
		availability: [{ weekday: 2, from: 16 * 60, to: 20 * 60 }]
	});
	const unproven = volunteerWith({
		personId: 'unproven',
		place: { east: 420, north: 0 },
		skills: [saidOnly('plumbing', 2)],
		tasksThisMonth: 2
	});
	const all = [unproven, newcomer, nearest, known];

	test('who has been here, speaks like her and is not tired comes before who is nearest', () => {
		expect(ids(listOf(all, { request }))).toEqual(['known', 'nearest', 'newcomer']);
	});

	test('who is unproven is counted, and comes last, marked, when staff look past it', () => {
		expect(listOf(all, { request }).refused).toEqual([{ gate: 'skill_confirmed', count: 1 }]);
		const { best, refused } = listOf(all, { request, lifted: ['skill_confirmed'] });
		expect(best.map(({ personId, waived }) => [personId, waived.map(({ code }) => code)])).toEqual([
			['known', []],
			['nearest', []],
			['newcomer', []],
			['unproven', ['skill_confirmed']]
		]);
		expect(refused).toEqual([]);
	});

	test('each candidate comes with a beginning and, where it is later than for others, from when', () => {
		const { best } = listOf(all, { request });
		expect(best.map(({ start }) => start)).toEqual([
			at('2026-03-10', '15:00'),
			at('2026-03-10', '15:00'),
			at('2026-03-10', '16:00')
		]);
		const free = best.map(({ parts }) => parts.find(({ code }) => code === 'free')?.params);
		expect(free).toEqual([
			{ day: null, clock: null },
			{ day: null, clock: null },
			{ day: null, clock: '16:00' }
		]);
	});

	test('a later day is named with its clock', () => {
		const windows = [
			{ start: at('2026-03-10', '15:00'), end: at('2026-03-10', '17:00') },
			{ start: at('2026-03-12', '09:00'), end: at('2026-03-12', '11:00') }
		];
		const thursday = volunteerWith({ availability: [{ weekday: 4, from: 540, to: 720 }] });
		const [only] = listOf([thursday], { request: { ...request, windows } }).best;
		expect(only?.parts.at(-1)?.params).toEqual({ day: '2026-03-12', clock: '09:00' });
	});

	test('who is not free has no beginning, where staff look past that', () => {
		const away = volunteerWith({ availability: [] });
		const [only] = listOf([away], { lifted: ['time'] }).best;
		expect(only?.start).toBeNull();
		expect(only?.parts.some(({ code }) => code === 'free')).toBe(false);
	});

	test('the cost is what its parts add up to, and the bar follows it', () => {
		const { best } = listOf(all, { request });
		for (const { cost, parts } of best) expect(parts.reduce((sum, part) => sum + part.points, 0)).toBe(cost);
		expect(best.map(({ fit }) => fit)).toEqual([82, 62, 57]);
	});
});

describe('those who may not come', () => {
	test('are counted once, under the first gate that stops them, the largest groups first', () => {
		const volunteers = [
			volunteerWith({ personId: 'a', skills: [], availability: [] }),
			volunteerWith({ personId: 'b', skills: [held('electrics', 2)], reachMetres: 100 }),
			volunteerWith({ personId: 'c', skills: [] }),
			volunteerWith({ personId: 'd', availability: [], reachMetres: 100 }),
			volunteerWith({ personId: 'e', reachMetres: 100 }),
			volunteerWith({ personId: 'f', reachMetres: 100 }),
			volunteerWith({ personId: 'g' })
		];
		const { refused, eligible, total } = listOf(volunteers);
		expect(refused).toEqual([
			{ gate: 'skill', count: 3 },
			{ gate: 'reach', count: 2 },
			{ gate: 'time', count: 1 }
		]);
		expect([eligible, total]).toEqual([1, 7]);
	});

	test('without consent everybody stands under that, whatever else is amiss', () => {
		const volunteers = [volunteerWith({ skills: [] }), volunteerWith()];
		const { best, refused } = listOf(volunteers, { request: requestWith({ consented: false }) });
		expect(best).toEqual([]);
		expect(refused).toEqual([{ gate: 'consent', count: 2 }]);
	});
});

test('a community without volunteers has an empty list', () => {
	expect(listOf([])).toEqual({ best: [], refused: [], eligible: 0, total: 0 });
});

describe('of many', () => {
	const person = fc
		.record({
			metres: fc.integer({ min: 0, max: 5 }).map((steps) => steps * 400),
			tasksThisMonth: fc.integer({ min: 0, max: 3 }),
			skilled: fc.boolean()
		})
		.map(({ metres, tasksThisMonth, skilled }) => ({
			place: { east: metres, north: 0 },
			tasksThisMonth,
			skills: skilled ? [held('plumbing', 2)] : []
		}));
	const crowd = fc
		.array(person, { maxLength: 60 })
		.map((people) => people.map((facts, index) => volunteerWith({ ...facts, personId: `p${index}` })));
	const occasion = occasionOf(requestWith(), contextAt());

	test('the list is what sorting everybody would give, equal costs by id', () => {
		fc.assert(
			fc.property(crowd, fc.integer({ min: 1, max: 12 }), (volunteers, limit) => {
				const everybody = volunteers
					.filter((one) => refusals(occasion, one).length === 0)
					.map((one) => ({ personId: one.personId, cost: costOf(occasion, one, defaultWeights) }))
					.sort((a, b) => a.cost - b.cost || (a.personId < b.personId ? -1 : 1));
				const list = listOf(volunteers, { limit });
				expect(list.best.map(({ personId, cost }) => ({ personId, cost }))).toEqual(
					everybody.slice(0, limit)
				);
				expect(list.eligible).toBe(everybody.length);
				expect(list.eligible + list.refused.reduce((sum, { count }) => sum + count, 0)).toBe(list.total);
			})
		);
	});

	test('the order in which they are looked at does not matter', () => {
		fc.assert(
			fc.property(crowd, (volunteers) => {
				expect(listOf(volunteers.toReversed())).toEqual(listOf(volunteers));
			})
		);
	});
});
