import { expect, it } from 'vitest';
import { outcomeOf, type TermDate } from './term-outcome.ts';

const date = (change: Partial<TermDate>): TermDate => ({
	...{ planned: true, cancelled: false, moved: false, over: false },
	...change
});

it('a plan is fulfilled as far as what was due was held; what came later counts beside it', () => {
	const dates = [
		...Array.from({ length: 3 }, () => date({ over: true })),
		date({ over: true, moved: true }),
		date({ cancelled: true, moved: true }),
		date({}),
		date({ moved: true }),
		date({ planned: false }),
		date({ planned: false, cancelled: true })
	];
	expect(outcomeOf(dates)).toEqual({
		...{ planned: 7, held: 4, ahead: 2, cancelled: 1, moved: 2, added: 1, percent: 80 }
	});
	expect(outcomeOf([date({})]).percent).toBeNull();
});
