import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { urgencies } from '#lib/requests/requests.ts';
import { at } from './facts.fixture.ts';
import { nextWave, waveSize, type WaveState } from './wave.ts';

const during = { start: at('2026-03-10', '15:00'), end: at('2026-03-10', '16:00') };
const reserve = (personId: string, told = 0) => ({ personId, during, told });
const state = (change: Partial<WaveState> = {}): WaveState => ({
	urgency: 'week',
	places: 1,
	open: 0,
	budget: 2,
	lifted: false,
	...change
});
const asked = (...args: Parameters<typeof nextWave>) => nextWave(...args).ask.map(({ personId }) => personId);

describe('a wave', () => {
	const list = [reserve('a'), reserve('b'), reserve('c'), reserve('d')];

	it('asks one by one where there is time, and several at once where there is none', () => {
		expect(asked(list, state({ urgency: 'flexible' }))).toEqual(['a']);
		expect(asked(list, state({ urgency: 'week' }))).toEqual(['a']);
		expect(asked(list, state({ urgency: 'days' }))).toEqual(['a', 'b']);
		expect(asked(list, state({ urgency: 'today' }))).toEqual(['a', 'b', 'c']);
	});
	it('counts who is being asked already', () => {
		expect(asked(list, state({ urgency: 'today', open: 2 }))).toEqual(['a']);
		expect(asked(list, state({ urgency: 'days', open: 2 }))).toEqual([]);
	});
	it('asks as many as there are places, and nobody when all are taken', () => {
		expect(asked(list, state({ places: 3 }))).toEqual(['a', 'b', 'c']);
		expect(asked(list, state({ urgency: 'today', places: 0 }))).toEqual([]);
		expect(waveSize('today', -1)).toBe(0);
	});
	it('passes over who has had his share of offers this week', () => {
		expect(asked([reserve('a', 2), reserve('b'), reserve('c', 1)], state({ urgency: 'days' }))).toEqual([
			'b',
			'c'
		]);
	});
	it('asks such a one only for a place that nobody else is asked for, and says so', () => {
		const wave = nextWave([reserve('a', 2), reserve('b', 5)], state({ urgency: 'today' }));
		expect(wave.ask.map(({ personId }) => personId)).toEqual(['a']);
		expect(wave.beyondBudget).toEqual(wave.ask);
		expect(asked([reserve('a', 2)], state({ urgency: 'today', open: 1 }))).toEqual([]);
	});
	it('asks them in their order near the deadline', () => {
		const wave = nextWave([reserve('a', 2), reserve('b')], state({ urgency: 'days', lifted: true }));
		expect(wave.ask.map(({ personId }) => personId)).toEqual(['a', 'b']);
		expect(wave.beyondBudget.map(({ personId }) => personId)).toEqual(['a']);
	});
});

describe('whatever the list and the state', () => {
	const reserves = fc
		.array(fc.nat(6), { maxLength: 8 })
		.map((told) => told.map((one, index) => reserve(`p${index}`, one)));
	const states = fc.record({
		urgency: fc.constantFrom(...urgencies),
		places: fc.integer({ min: 0, max: 4 }),
		open: fc.nat(6),
		budget: fc.nat(5),
		lifted: fc.boolean()
	});
	it('never are more asked at once than the urgency allows, nobody twice, and each in order', () => {
		fc.assert(
			fc.property(reserves, states, (list, now) => {
				const { ask } = nextWave(list, now);
				expect(ask).toEqual(list.filter((one) => ask.includes(one)));
				expect(ask.length).toBeLessThanOrEqual(Math.max(0, waveSize(now.urgency, now.places) - now.open));
			})
		);
	});
	it('no place that is open stays without somebody who is asked, while there is anybody', () => {
		fc.assert(
			fc.property(reserves, states, (list, now) => {
				const bare = now.places - now.open - nextWave(list, now).ask.length;
				expect(bare <= 0 || nextWave(list, now).ask.length === list.length).toBe(true);
			})
		);
	});
});
