import { describe, expect, it } from 'vitest';
import { byMonth } from './by-month.ts';

describe('services by month', () => {
	it('add up their minutes and keep their order', () => {
		const services = [
			{ servedOn: '2026-03-09', minutes: 40 },
			{ servedOn: '2026-03-01', minutes: 25 },
			{ servedOn: '2025-12-31', minutes: 60 }
		];
		expect(byMonth(services)).toEqual([
			{ month: '2026-03', minutes: 65, services: services.slice(0, 2) },
			{ month: '2025-12', minutes: 60, services: services.slice(2) }
		]);
	});

	it('are none without services', () => {
		expect(byMonth([])).toEqual([]);
	});
});
