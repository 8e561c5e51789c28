import { expect, it } from 'vitest';
import { movesOf, shareStates, type Side } from './shares.ts';

it('an offer is answered by the other community and taken back by the one that made it; either ends what was agreed', () => {
	const table = (side: Side) => Object.fromEntries(shareStates.map((state) => [state, movesOf(side, state)]));
	const over = { refused: [], withdrawn: [], ended: [] };
	expect(table('home')).toEqual({ offered: ['withdrawn'], agreed: ['ended'], ...over });
	expect(table('host')).toEqual({ offered: ['agreed', 'refused'], agreed: ['ended'], ...over });
});
