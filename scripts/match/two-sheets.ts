import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Locale } from '#lib/imports/target.ts';
import type { Table } from '#lib/matching/sheets/tables.ts';
import type { Weights } from '#lib/matching/weights.ts';
import { AppError } from '#lib/shared/errors.ts';
import { PlainError } from '../steps.ts';
import { checkWritable, filesFor, unwritable } from './out.ts';
import { nothingFilledLine, sameRowsLine } from './told-last.ts';
import { compiled } from './words.ts';

/** What the command line asks for. */
export interface TwoSheets {
	requests: string;
	volunteers: string;
	out: string;
	weights?: string;
	mapping?: string;
	explain: boolean;
	locale: string;
	now?: string;
	zone: string;
}

/** Reads both sheets, plans, and writes what came of it. @returns the exit code */
export async function matchTwoSheets(asked: TwoSheets): Promise<number> {
	const started = performance.now();
	const tell = (line: string) => {
		const seconds = ((performance.now() - started) / 1000).toFixed(1);
		process.stderr.write(`${seconds.padStart(6)} s  ${line}\n`);
	};
	const locale = localeOf(asked.locale);
	const now = momentOf(asked.now);
	checkZone(asked.zone);
	const files = filesFor(asked.out);
	checkWritable(files);
	await compiled();
	const engine = await loadEngine();
	const { context, weights, given } = settingsOf(asked, now, engine);
	let rounds = 0;
	let lastWord = 0;
	try {
		const [requests, volunteers] = await Promise.all(
			[asked.requests, asked.volunteers].map(async (file) => {
				const sheet = await engine.readSheet(sheetBytes(file), basename(file));
				tell(`${basename(file)}: ${sheet.rows.length} 行 / rows`);
				return { name: basename(file), sheet };
			})
		);
		const matched = await engine.matchSheets({
			requests: requests!,
			volunteers: volunteers!,
			given,
			weights,
			context,
			onColumns(columns) {
				for (const [name, value] of engine.columnWords(columns, locale)) tell(`${name}: ${value}`);
			},
			solve(problem, options) {
				rounds += 1;
				if (performance.now() - lastWord > 1_000) {
					lastWord = performance.now();
					tell(`求解第 ${rounds} 次 / solving, round ${rounds}: ${problem.cost.length} pairs`);
				}
				return engine.assign(problem, options);
			},
			onRead: (some, people, leftOut) =>
				tell(`求助 / requests ${some}, 志愿者 / volunteers ${people}, 未读入 / left out ${leftOut}`)
		});
		const options = { locale, zone: asked.zone, explain: asked.explain };
		const weightsName = asked.weights ? basename(asked.weights) : null;
		await write(files, engine, [
			engine.planTable(matched, options),
			engine.unfilledTable(matched, options),
			engine.leftOutTable(matched, options),
			engine.summaryTable(matched, now, weightsName, options)
		]);
		const { cost, bound, pairs } = matched.plan;
		tell(`已安排 / filled ${pairs.length}, 分数 / cost ${cost}, 下限 / bound ${bound}`);
		const same = sameRowsLine(matched, basename(asked.volunteers));
		if (same) tell(same);
		for (const file of files) tell(`→ ${file}`);
		const nothing = nothingFilledLine(matched, files, engine.lackingWords);
		if (nothing) tell(nothing);
		return matched.leftOut.length > 0 ? 2 : 0;
	} catch (error) {
		throw plainly(error, engine);
	}
}

/** Loaded when it is needed: words must have been compiled by then. */
async function loadEngine() {
	return {
		...(await import('#lib/imports/sheet.server.ts')),
		...(await import('#lib/imports/words.ts')),
		...(await import('#lib/matching/assign/index.ts')),
		...(await import('#lib/matching/sheets/columns-read.ts')),
		...(await import('#lib/matching/sheets/match-sheets.ts')),
		...(await import('#lib/matching/sheets/meaning.ts')),
		...(await import('#lib/matching/sheets/sheet-error.ts')),
		...(await import('#lib/matching/sheets/tables.ts')),
		...(await import('#lib/matching/sheets/workbook.server.ts')),
		...(await import('#lib/matching/weights.ts')),
		...(await import('#lib/shared/time.ts'))
	};
}

type Engine = Awaited<ReturnType<typeof loadEngine>>;

function settingsOf(asked: TwoSheets, now: Date, engine: Engine) {
	const { zone } = asked;
	try {
		return {
			context: { now, zone, today: engine.dayOf(now, zone) },
			weights: weightsOf(asked.weights, engine),
			given: engine.readGivenMapping(asked.mapping ? jsonOf(asked.mapping) : {})
		};
	} catch (error) {
		throw plainly(error, engine);
	}
}

function weightsOf(file: string | undefined, engine: Engine): Weights {
	const own = file === undefined ? {} : jsonOf(file);
	if (typeof own !== 'object' || own === null || Array.isArray(own))
		throw new PlainError(
			`${file} 里要写 {"权重名": 整数}，权重有：${engine.weightNames.join('、')}。`,
			`${file} must be {"weight": whole number}; the weights are ${engine.weightNames.join(', ')}.`
		);
	return engine.readWeights({ ...engine.defaultWeights, ...own });
}

/** A weight that is not there or out of its range. */
function weightFault({ params }: AppError, { weightNames }: Engine): PlainError {
	const { name, min, max } = params;
	if (min === undefined)
		return new PlainError(
			`没有“${name}”这个权重，权重有：${weightNames.join('、')}。`,
			`There is no weight “${name}”; the weights are ${weightNames.join(', ')}.`
		);
	return new PlainError(
		`权重“${name}”要是 ${min} 到 ${max} 之间的整数。`,
		`The weight “${name}” must be a whole number from ${min} to ${max}.`
	);
}

function checkZone(zone: string): void {
	try {
		new Intl.DateTimeFormat('en', { timeZone: zone });
	} catch (error) {
		throw new PlainError(
			`没有这个时区：${zone}。写法如 Asia/Shanghai。`,
			`There is no time zone ${zone}; write it like Asia/Shanghai.`,
			{ cause: error }
		);
	}
}

function localeOf(text: string): Locale {
	if (text === 'zh-CN' || text === 'en') return text;
	throw new PlainError(`没有这种语言：${text}`, `--locale is zh-CN or en, not ${text}`);
}

function momentOf(text: string | undefined): Date {
	const now = text === undefined ? new Date() : new Date(text);
	if (!Number.isNaN(now.getTime())) return now;
	throw new PlainError(`看不懂这个时刻：${text}`, `--now is no moment: ${text}`);
}

function bytesOf(file: string): Buffer {
	try {
		return readFileSync(file);
	} catch (error) {
		throw new PlainError(`打不开文件 ${file}。`, `${file} cannot be opened.`, { cause: error });
	}
}

/** The bytes of a sheet; text that calls itself a workbook is refused, save web pages, of which the reader speaks. */
function sheetBytes(file: string): Buffer {
	const bytes = bytesOf(file);
	const beginning = bytes.subarray(0, 100).toString('latin1');
	if (!/\.xlsx$/i.test(file) || /^(?:$|PK|\xd0\xcf|\s*<)/.test(beginning)) return bytes;
	throw new PlainError(
		`${file} 不是工作簿，只是叫作 .xlsx。如果是文字表格，请改名为 .csv。`,
		`${file} is not a workbook, though it is called .xlsx. If it is a text with commas, call it .csv.`
	);
}

function jsonOf(file: string): unknown {
	try {
		return JSON.parse(bytesOf(file).toString('utf8'));
	} catch (error) {
		if (error instanceof PlainError) throw error;
		throw new PlainError(`${file} 不是 JSON。`, `${file} is no JSON.`, { cause: error });
	}
}

/** One .xlsx with all tables, or a .csv for each: the plan under the name given, the others beside it. */
async function write(files: readonly string[], engine: Engine, tables: readonly Table[]): Promise<void> {
	if (files.length === 1) return save(files[0]!, await engine.workbookOf(tables));
	for (const [at, table] of tables.entries()) save(files[at]!, engine.csvOf(table));
}

function save(file: string, content: Uint8Array | string): void {
	try {
		writeFileSync(file, content);
	} catch (error) {
		throw unwritable(file, error);
	}
}

/** A failure that words explain fully, in those words. */
function plainly(error: unknown, engine: Engine): unknown {
	if (error instanceof engine.SheetError)
		return new PlainError(error.words('zh-CN'), error.words('en'), { cause: error });
	if (!(error instanceof AppError)) return error;
	const { detail = '', params } = error;
	if (detail === 'weights') return weightFault(error, engine);
	const words = (locale: Locale) => engine.fileErrorWords(detail, params, locale) ?? error.message;
	return new PlainError(words('zh-CN'), words('en'), { cause: error });
}
