import { describe, expect, it } from 'vitest';
import { newId } from '#lib/shared/ids.ts';
import { readBoardAsked, readSeen, readTwo } from './board-form.ts';

const [a, b] = [newId(), newId()];

describe('the board', () => {
	it('shows the choices of one resident or an exchange of two, as the address says', () => {
		expect(readBoardAsked(new URLSearchParams(`of=${a}`))).toEqual({ of: a, swap: null });
		expect(readBoardAsked(new URLSearchParams(`swap=${a},${b}`))).toEqual({ of: null, swap: [a, b] });
		expect(readBoardAsked(new URLSearchParams(`swap=${a}&of=x`))).toEqual({ of: null, swap: null });
	});
	it('reads two people, and takes nothing else for them', () => {
		expect(readTwo(`${a}:${b}`)).toEqual({ residentId: a, memberId: b });
		expect([readTwo(a), readTwo(`${a}:${b}:${a}`), readTwo('x:y')]).toEqual([null, null, null]);
		expect(readSeen(`${a}:`)).toEqual({ residentId: a, memberId: null });
		expect(readSeen('x:')).toBeNull();
	});
});
