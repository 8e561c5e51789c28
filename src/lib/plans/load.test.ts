import { describe, expect, it } from 'vitest';
import { loadSteps, mostShown } from './load.ts';

describe('how a plan spreads work', () => {
	it('counts volunteers by their tasks of the month, before and after', () => {
		const month = new Map([
			['Li', 0],
			['Wu', 0],
			['Gu', 2]
		]);
		expect(loadSteps(month, ['Li', 'Li', 'Gu'])).toEqual([
			{ tasks: 0, before: 2, after: 1 },
			{ tasks: 1, before: 0, after: 0 },
			{ tasks: 2, before: 1, after: 1 },
			{ tasks: 3, before: 0, after: 1 }
		]);
	});
	it('loses nobody, however busy', () => {
		const steps = loadSteps(new Map([['Li', 90]]), ['Li']);
		expect(steps.at(-1)).toEqual({ tasks: mostShown, before: 1, after: 1 });
	});
	it('is empty where there is nobody', () => {
		expect(loadSteps(new Map(), [])).toEqual([]);
	});
});
