import { expect, it } from 'vitest';
import { readInterests } from './interests.ts';

it('interests are read however they are separated, each once', () => {
	expect(readInterests('象棋、书法，象棋 , walking/\n')).toEqual(['象棋', '书法', 'walking']);
	expect(readInterests(null)).toEqual([]);
});
