import type { ColumnsRead } from '#lib/matching/sheets/columns-read.ts';
import type { Matched } from '#lib/matching/sheets/match-sheets.ts';
import type { Locale } from '#lib/imports/target.ts';

/** Rows that are named one by one; of more only the number is told. */
const namedMost = 10;

/** Which rows of volunteers stand for somebody of an earlier row and were not counted again; null where none does. */
export function sameRowsLine({ leftOut }: Pick<Matched, 'leftOut'>, file: string): string | null {
	const same = leftOut.flatMap(({ file: from, line, errors }) =>
		from === file && errors[0]?.code === 'duplicate' ? [`${line} = ${errors[0].params.row}`] : []
	);
	if (same.length === 0) return null;
	const named = same.slice(0, namedMost).join(', ') + (same.length > namedMost ? ' …' : '');
	return [
		`${file}: ${same.length} 行与前面的行重复（同编号、同姓名同电话或全部相同），没有再算`,
		`rows repeat an earlier one (number, name and telephone, or everything), not counted again: ${named}`
	].join(' / ');
}

/**
 * That nothing at all could be filled, where the reasons stand and which columns are missing: an empty plan looks like
 * success to whoever sees only that a file was written.
 * @param written the files with all tables, or one for each
 * @returns null where something was filled
 */
export function nothingFilledLine(
	{ plan, requests, columns }: Matched,
	written: readonly string[],
	lackingWords: (columns: ColumnsRead, locale: Locale) => string[]
): string | null {
	if (plan.pairs.length > 0) return null;
	const someAsked = requests.size > 0;
	const [zh, en] = someAsked ? ['未安排', 'Unfilled'] : ['未读入的行', 'Left out'];
	const file = written[someAsked ? 1 : 2] ?? written[0];
	const lacking = (locale: Locale, none: string) =>
		columns
			.filter((one) => one.lacking.length > 0)
			.map((one) => `${one.file}: ${lackingWords(one, locale).join(locale === 'en' ? ', ' : '、')}`)
			.join('; ') || none;
	return [
		`一件也没有排上！原因见 ${file} 的“${zh}”；表中没有的列：${lacking('zh-CN', '无')}`,
		`nothing could be filled! The reasons are in “${en}” of ${file}; columns that are missing: ${lacking('en', 'none')}`
	].join(' / ');
}
