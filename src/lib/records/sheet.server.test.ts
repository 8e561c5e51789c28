import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import type { LedgerRow } from './ledger.server.ts';
import { ledgerSheet } from './sheet.server.ts';

const row: LedgerRow = {
	id: 'one',
	day: '2026-03-10',
	need: '修水管',
	doer: '=cmd()',
	helped: '+86',
	place: '东园 3 号楼',
	minutes: 45,
	time: '45 分钟',
	served: 2,
	rating: null,
	confirmed: '本人'
};

describe('the ledger as a sheet', () => {
	it('keeps numbers as numbers and lets no cell begin like a formula', async () => {
		const [sheet] = await readXlsxFile(Buffer.from(await ledgerSheet([row])));
		const [, first] = sheet!.data;
		expect(first).toContain(45);
		expect(first).toContain(2);
		expect(first).toContain("'=cmd()");
		expect(first).toContain("'+86");
	});
});
