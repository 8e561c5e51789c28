import { describe, expect, it } from 'vitest';
import { instantAt } from '#lib/shared/time.ts';
import { demoZone } from './calendar.ts';
import { anchorFor } from './load.server.ts';

describe('anchor', () => {
	it('is today until six in the evening and then tomorrow, by the clock of the community', () => {
		expect(anchorFor(instantAt('2026-05-12', '00:00', demoZone))).toBe('2026-05-12');
		expect(anchorFor(instantAt('2026-05-12', '17:59', demoZone))).toBe('2026-05-12');
		expect(anchorFor(instantAt('2026-05-12', '18:00', demoZone))).toBe('2026-05-13');
		expect(anchorFor(instantAt('2026-12-31', '23:30', demoZone))).toBe('2027-01-01');
	});
});
