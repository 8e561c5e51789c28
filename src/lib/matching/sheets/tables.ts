import type { RowError } from '#lib/imports/read-row.ts';
import type { Field, Locale } from '#lib/imports/target.ts';
import { rowErrorWords } from '#lib/imports/words.ts';
import { m } from '#lib/paraglide/messages.js';
import { clockOf, dayOf } from '#lib/shared/time.ts';
import { partCodes, type PartCode } from '../matching.ts';
import { names } from '../names.ts';
import type { Pair, Unfilled } from '../planning/planning.ts';
import { whySentence } from '../reasons.ts';
import { gateName, relaxationWords } from '../refusals.ts';
import { columnWords } from './columns-read.ts';
import { gateTold, helpsFor } from './helps.ts';
import type { Matched } from './match-sheets.ts';

export type Cell = string | number | null;

/** One sheet of what is written. */
export interface Table {
	name: string;
	head: string[];
	rows: Cell[][];
}

export interface TableOptions {
	locale: Locale;
	zone: string;
	/** With the second choice and the parts of each cost as columns. */
	explain: boolean;
}

/** Being free costs nothing, and two sheets tell nothing of earlier offers. */
type Counted = Exclude<PartCode, 'free' | 'likelihood'>;

/** What counts as a part with points of its own. */
const counted = partCodes.filter((code): code is Counted => code !== 'free' && code !== 'likelihood');

const partNames: Record<Counted, typeof m.matching_sheets_part_skill> = {
	skill: m.matching_sheets_part_skill,
	distance: m.matching_sheets_part_distance,
	continuity: m.matching_sheets_part_continuity,
	gender: m.matching_sheets_part_gender,
	language: m.matching_sheets_part_language,
	interests: m.matching_sheets_part_interests,
	load: m.matching_sheets_part_load,
	reliability: m.matching_sheets_part_reliability,
	freshness: m.matching_sheets_part_freshness
};

/** Who goes where and when, and why he. */
export function planTable({ plan, requests, volunteers }: Matched, options: TableOptions): Table {
	const { locale, explain } = options;
	const words = { locale };
	const more = explain
		? [
				m.matching_sheets_second({}, words),
				m.matching_sheets_dearer({}, words),
				...counted.map((code) => partNames[code as keyof typeof partNames]({}, words))
			]
		: [];
	return {
		name: m.matching_sheets_plan({}, words),
		head: [
			m.matching_sheets_request_key({}, words),
			m.imports_field_title({}, words),
			m.matching_sheets_volunteer_key({}, words),
			m.imports_field_name({}, words),
			m.matching_sheets_from({}, words),
			m.matching_sheets_to({}, words),
			m.matching_sheets_cost({}, words),
			m.matching_sheets_why({}, words),
			...more
		],
		rows: plan.pairs.map((pair) => {
			const request = requests.get(pair.requestId)!;
			const volunteer = volunteers.get(pair.personId)!;
			const { start, end } = pair.during;
			return [
				request.key,
				request.line.title,
				volunteer.key,
				volunteer.line.name,
				momentWords(start, options),
				momentWords(end, options),
				pair.cost,
				whySentence(pair.parts, { reader: 'staff', names, gender: volunteer.facts.gender, locale }),
				...(explain ? explained(pair, volunteers) : [])
			];
		})
	};
}

function explained({ second, parts, cost }: Pair, volunteers: Matched['volunteers']): Cell[] {
	const other = second && volunteers.get(second.personId)!;
	return [
		other && `${other.key} ${other.line.name}`,
		second && second.cost - cost,
		...counted.map((code) => parts.find((part) => part.code === code)?.points ?? 0)
	];
}

/** What stays open, what stands in the way, and what would help. */
export function unfilledTable(matched: Matched, { locale }: TableOptions): Table {
	const words = { locale };
	const { plan, requests } = matched;
	return {
		name: m.matching_sheets_unfilled({}, words),
		head: [
			m.matching_sheets_request_key({}, words),
			m.imports_field_title({}, words),
			m.matching_sheets_missing({}, words),
			m.matching_sheets_eligible({}, words),
			m.matching_sheets_stopped({}, words),
			m.matching_sheets_helps({}, words)
		],
		rows: plan.unfilled.map((open) => {
			const { key, line } = requests.get(open.requestId)!;
			return [
				key,
				line.title,
				open.missing,
				open.eligible,
				stoppedWords(open, matched, locale),
				helpWords(open, matched, locale)
			];
		})
	};
}

function stoppedWords(
	{ requestId, stopped, eligible }: Unfilled,
	{ requests }: Matched,
	locale: Locale
): string {
	if (eligible > 0) return m.matching_sheets_needed_elsewhere({}, { locale });
	const { facts } = requests.get(requestId)!;
	return stopped.map(({ gate, count }) => `${gateName(gateTold(gate, facts), locale)} ${count}`).join(' · ');
}

/** One gate that could give way; where none is enough, all that stops the one who comes nearest. */
function helpWords(open: Unfilled, { requests, volunteers, context }: Matched, locale: Locale): string {
	if (open.eligible > 0) return m.matching_sheets_more_people({}, { locale });
	const { facts } = requests.get(open.requestId)!;
	const { alone, nearest } = helpsFor(facts, volunteers.values(), context);
	const unskilled = open.relaxations.filter(({ gate }) => gate === 'skill');
	const ways = [...alone, ...unskilled].map((one) => relaxationWords(one, locale));
	if (ways.length > 0) return ways.join(locale === 'en' ? '; ' : '；');
	if (nearest === null) return m.matching_sheets_no_single_gate({}, { locale });
	const { key, line } = volunteers.get(nearest.personId)!;
	const stops = nearest.gates.map((gate) => gateName(gate, locale)).join(locale === 'en' ? ', ' : '、');
	return m.matching_sheets_nearest({ who: `${key} ${line.name}`, gates: stops }, { locale });
}

/** The rows that were left out, with their numbers in the files and the reasons, cells as they came. */
export function leftOutTable({ leftOut }: Matched, { locale }: TableOptions): Table {
	const between = locale === 'en' ? '; ' : '；';
	return {
		name: m.matching_sheets_left_out({}, { locale }),
		head: [
			m.matching_sheets_file({}, { locale }),
			m.matching_sheets_line({}, { locale }),
			m.imports_reason({}, { locale })
		],
		rows: leftOut.map(({ file, line, errors, fields, cells }) => [
			file,
			line,
			errors.map((error) => faultWords(error, fields, locale)).join(between),
			...cells
		])
	};
}

/** A word that nobody knows is explained in the file of the columns: there is no screen before this. */
function faultWords(error: RowError, fields: readonly Field[], locale: Locale): string {
	if (error.code !== 'word_unknown') return rowErrorWords(error, fields, locale);
	const label = fields.find(({ key }) => key === error.field)?.label({}, { locale }) ?? '';
	const words = m.matching_sheets_word_unknown({ value: String(error.params.value) }, { locale });
	return m.imports_error_at_field({ field: label, words }, { locale });
}

/** The figures of the plan, each with its name. */
export function summaryTable(
	{ plan, requests, volunteers, leftOut, columns, hoursAssumed }: Matched,
	now: Date,
	weightsName: string | null,
	options: TableOptions
): Table {
	const words = { locale: options.locale };
	const open = plan.unfilled.reduce((sum, { missing }) => sum + missing, 0);
	const lines: [string, Cell][] = [
		[m.matching_sheets_cost({}, words), plan.cost],
		[m.matching_sheets_bound({}, words), plan.bound],
		[m.matching_sheets_gap({}, words), plan.cost - plan.bound],
		[m.matching_sheets_let_off({}, words), plan.letOff],
		[m.matching_sheets_requests({}, words), requests.size],
		[m.matching_sheets_volunteers({}, words), volunteers.size],
		[m.matching_sheets_filled({}, words), plan.pairs.length],
		[m.matching_sheets_open({}, words), open],
		[m.matching_sheets_rows_left_out({}, words), leftOut.length],
		[m.matching_sheets_weights({}, words), weightsName ?? m.matching_sheets_weights_usual({}, words)],
		[m.matching_sheets_seen_from({}, words), momentWords(now, options)]
	];
	if (hoursAssumed)
		lines.push([m.matching_sheets_hours({}, words), m.matching_sheets_hours_assumed({}, words)]);
	lines.push(...columns.flatMap((one) => columnWords(one, options.locale)));
	return {
		name: m.matching_sheets_summary({}, words),
		head: [m.matching_sheets_figure({}, words), m.matching_sheets_value({}, words)],
		rows: lines
	};
}

function momentWords(instant: Date, { zone }: TableOptions): string {
	return `${dayOf(instant, zone)} ${clockOf(instant, zone)}`;
}
