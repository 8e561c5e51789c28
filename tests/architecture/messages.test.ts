import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorStatus } from '#lib/shared/errors.ts';
import { sources } from './source.ts';

type Words = Map<string, string>;
/** Words that go by a number: one seat, two seats. */
type Forms = { match: Record<string, string> }[];

const textOf = (said: string | Forms) =>
	typeof said === 'string' ? said : said.flatMap(({ match }) => Object.values(match)).join(' ');

const rooms = sources('messages/zh-CN/*.json').map(({ path }) => basename(path, '.json'));
const read = (locale: string, room: string): Words => {
	const [file] = sources(`messages/${locale}/${room}.json`);
	const entries = Object.entries(JSON.parse(file?.text ?? '{}') as Record<string, string | Forms>);
	return new Map(entries.filter(([key]) => key !== '$schema').map(([key, said]) => [key, textOf(said)]));
};
const all = (locale: string): Words => new Map(rooms.flatMap((room) => [...read(locale, room)]));
const chinese = all('zh-CN');
const english = all('en');
const params = (words: string) =>
	[...new Set([...words.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort();

const code = sources('src/**/*.{ts,svelte}').filter(({ path }) => !path.endsWith('.test.ts'));
const speaking = code.filter(({ text }) => text.includes('paraglide/messages.js'));
const used = new Set(
	speaking.flatMap(({ text }) => [...text.matchAll(/\bm\.(\w+)/g)].map(([, key]) => key!))
);
const said = new Set(code.flatMap(({ text }) => [...text.matchAll(/'(\w+)'/g)].map(([, word]) => word!)));

/** Words of an error are found by its code and detail: `errors_<code>_<detail>`, `errors_field_<what zod says>`. */
function isErrorThrown(key: string): boolean {
	const heads = [...Object.keys(errorStatus), 'field'].map((head) => `errors_${head}_`);
	const head = heads.find((one) => key.startsWith(one));
	return head !== undefined && said.has(key.slice(head.length));
}

/** Days for which one language has a word and the other names the weekday. */
const gapInOne = ['app_day_before_yesterday', 'app_day_after_tomorrow'];

/** A cell that a sample sheet leaves empty. */
const emptyCell = /^imports_example_/;

/** Chinese on purpose: the name of the language, and what a sheet may hold. */
const chineseInEnglish = ['app_language_zh', 'imports_example_building'];

describe('words', () => {
	it('are read from every file there is', () => {
		const [settings] = sources('project.inlang/settings.json');
		for (const room of rooms) expect(settings?.text).toContain(`"./messages/{locale}/${room}.json"`);
	});
	it.each(rooms)('of %s are the same in both languages, with the same gaps to fill', (room) => {
		const [zh, en] = [read('zh-CN', room), read('en', room)];
		expect([...en.keys()].sort()).toEqual([...zh.keys()].sort());
		const gaps = [...zh].filter(
			([key, words]) => !gapInOne.includes(key) && `${params(words)}` !== `${params(en.get(key) ?? '')}`
		);
		expect(gaps.map(([key]) => key)).toEqual([]);
		expect([...zh.keys()].filter((key) => !key.startsWith(`${room}_`))).toEqual([]);
	});
	it('are never empty', () => {
		const blank = [...chinese, ...english].filter(
			([key, words]) => words.trim() === '' && !emptyCell.test(key)
		);
		expect(blank.map(([key]) => key)).toEqual([]);
	});
	it('in English are English', () => {
		const mixed = [...english].filter(([, words]) => /\p{Script=Han}/u.test(words)).map(([key]) => key);
		expect(mixed).toEqual(chineseInEnglish);
	});
	it('exist wherever code says them', () => {
		expect([...used].filter((key) => !chinese.has(key))).toEqual([]);
	});
	it('are all said somewhere', () => {
		expect([...chinese.keys()].filter((key) => !used.has(key) && !isErrorThrown(key))).toEqual([]);
	});
});
