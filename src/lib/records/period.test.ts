import { describe, expect, it } from 'vitest';
import { lastMonth, readPeriod, thisMonth, thisYear } from './period.ts';

describe('the period of the ledger', () => {
	it('is this month where nothing was chosen', () => {
		expect(readPeriod(new URLSearchParams(), '2026-03-10')).toEqual({ from: '2026-03-01', to: '2026-03-10' });
		expect(thisMonth('2026-03-01')).toEqual({ from: '2026-03-01', to: '2026-03-01' });
	});

	it('is the one in the address, the right way round', () => {
		const params = new URLSearchParams('from=2026-02-01&to=2025-12-31');
		expect(readPeriod(params, '2026-03-10')).toEqual({ from: '2025-12-31', to: '2026-02-01' });
	});

	it.each(['from=2026-02-31&to=2026-03-01', 'from=x&to=2026-03-01', 'from=2026-02-01'])(
		'takes no notice of %s',
		(query) => {
			expect(readPeriod(new URLSearchParams(query), '2026-03-10')).toEqual(thisMonth('2026-03-10'));
		}
	);

	it('knows last month and this year', () => {
		expect(lastMonth('2026-03-10')).toEqual({ from: '2026-02-01', to: '2026-02-28' });
		expect(lastMonth('2026-01-31')).toEqual({ from: '2025-12-01', to: '2025-12-31' });
		expect(thisYear('2026-03-10')).toEqual({ from: '2026-01-01', to: '2026-03-10' });
	});
});
