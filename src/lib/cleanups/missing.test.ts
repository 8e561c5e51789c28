import { describe, expect, it } from 'vitest';
import { missingOf } from './missing.ts';

const ready = { id: 'east', buildingIds: ['1'] };
const today = '2026-11-23';

describe('before a day is announced', () => {
	it('nothing is missing where every area has a building', () => {
		expect(missingOf('2026-11-28', [ready], today)).toEqual([]);
		expect(missingOf(today, [ready], today)).toEqual([]);
	});

	it('it says all that is missing', () => {
		expect(missingOf('2026-11-22', [], today)).toEqual([{ what: 'past' }, { what: 'no_area' }]);
		expect(missingOf('2026-11-28', [ready, { id: 'west', buildingIds: [] }], today)).toEqual([
			{ what: 'no_building', areaIds: ['west'] }
		]);
	});
});
