import { integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { community, instant } from '../db/columns.ts';

/** How the columns of a kind of sheet are read, kept under a name. */
export const keptMappings = pgTable(
	'kept_mappings',
	{
		communityId: community(),
		id: uuid().notNull(),
		target: text().notNull(),
		name: text().notNull(),
		mapping: jsonb().notNull(),
		createdBy: uuid().notNull(),
		updatedAt: instant().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.id] }),
		uniqueIndex('kept_mappings_name').on(t.communityId, t.target, t.name)
	]
);

/** One sheet that staff brought, from upload to import or undo. */
export const importRuns = pgTable(
	'import_runs',
	{
		communityId: community(),
		id: uuid().notNull(),
		target: text().notNull(),
		fileName: text().notNull(),
		columns: jsonb().$type<string[]>().notNull(),
		rows: jsonb().$type<string[][]>().notNull(),
		mapping: jsonb().notNull(),
		status: text({ enum: ['draft', 'running', 'imported', 'undone', 'failed'] }).notNull(),
		/** Rows done so far while running. */
		progress: integer().notNull().default(0),
		good: integer(),
		bad: integer(),
		createdBy: uuid().notNull(),
		createdAt: instant().notNull(),
		importedAt: instant(),
		undoneAt: instant()
	},
	(t) => [primaryKey({ columns: [t.communityId, t.id] })]
);

/** What each row became, so that the import can be undone. */
export const importedRows = pgTable(
	'imported_rows',
	{
		communityId: community(),
		runId: uuid().notNull(),
		/** From 1, without the header. */
		rowNumber: integer().notNull(),
		subjectKind: text().notNull(),
		subjectId: uuid().notNull()
	},
	(t) => [primaryKey({ columns: [t.communityId, t.runId, t.rowNumber, t.subjectKind, t.subjectId] })]
);
