import type { Actor } from '#lib/accounts/people.ts';
import { personById } from '#lib/accounts/queries.server.ts';
import { staffIds } from '#lib/accounts/role-queries.server.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { deskById } from '#lib/places/station-queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import type { Weekday } from '#lib/shared/time.ts';
import { inOrder, type Hours, type HoursRule } from './hours.ts';
import { admitAdmin, rosterOf } from './place.server.ts';
import * as query from './roster-queries.server.ts';
import { doubled, dutiesOf, type RosterLine, type ShiftPattern } from './shifts.ts';

/*
 * What weeks are made from: named shifts, and who works which of them where on each weekday. Weeks that are drawn up
 * already stay as they are.
 */

/** The shifts that are worked, as the rule reads them. */
export async function shiftPatterns(scope: Scope): Promise<ShiftPattern[]> {
	return query.patternsOf(scope);
}

/** The lines, as the rule reads them. */
export async function rosterLines(scope: Scope): Promise<(RosterLine & { id: string })[]> {
	return (await query.linesOf(scope)).map(({ weekday, ...line }) => ({
		...line,
		weekday: weekday as Weekday
	}));
}

/** A shift to be added. */
export interface NewPattern {
	name: string;
	nameEn: string;
	dayClass: HoursRule['dayClass'];
	/** One after the other. */
	hours: readonly Hours[];
}

/** @throws AppError `invalid` / `hours_order`, `already_taken` / `pattern_name` */
export async function addPattern(scope: Scope, actor: Actor, given: NewPattern, now: Date): Promise<void> {
	admitAdmin(actor);
	if (given.hours.length === 0 || !inOrder(given.hours)) throw new AppError('invalid', 'hours_order');
	const row = { ...given, hours: [...given.hours], id: newId(), retiredAt: null };
	if (!(await query.addPattern(scope, row))) {
		throw new AppError('already_taken', 'pattern_name', { name: given.name });
	}
	await recordEvent(scope, rosterOf(scope), 'pattern_added', actor.personId, now, { name: given.name });
}

/** A shift is no longer worked: its lines go, weeks that are drawn up stay. */
export async function retirePattern(scope: Scope, actor: Actor, id: string, now: Date): Promise<void> {
	admitAdmin(actor);
	if (!(await query.retirePattern(scope, id, now))) throw new AppError('not_found');
	await query.dropLinesOf(scope, id);
	await recordEvent(scope, rosterOf(scope), 'pattern_retired', actor.personId, now, { pattern: id });
}

/**
 * Adds a line.
 * @throws AppError `not_found`, `already_taken` / `line_colleague` or `line_desk` with who stands there
 */
export async function addLine(scope: Scope, actor: Actor, line: RosterLine, now: Date): Promise<void> {
	admitAdmin(actor);
	await seeLine(scope, line);
	if (!(await query.addLine(scope, { ...line, id: newId() }))) throw new AppError('changed_meanwhile');
	await recordEvent(scope, rosterOf(scope), 'line_added', actor.personId, now, { colleague: line.staffId });
}

async function seeLine(scope: Scope, line: RosterLine): Promise<void> {
	const patterns = await shiftPatterns(scope);
	const desk = line.deskId === null ? null : await deskById(scope, line.deskId);
	const works = (await staffIds(scope)).includes(line.staffId);
	if (!works || desk === undefined || desk?.closed || !patterns.some(({ id }) => id === line.patternId)) {
		throw new AppError('not_found');
	}
	const other = clashOf(line, await rosterLines(scope), patterns);
	if (!other) return;
	const name = (await personById(scope, other.staffId))?.name ?? '';
	throw new AppError('already_taken', other.staffId === line.staffId ? 'line_colleague' : 'line_desk', {
		name
	});
}

/** A line that wants the same colleague or the same desk at the same time as another one. */
function clashOf(
	line: RosterLine,
	lines: readonly RosterLine[],
	patterns: readonly ShiftPattern[]
): RosterLine | undefined {
	return lines.find((other) => {
		const classOf = () => patterns.find(({ id }) => id === line.patternId)!.dayClass;
		return doubled(dutiesOf(someMonday, [line, other], patterns, classOf, 'UTC')) !== null;
	});
}

/** Any week will do: all its days are taken for days on which the line is worked. */
const someMonday = '2024-01-01';

/** @throws AppError `not_found` where it is gone already */
export async function dropLine(scope: Scope, actor: Actor, id: string, now: Date): Promise<void> {
	admitAdmin(actor);
	if (!(await query.dropLine(scope, id))) throw new AppError('not_found');
	await recordEvent(scope, rosterOf(scope), 'line_dropped', actor.personId, now, { line: id });
}
