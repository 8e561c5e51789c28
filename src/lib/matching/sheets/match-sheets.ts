import type { Sheet } from '#lib/imports/sheet.ts';
import { sheetBounds, readRows, type BadRow, type GoodRow } from '#lib/imports/read-rows.ts';
import type { Degrees } from '#lib/imports/lay-place.ts';
import type { Mapping } from '#lib/imports/mapping.ts';
import type { RowError } from '#lib/imports/read-row.ts';
import type { DuplicateRule, Field, RowOf } from '#lib/imports/target.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Context, RequestFacts } from '../matching.ts';
import { makePlan, type PlanOptions } from '../planning/make-plan.ts';
import type { Plan, Planned } from '../planning/planning.ts';
import type { Weights } from '../weights.ts';
import { endsTooEarly } from './clocks.ts';
import { columnsRead, usefulOfRequests, usefulOfVolunteers, type ColumnsRead } from './columns-read.ts';
import {
	requestLineDuplicates,
	requestSheetFields,
	volunteerLineDuplicates,
	volunteerSheetFields,
	type RequestLine,
	type VolunteerLine
} from './fields.ts';
import { requestReader, volunteerFacts } from './lines.ts';
import { mapOf } from './map.ts';
import { meaningOf, type GivenMapping, type Meaning } from './meaning.ts';
import { SheetError } from './sheet-error.ts';

/** A file that was read, by its name. */
export interface NamedSheet {
	name: string;
	sheet: Sheet;
}

/** One of the people or requests with the line of the sheet that tells of it. */
export interface Told<Line, Facts> {
	/** Its own number or name; else that of its row in the file. */
	key: string;
	line: Line;
	facts: Facts;
}

/** A row that could not be taken into the plan. */
export interface LeftOut extends BadRow {
	file: string;
	/** Its number in the file, from 1. */
	line: number;
	fields: readonly Field[];
}

/** All that came of two sheets. */
export interface Matched {
	plan: Plan;
	requests: ReadonlyMap<string, Told<RequestLine, RequestFacts>>;
	volunteers: ReadonlyMap<string, Told<VolunteerLine, Planned>>;
	leftOut: LeftOut[];
	/** How the columns of either file were understood. */
	columns: ColumnsRead[];
	/** From when and where it was seen. */
	context: Context;
	/** True where no column tells when people are free, so that all were taken to be free in daytime. */
	hoursAssumed: boolean;
}

export interface MatchingOfSheets {
	requests: NamedSheet;
	volunteers: NamedSheet;
	given: GivenMapping;
	weights: Weights;
	context: Context;
	solve?: PlanOptions['solve'];
	/** Told how the columns of each file are understood, also where no plan can be made of them. */
	onColumns?: (columns: ColumnsRead) => void;
	/** Told when the rows are read and the plan begins. */
	onRead?: (requests: number, volunteers: number, leftOut: number) => void;
}

/**
 * The cheapest plan for two sheets, by the rules of the application. A row that cannot be read is left out and kept with
 * its reasons; all others are matched.
 * @throws SheetError where no plan can be made at all
 */
export async function matchSheets(job: MatchingOfSheets): Promise<Matched> {
	const { given, weights, context } = job;
	const asked = meaningOf(job.requests.sheet, job.requests.name, requestSheetFields, given.requests);
	const held = meaningOf(job.volunteers.sheet, job.volunteers.name, volunteerSheetFields, given.volunteers);
	const columns = [
		columnsOf(job.requests, asked, requestSheetFields, usefulOfRequests),
		columnsOf(job.volunteers, held, volunteerSheetFields, usefulOfVolunteers)
	];
	for (const one of columns) job.onColumns?.(one);
	const faults = [...asked.faults, ...held.faults];
	if (faults.length > 0) throw new SheetError(...faults);
	const corners = [
		...cornersOf(job.requests, asked.mapping, requestSheetFields),
		...cornersOf(job.volunteers, held.mapping, volunteerSheetFields)
	];
	const place = mapOf(corners);
	const requestRows = await rowsOf(
		job.requests,
		{ ...asked.mapping, place },
		requestSheetFields,
		requestLineDuplicates,
		context
	);
	const volunteerRows = await rowsOf(
		job.volunteers,
		{ ...held.mapping, place },
		volunteerSheetFields,
		volunteerLineDuplicates,
		context
	);
	refuseTwoMaps(requestRows.good, volunteerRows.good);
	const knowsHours = held.mapping.fields.times?.column != null;
	const volunteers = new Map(
		volunteerRows.good.map(({ row, value }) => {
			const id = `volunteer ${row}`;
			const facts = volunteerFacts(id, value, context.now, knowsHours);
			return [id, { key: keyOf(value, row, job.volunteers), line: value, facts }];
		})
	);
	const { requests, unfit } = requestsOf(requestRows.good, volunteers, asked.mapping, job);
	const leftOut = [...requestRows.leftOut, ...unfit, ...volunteerRows.leftOut];
	job.onRead?.(requests.size, volunteers.size, leftOut.length);
	const plan = await makePlan(factsOf(requests), factsOf(volunteers), weights, context, { solve: job.solve });
	return { plan, requests, volunteers, leftOut, columns, context, hoursAssumed: !knowsHours };
}

function factsOf<Facts>(told: ReadonlyMap<string, { facts: Facts }>): Facts[] {
	return [...told.values()].map(({ facts }) => facts);
}

function columnsOf(
	{ name, sheet }: NamedSheet,
	{ mapping }: Meaning,
	fields: readonly Field[],
	useful: Parameters<typeof columnsRead>[4]
): ColumnsRead {
	return columnsRead(name, sheet, mapping, fields, useful);
}

function cornersOf({ sheet }: NamedSheet, mapping: Mapping, fields: readonly Field[]): Degrees[] {
	const bounds = sheetBounds(sheet, mapping, fields);
	if (bounds === null) return [];
	return [
		{ latitude: bounds.south, longitude: bounds.west },
		{ latitude: bounds.north, longitude: bounds.east }
	];
}

async function rowsOf<F extends readonly Field[]>(
	{ name, sheet }: NamedSheet,
	mapping: Mapping,
	fields: F,
	duplicates: readonly DuplicateRule[],
	{ today }: Context
): Promise<{ good: GoodRow<RowOf<F>>[]; leftOut: LeftOut[] }> {
	const { good, bad } = await readRows(sheet, mapping, fields, { today, duplicates });
	const leftOut = bad.map((row) => ({ ...row, file: name, line: lineOf(row.row, sheet), fields }));
	return { good, leftOut };
}

/** Metres from one map and degrees from another do not say how far people are from each other. */
function refuseTwoMaps(
	requests: readonly GoodRow<RequestLine>[],
	volunteers: readonly GoodRow<VolunteerLine>[]
): void {
	const rows = [...requests, ...volunteers];
	const ofDegrees = rows.some(({ value }) => value.place !== null);
	const ofMetres = rows.some(
		({ value: { place, east, north } }) => !place && east !== null && north !== null
	);
	if (ofDegrees && ofMetres) throw new SheetError((locale) => m.matching_sheets_two_maps({}, { locale }));
}

/** Requests by their ids, and the rows whose days are over or end before they start. */
function requestsOf(
	rows: readonly GoodRow<RequestLine>[],
	volunteers: Matched['volunteers'],
	mapping: Mapping,
	{ requests: file, context }: MatchingOfSheets
) {
	const factsOfLine = requestReader(context);
	const byPhone = new Map([...volunteers].map(([id, { line }]) => [line.phone, id]));
	const requests = new Map<string, Told<RequestLine, RequestFacts>>();
	const unfit: LeftOut[] = [];
	for (const { row, value } of rows) {
		const id = `request ${row}`;
		// a volunteer who asks for help does not help himself
		const own = value.phone ? byPhone.get(value.phone) : undefined;
		const facts = factsOfLine(id, value, own ?? `helped ${value.phone ?? value.onBehalfOf ?? row}`);
		const fault = endsTooEarly(row, value, file.sheet, mapping) ?? isOver(value, facts);
		if (fault === null) {
			requests.set(id, { key: keyOf(value, row, file), line: value, facts });
			continue;
		}
		const line = lineOf(row, file.sheet);
		const cells = file.sheet.rows[row - 1] ?? [];
		unfit.push({ row, cells, errors: [fault], file: file.name, line, fields: requestSheetFields });
	}
	return { requests, unfit };
}

function isOver(line: RequestLine, { windows }: RequestFacts): RowError | null {
	if (windows.length > 0) return null;
	const field = line.toDay ? 'toDay' : 'fromDay';
	return { field, code: 'day_over', params: { value: line[field] ?? '' } };
}

function keyOf({ key }: { key: string | null }, row: number, { sheet }: NamedSheet): string {
	return key ?? `#${lineOf(row, sheet)}`;
}

function lineOf(row: number, { lines }: Sheet): number {
	return lines[row - 1] ?? row + 1;
}
