import type { Field } from '#lib/imports/target.ts';
import { compiled } from './words.ts';

/** What `--help` says of the columns, in both languages: needed ones first, then those that a sheet may have. */
export async function columnsHelp(): Promise<string> {
	await compiled();
	const { requestSheetFields, volunteerSheetFields } = await import('#lib/matching/sheets/fields.ts');
	const { needKeys } = await import('#lib/skills/needs.ts');
	const { needName } = await import('#lib/skills/words.ts');
	const usual = needKeys
		.slice(0, 12)
		.map((key) => `${needName(key, 'zh-CN')} / ${needName(key, 'en')}`)
		.join('；');
	return [
		'求助表的列 / Columns of the sheet of requests（* 必要 / needed）',
		...linesOf(requestSheetFields),
		'',
		'志愿者表的列 / Columns of the sheet of volunteers（* 必要 / needed）',
		...linesOf(volunteerSheetFields),
		'',
		`求助类别常用的说法（全部见 --words）/ Usual kinds of help (--words prints all):\n  ${usual}`
	].join('\n');
}

/** What `--words` prints: each kind of help and each skill with its key and the words that are known for it. */
export async function wordsHelp(): Promise<string> {
	await compiled();
	const { requestSheetFields, volunteerSheetFields } = await import('#lib/matching/sheets/fields.ts');
	return [
		'求助类别 / Kinds of help',
		...choicesOf(requestSheetFields, 'need'),
		'',
		'技能 / Skills',
		...choicesOf(volunteerSheetFields, 'skills')
	].join('\n');
}

function linesOf(fields: readonly Field[]): string[] {
	return fields
		.toSorted((one, other) => Number(other.required) - Number(one.required))
		.map(({ required, label, synonyms }) => {
			const name = `${label({}, { locale: 'zh-CN' })} / ${label({}, { locale: 'en' })}`;
			return `${required ? '*' : ' '} ${name}: ${synonyms.join('，')}`;
		});
}

function choicesOf(fields: readonly Field[], key: string): string[] {
	const choices = fields.find((field) => field.key === key)?.choices ?? [];
	return choices.map((choice) => `  ${choice.words.join(' / ')}  (${choice.key})`);
}
