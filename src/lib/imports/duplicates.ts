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

/** Finds the rows that repeat an earlier one; the first of each stands, the later ones name it. */
export function findDuplicates(rows: readonly Numbered[], rules: readonly DuplicateRule[]): Duplicates {
	const found: Duplicates = { blocked: new Map(), remarks: new Map() };
	const blocking = rules.filter((rule) => rule.blocks);
	eachRepeat(rows, blocking, (row, error) => found.blocked.set(row, found.blocked.get(row) ?? error));
	const standing = rows.filter(({ row }) => !found.blocked.has(row));
	const remarking = rules.filter((rule) => !rule.blocks);
	eachRepeat(standing, remarking, (row, error) =>
		found.remarks.set(row, [...(found.remarks.get(row) ?? []), error])
	);
	return found;
}

function eachRepeat(
	rows: readonly Numbered[],
	rules: readonly DuplicateRule[],
	tell: (row: number, error: RowError) => void
): void {
	for (const { code, same, given } of rules) {
		const firsts = new Map<string, number>();
		for (const { row, value } of rows) {
			if (given.some((key) => value[key] === null)) continue;
			const key = JSON.stringify(same.map((one) => value[one] ?? null));
			const first = firsts.get(key);
			if (first === undefined) firsts.set(key, row);
			else tell(row, { field: null, code, params: { row: first } });
		}
	}
}
