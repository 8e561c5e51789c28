import { readSheet } from 'read-excel-file/node';
import { expect, it } from 'vitest';
import type { PairLine } from './pairs.server.ts';
import { pairsSheet } from './sheet.server.ts';

it('the sheet of a campaign has a row a pair, and no cell of it is a formula', async () => {
	const pair: PairLine = {
		id: 'pair',
		resident: '=陈奶奶',
		member: '林晓',
		status: 'going_on',
		state: { words: '正常走动', tone: 'green' },
		next: '下次探访：周六',
		met: '3月16日',
		figures: { kept: 12, missed: 1, off: 0, ahead: 1, minutes: 640, stars: 4.5555 }
	};
	const [head, row] = await readSheet(Buffer.from(await pairsSheet([pair])));
	expect(head).toHaveLength(9);
	expect(row).toEqual(["'=陈奶奶", '林晓', '正常走动', '3月16日', 12, 1, 640, 4.6, '下次探访：周六']);
});
