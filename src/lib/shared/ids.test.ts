import { describe, expect, it } from 'vitest';
import { isId, newId } from './ids.ts';

describe('an id', () => {
	it('is new each time', () => {
		const ids = Array.from({ length: 1000 }, newId);
		expect(new Set(ids).size).toBe(1000);
		expect(ids.every(isId)).toBe(true);
	});
	it.each([undefined, null, 7, '', 'x', `${newId()}0`, `{${newId()}}`, newId().replaceAll('-', '')])(
		'%j is none',
		(value) => {
			expect(isId(value)).toBe(false);
		}
	);
});
