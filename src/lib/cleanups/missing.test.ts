import { describe, expect, it } from 'vitest';
import { missingOf } from './missing.ts';

const ready = { id: 'east', buildingIds: ['1'] };
const morning = { start: new Date('2026-11-28T00:30Z'), end: new Date('2026-11-28T03:00Z') };
const before = new Date('2026-11-23T00:00Z');
const after = new Date('2026-11-28T03:00Z');

describe('before a day is announced', () => {
	it('nothing is missing where every area has a building', () => {
		expect(missingOf(morning, [ready], before)).toEqual([]);
		expect(missingOf(morning, [ready], morning.start)).toEqual([]);
	});

	it('it says all that is missing', () => {
		expect(missingOf(morning, [], after)).toEqual([{ what: 'past' }, { what: 'no_area' }]);
		expect(missingOf(morning, [ready, { id: 'west', buildingIds: [] }], before)).toEqual([
			{ what: 'no_building', areaIds: ['west'] }
		]);
	});
});
