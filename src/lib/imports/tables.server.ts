import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { bytea, community, instant } from '../db/columns.ts';

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
		/** Rows in the sheet. */
		rowCount: integer().notNull(),
		/** The sheet as read, until it is imported. Sealed: it is full of names and telephone numbers. */
		sheetSealed: bytea(),
		/** The rows that were not imported and why, from the import on. */
		rejectsSealed: bytea(),
		mapping: jsonb().notNull(),
		status: text({ enum: ['draft', 'running', 'imported', 'undone', 'failed'] }).notNull(),
		/** Good rows written so far while running. */
		progress: integer().notNull().default(0),
		good: integer(),
		bad: integer(),
		createdBy: uuid().notNull(),
		createdAt: instant().notNull(),
		importedAt: instant(),
		undoneAt: instant()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.id] }),
		index('import_runs_newest').on(t.communityId, t.createdAt)
	]
);

/** What each row became, so that the import can be undone. */
export const importedRows = pgTable(
	'imported_rows',
	{
		communityId: community(),
		runId: uuid().notNull(),
		/** From 1, without the header. */
		rowNumber: integer().notNull(),
		subjectKind: text({ enum: ['person', 'card', 'request'] }).notNull(),
		subjectId: uuid().notNull(),
		/** Why it stayed when the import was undone. */
		stayed: text()
	},
	(t) => [primaryKey({ columns: [t.communityId, t.runId, t.rowNumber, t.subjectKind, t.subjectId] })]
);
