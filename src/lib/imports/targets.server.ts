import type { Scope } from '#lib/db/client.server.ts';
import type { Building } from './buildings.ts';
import type { Importer } from './importer.ts';
import type { GoodRow } from './read-rows.ts';
import type { RowError } from './read-row.ts';
import type { Stay } from './stays.ts';
import type { AnyRow, DuplicateRule, Field, TargetKey } from './target.ts';

/** One thing that a row of a sheet became. */
export interface Brought {
	/** From 1, without the header. */
	row: number;
	kind: 'person' | 'card' | 'request';
	id: string;
}

/** One import under way. */
export interface Importing {
	id: string;
	by: Importer;
	now: Date;
	zone: string;
}

/** Told how many rows are written. */
export type Progress = (rows: number) => Promise<void>;

/** What a feature does with the rows of its sheets. `T` is what a row is once read, by `RowOf` its fields. */
export interface ImportTarget<T = AnyRow> {
	key: TargetKey;
	fields: readonly Field[];
	duplicates: readonly DuplicateRule[];
	/** The buildings that rows may name. */
	buildings(scope: Scope): Promise<Building[]>;
	/** An answer of a field in the reader's language; undefined where this room's own words do. */
	nameOf(field: string, key: string): string | undefined;
	/** What the database has against rows that read well, by their numbers. */
	faults(scope: Scope, rows: readonly GoodRow<T>[], importing: Importing): Promise<Map<number, RowError>>;
	/** Writes rows that have no faults, all or none. */
	bring(
		scope: Scope,
		rows: readonly GoodRow<T>[],
		importing: Importing,
		progress: Progress
	): Promise<Brought[]>;
	/** Removes what an import has brought where nothing has happened with it since. @returns what stays */
	takeBack(scope: Scope, brought: readonly Brought[], importedAt: Date): Promise<Stay[]>;
}

const targets = new Map<TargetKey, ImportTarget>();

/** A feature declares itself importable; the second declaration under a key replaces the first. */
export function registerTarget<T>(target: ImportTarget<T>): void {
	targets.set(target.key, target as unknown as ImportTarget);
}

/** The target under a key that came from outside, or undefined. */
export function targetFor(key: string): ImportTarget | undefined {
	return targets.get(key as TargetKey);
}
