import type { RowError } from './read-row.ts';
import type { AnyRow, DuplicateRule } from './target.ts';

interface Numbered {
	row: number;
	value: AnyRow;
}

/** By row: those that only repeat an earlier row, and remarks on those that share something with one. */
export interface Duplicates {
	blocked: Map<number, RowError>;
	remarks: Map<number, RowError[]>;
}

/**
 * Finds the rows that repeat an earlier one; the first of each stands, the later ones name it.
 * @param shown the number under which people know a row
 */
export function findDuplicates(
	rows: readonly Numbered[],
	rules: readonly DuplicateRule[],
	shown: (row: number) => number
): Duplicates {
	const found: Duplicates = { blocked: new Map(), remarks: new Map() };
	const repeats = (code: DuplicateRule['code'], first: number): RowError => ({
		field: null,
		code,
		params: { row: shown(first) }
	});
	const blocking = rules.filter((rule) => rule.blocks);
	eachRepeat(rows, blocking, (code, row, first) => {
		if (!found.blocked.has(row)) found.blocked.set(row, repeats(code, first));
	});
	const standing = rows.filter(({ row }) => !found.blocked.has(row));
	const remarking = rules.filter((rule) => !rule.blocks);
	eachRepeat(standing, remarking, (code, row, first) =>
		found.remarks.set(row, [...(found.remarks.get(row) ?? []), repeats(code, first)])
	);
	return found;
}

function eachRepeat(
	rows: readonly Numbered[],
	rules: readonly DuplicateRule[],
	tell: (code: DuplicateRule['code'], row: number, first: number) => void
): void {
	for (const { code, same, given } of rules) {
		const firsts = new Map<string, number>();
		for (const { row, value } of rows) {
			if (given.some((key) => value[key] === null)) continue;
			const key = JSON.stringify(same.map((one) => value[one] ?? null));
			const first = firsts.get(key);
			if (first === undefined) firsts.set(key, row);
			else tell(code, row, first);
		}
	}
}
