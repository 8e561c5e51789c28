import { describe, expect, it } from 'vitest';
import { deskQuery, readDeskAddress } from './desk-address.ts';
import { readTimesAddress, timesQuery } from './times-address.ts';

const id = '01a20502-8afe-758f-adf2-54ae0be55732';

describe('the address of a page of times', () => {
	it('is read as it is written', () => {
		const address = {
			day: '2026-11-24',
			at: id,
			for: id,
			place: 'home' as const,
			start: new Date('2026-11-24T01:30:00Z'),
			hold: id
		};
		expect(readTimesAddress(new URLSearchParams(timesQuery(address, {})))).toEqual(address);
	});
	it('loses what is broken in it', () => {
		const broken = 'day=2026-02-30&at=x&for=%00&place=moon&start=%2B275760-09-13T00:00Z&hold=1';
		expect(readTimesAddress(new URLSearchParams(broken))).toEqual({
			day: null,
			at: null,
			for: null,
			place: null,
			start: null,
			hold: null
		});
	});
});

describe('the address of the list of bookings', () => {
	it('is read as it is written, and a change turns back to the first page', () => {
		const address = { q: '陈', day: '2026-11-24', show: 'all' as const, page: 3 };
		expect(readDeskAddress(new URLSearchParams(deskQuery(address, { page: 3 })))).toEqual(address);
		expect(readDeskAddress(new URLSearchParams(deskQuery(address, { show: 'stranded' }))).page).toBe(1);
	});
	it('loses what is broken in it', () => {
		const broken = new URLSearchParams('day=x&show=y&page=-1');
		expect(readDeskAddress(broken)).toEqual({ q: '', day: null, show: 'booked', page: 1 });
		expect(deskQuery(readDeskAddress(broken))).toBe('');
	});
});
