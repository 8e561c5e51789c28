import { describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { chainText } from './chain-text.ts';
import { readChain } from './read-chain.ts';

overwriteGetLocale(() => 'zh-CN');

const paper = {
	title: '3号楼重阳节游园会',
	when: ['周四 11月26日 14:00—16:00', '周四 12月3日 14:00—16:00'],
	moreDates: 2,
	goesOn: null,
	place: '社区活动室 · 东园 1 号楼一层',
	seatsLeft: 7,
	link: 'https://linli.example.org/chengdong/activities/1'
};
const names = [
	{ name: '陈桂香', companions: 1, shown: true },
	{ name: '欧阳文', companions: 0, shown: false }
];

describe('the text for a chat', () => {
	const text = chainText(paper, names);

	it('says what, when, where, how many seats are left, and ends with the next number', () => {
		const lines = text.split('\n');
		expect(lines.slice(0, 3)).toEqual(['#接龙', paper.title, '时间：周四 11月26日 14:00—16:00']);
		expect(text).toContain('地点：社区活动室 · 东园 1 号楼一层\n名额：还剩 7 个\n');
		expect(text).toContain(paper.link);
		expect(lines.slice(-3)).toEqual(['1. 陈桂香 +1', '2. 欧**', '3. ']);
		expect(chainText({ ...paper, seatsLeft: 0 }, [])).toContain('已满');
		expect(chainText({ ...paper, seatsLeft: null, place: null }, [])).not.toMatch(/名额|地点/);
	});

	it('keeps the name of who did not agree to be read', () => {
		expect(text).not.toContain('欧阳文');
	});

	it('comes back unchanged as nothing new', () => {
		const people = {
			named: (name: string) => (name === '陈桂香' ? [{ id: 'a', name }] : []),
			withPhone: () => undefined,
			signed: new Set(['a'])
		};
		const kinds = readChain(text, people, 3).map(({ kind }) => kind);
		expect(kinds.slice(-3)).toEqual(['already', 'already', 'blank']);
		expect(new Set(kinds.slice(0, -3))).toEqual(new Set(['words']));
	});
});
