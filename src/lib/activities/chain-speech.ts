/*
 * How people write in a 接龙, the numbered list that a chat group copies, adds a line to and sends on. All of it is read after
 * `plainChain`, which makes ①, １． and 1️⃣ the same.
 */

/** Signs that say in a picture what others say in words. */
const pictures: readonly (readonly [RegExp, string])[] = [
	[/[❌✖✗✘🚫]\uFE0F?/gu, ' 取消 '],
	[/➕/gu, '+'],
	[/🔟/gu, '10']
];

/** A pasted text with plain digits and signs, without emoji, line by line as before. */
export function plainChain(text: string): string {
	const read = pictures.reduce((said, [sign, word]) => said.replace(sign, word), text);
	return read
		.normalize('NFKC')
		.replace(/\r\n?/g, '\n')
		.replace(/\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\u{1F1E6}-\u{1F1FF}]|\uFE0F|\u20E3/gu, ' ')
		.replace(/[^\S\n]+/gu, ' ')
		.replace(/[^\P{C}\n]/gu, '');
}

/** The number of a line, and the rest: `1.张三`, `(1) 张三`, `1张三`, `一、张三`; not 10月9日, 9:00 or 3号楼. */
export const mark =
	/^\s*(?:[([【]?\s*(\d{1,3})(?!\d)\s*[)\]】]?(?!\s*(?:[:.-]\s*\d|[月日年点时元至~/%]|号楼|[号楼栋幢单层](?:\s|$)))|([一二三四五六七八九十]{1,3})[、.,])\s*[.、,。:)-]*\s*(.*)$/u;

/** Where the next number begins within a line: `1.张三 2.李四`. */
export const nextMark = /(?<=[\s;,)]|\p{Script=Han})(?=\d{1,3}\s*[.、)]\s*[\p{Script=Han}A-Za-z])/u;

export const withdrawn =
	/(?:已)?取消(?:报名|了)?|退出(?:接龙)?|不参加了?|(?:去|来)不了了?|不(?:去|来)了|~~|\u0336/gu;

/** One comes no more, or fewer come along: 张三-1; not 3-1号楼 or 138-0000-0001. */
export const less =
	/(?<![\d\s])\s*[-\u2212\u2013]\s*[1-9](?![\d-]|\s*(?:号|单元|楼|室|栋|幢|层|[点时:]))|减\s*[1-9一二两]/u;

export const unsure = /待定|不一定|不确定|可能|看情况|再说|\?/u;

export const phone = /(?<!\d)1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)/u;

/** What a line may end with and mean nothing more. */
export const empty =
	/^(?:[\s,、.。;:!()~-]|报名|报个名|参加|我来|要来|来|去|接龙|准时|一定|到|收到|谢谢|一起|也)*$/u;

const kin =
	'妈妈|爸爸|母亲|父亲|老妈|老爸|妈|爸|奶奶|爷爷|外婆|外公|姥姥|姥爷|婆婆|公公|岳母|岳父|老伴|爱人|老公|老婆|丈夫|妻子|先生|太太|儿子|女儿|孙子|孙女|外孙女?|姐姐|妹妹|哥哥|弟弟|闺蜜';
const several = '孩子们?|小孩|小朋友|娃娃?|宝宝|宝贝|家人|家属|朋友|邻居';
const with_ = '(?:\\+|加|外加|带着?|携|领着?|和|跟|与|同)\\s*(?:我|自己)?的?';
const count = '(\\d(?!\\d)|[一二两俩三四五六七八九])';

/** What follows a name that nobody has without a space: 李四报名. */
export const saidAfter = /(?:报名|报个名|参加|我来|要来|来|去|接龙|一起)+$/u;

/** For somebody else: 替妈妈, 帮我家老伴. */
export const onBehalf = new RegExp(
	`^[\\s,(]*(?:代替|替|帮忙?|代|给|为)\\s*(?:我家?|自己)?的?(?:${kin})?\\s*`,
	'u'
);

/** 张三妈妈 is not 张三. */
export const relativeOf = new RegExp(`^\\s*(?:的|家)?(?:${kin}|${several})`, 'u');

/** What may stand between two names. */
export const between = new RegExp(`^[\\s,、;/&]*(?:${with_})?[\\s,、;/&]*`, 'u');

/** The same where it cannot stand before a remark. */
export const listSign = /^\s*(?:[、/&+]|和|跟|与)\s*/u;

/** What is said of people brought along; `unclear` where the number is a guess that has to be asked about. */
export interface Company {
	count: number;
	unclear: boolean;
}

const numbers = '一二三四五六七八九';
const numberOf = (said: string) =>
	/\d/.test(said) ? Number(said) : said === '两' || said === '俩' ? 2 : numbers.indexOf(said) + 1;

const forms: readonly (readonly [RegExp, (said: string) => Company])[] = [
	// everybody who comes, the one who writes included: asked about, for some mean those brought along
	[
		new RegExp(`(?:一共|总共|合计|共|我们)\\s*${count}\\s*(?:个人|人|位|个|口)`, 'u'),
		(said) => ({ count: Math.max(0, numberOf(said) - 1), unclear: false })
	],
	[
		new RegExp(`(?:一家|全家|我家|我们家|家)?\\s*${count}\\s*口(?:之家|人|子)?`, 'u'),
		(said) => ({ count: Math.max(0, numberOf(said) - 1), unclear: false })
	],
	[/夫妻俩?|夫妇俩?|伉俪/u, () => ({ count: 1, unclear: false })],
	[
		new RegExp(`(?:${with_})\\s*${count}\\s*(?:个|位|名|人|口)*\\s*(?:${several}|大人|${kin})?`, 'u'),
		(said) => ({ count: numberOf(said), unclear: false })
	],
	[
		new RegExp(`(?:${with_})(?:${several}|全家|一家人?)(?:${count}(?:个|名|人|位))?`, 'u'),
		(said) => (said ? { count: numberOf(said), unclear: false } : { count: 1, unclear: true })
	],
	[new RegExp(`(?:${with_})(?:${kin})`, 'u'), () => ({ count: 1, unclear: false })],
	[
		new RegExp(`${count}\\s*(?:个人|人|位|名)`, 'u'),
		(said) => ({ count: Math.max(0, numberOf(said) - 1), unclear: numberOf(said) > 1 })
	],
	[/全家|一家人?|\+/u, () => ({ count: 1, unclear: true })]
];

/** How many come along, and what else is said: `+1`, 带孩子, 一家三口, 共2人. */
export function readCompany(said: string): Company & { rest: string } {
	let rest = said;
	const found: Company = { count: 0, unclear: false };
	for (const [form, company] of forms) {
		const match = form.exec(rest);
		if (!match) continue;
		const one = company(match[1] ?? '');
		found.count += one.count;
		found.unclear ||= one.unclear;
		rest = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`;
	}
	return { ...found, rest };
}
