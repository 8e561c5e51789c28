import { pgTable } from 'drizzle-orm/pg-core';
import { describe, expect, it } from 'vitest';
import { span } from './columns.ts';

const { during } = pgTable('t', { during: span() });
const start = new Date('2026-11-22T01:30:00.500Z');
const end = new Date('2026-11-22T03:00:00Z');

describe('a span of time', () => {
	it('holds its start and not its end', () => {
		expect(during.mapToDriverValue({ start, end })).toBe(
			'[2026-11-22T01:30:00.500Z,2026-11-22T03:00:00.000Z)'
		);
	});
	it.each([
		'["2026-11-22 01:30:00.5+00","2026-11-22 03:00:00+00")',
		'["2026-11-22 09:30:00.5+08","2026-11-22 11:00:00+08")',
		'[2026-11-22T01:30:00.5Z,2026-11-22T03:00:00Z)'
	])('is read as PostgreSQL writes it: %s', (text) => {
		expect(during.mapFromDriverValue(text)).toEqual({ start, end });
	});
	it.each([
		'empty',
		'["2026-11-22 01:30:00+00",)',
		'(,)',
		'["2026-11-22 01:30:00+00","2026-11-22 03:00:00+00"]'
	])('without two ends is none: %s', (text) => {
		expect(() => during.mapFromDriverValue(text)).toThrow('not a bounded range');
	});
});
