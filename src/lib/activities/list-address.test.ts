import { expect, it } from 'vitest';
import { readListAddress } from './list-address.ts';

const read = (query: string) => readListAddress(new URLSearchParams(query));

it('a month and a day of our time are taken', () => {
	expect(read('month=2026-12')).toMatchObject({ month: '2026-12', day: null });
	expect(read('day=2026-12-24')).toMatchObject({ day: '2026-12-24' });
});

it('the end of the calendar, and what is no day, are as if they were not there', () => {
	for (const query of ['month=9999-12', 'month=0001-01', 'month=2026-13', 'day=9999-12-31', 'day=2026-02-30'])
		expect(read(query)).toMatchObject({ month: null, day: null });
});
