import { describe, expect, it } from 'vitest';
import { namesIn } from './chain-names.ts';
import type { ChainPeople } from './chain.ts';
import { readChain } from './read-chain.ts';

const all = [
	'张三',
	'李四',
	'王五',
	'王和平',
	'赵小花',
	'欧阳文',
	'阿依古丽·买买提',
	'Anna Bell',
	'刘洋'
].map((name) => ({ id: name, name }));
const twins = [
	{ id: '陈静 1', name: '陈静' },
	{ id: '陈静 2', name: '陈静' }
];
const people: ChainPeople = {
	named: (name) => [...all, ...twins].filter((one) => one.name === name),
	withPhone: (phone) =>
		({ '13800000001': twins[1], '13800000002': all[0] })[phone as '13800000001' | '13800000002'],
	signed: new Set()
};
const read = (text: string, most = 9) => readChain(text, people, most);
const only = (line: string) => {
	const [entry, ...more] = read(line);
	expect(more).toEqual([]);
	return entry!;
};

describe('a line of a 接龙', () => {
	it.each([
		'1.张三',
		'1. 张三',
		'1、张三',
		'1，张三',
		'１．张三',
		'1）张三',
		'（1）张三',
		'①张三',
		'⒈张三',
		'1️⃣ 张三',
		'1 张三',
		'1张三',
		'一、张三',
		'  12. 张三 🌹🌹',
		'1. 张三👍🏻 参加',
		'1. 张三报名！',
		'1: 张三'
	])('%j is one who comes', (line) => {
		expect(only(line)).toMatchObject({ kind: 'sure', name: '张三', companions: 0, doubts: [] });
	});

	it.each([
		['张三+1', 1],
		['张三 ＋２', 2],
		['张三➕1', 1],
		['张三加1', 1],
		['张三 带1个孩子', 1],
		['张三带两个孩子', 2],
		['张三（带老伴）', 1],
		['张三和爱人', 1],
		['张三一家三口', 2],
		['张三夫妻', 1],
		['张三 共3人', 2],
		['张三 1人', 0]
	])('%j says how many come along', (said, companions) => {
		expect(only(`1. ${said}`)).toMatchObject({ kind: 'sure', name: '张三', companions });
	});

	it.each(['张三 带孩子', '张三+家属', '张三 2人', '张三全家', '张三 +'])(
		'%j leaves open how many, so it is asked with a guess',
		(said) => {
			expect(only(`1. ${said}`)).toMatchObject({ kind: 'asked', doubts: ['companions'], companions: 1 });
		}
	);

	it('may be for somebody else', () => {
		expect(only('3. 替妈妈李四报名')).toMatchObject({ kind: 'sure', name: '李四' });
		expect(only('3. 帮李四报个名')).toMatchObject({ kind: 'sure', name: '李四' });
		const both = only('3. 张三替妈妈李四报名');
		expect(both).toMatchObject({ kind: 'asked', doubts: ['somebody_else'] });
		expect(both.people.map(({ id }) => id)).toEqual(['李四', '张三']);
		expect(only('3. 替妈妈孙六报名')).toMatchObject({ kind: 'asked', doubts: ['not_found'], name: '孙六' });
		expect(only('3. 替妈妈报名')).toMatchObject({ kind: 'asked', doubts: ['not_found'], name: null });
		expect(only('3. 张三妈妈')).toMatchObject({ kind: 'asked', doubts: ['relative'] });
	});

	it.each(['张三 取消', '取消 张三', '张三（取消报名）', '张三不去了', '❌张三', '~~张三~~', '张三 来不了'])(
		'%j takes it back',
		(said) => {
			expect(only(`2. ${said}`)).toMatchObject({ kind: 'withdrawn', name: '张三' });
		}
	);

	it.each(['张三-1', '张三 -1', '张三－1', '张三 −1', '张三减一', '张守田-1', '阳光花开 -1'])(
		'%j signs nobody up',
		(said) => {
			expect(only(`10. ${said}`)).toMatchObject({ kind: 'withdrawn' });
		}
	);

	it.each(['张三 3-1号楼', '张三 3号楼-1单元', '张三 5-2-301', '张三 138-0000-0002'])(
		'%j is no minus',
		(said) => {
			expect(only(`10. ${said}`).kind).toBe('sure');
		}
	);

	it('of a name that two have is asked about, unless the number tells them apart', () => {
		expect(only('1. 陈静')).toMatchObject({ kind: 'asked', doubts: ['same_name'], people: twins });
		expect(only('1. 陈静 13800000001')).toMatchObject({ kind: 'sure', people: [twins[1]] });
		expect(only('1. 张三 138-0000-0001')).toMatchObject({ kind: 'asked', doubts: ['somebody_else'] });
	});

	it('of somebody unknown is asked about', () => {
		expect(only('1. 阳光花开+1')).toMatchObject({
			kind: 'asked',
			name: '阳光花开',
			doubts: ['not_found'],
			companions: 1
		});
		expect(only('1. 张三丰')).toMatchObject({ kind: 'asked', name: '张三', doubts: ['unread'] });
		expect(only('1. 小宝 13800000002')).toMatchObject({ people: [all[0]], doubts: ['somebody_else'] });
		expect(only('1. 张三 待定').doubts).toEqual(['unsure']);
	});

	it('keeps what else was said', () => {
		expect(only('1. 张三 自备茶杯')).toMatchObject({ kind: 'sure', remark: '自备茶杯' });
		expect(only('1. 王和平（3号楼）')).toMatchObject({ kind: 'sure', name: '王和平', remark: '3号楼' });
	});

	it('reads names of other make', () => {
		expect(only('1. 阿依古丽·买买提').people).toHaveLength(1);
		expect(only('1. Anna Bell +1')).toMatchObject({ kind: 'sure', name: 'Anna Bell', companions: 1 });
		expect(only('1. 欧阳文').kind).toBe('sure');
	});

	it('may name several', () => {
		for (const said of ['1. 张三、李四', '1. 张三 李四', '1. 张三和李四', '1. 张三+李四', '1. 张三带李四']) {
			expect(read(said).map(({ kind, name }) => [kind, name])).toEqual([
				['sure', '张三'],
				['sure', '李四']
			]);
		}
		expect(read('1. 张三、马六').map(({ doubts }) => doubts)).toEqual([[], ['not_found']]);
	});
});

describe('a pasted list', () => {
	const pasted = `#接龙
重阳节游园会
时间：10月9日 14:00–16:00
9:30 集合
3号楼 前面等

1. 张三
2. 李四+1 3. 王五
4. 
5. 赵小花 带孩子
6. 张三
7. 陈静
8. 欧阳**
9. 王五 取消
刘洋
大家记得带水`;
	const entries = read(pasted);

	it('answers for each line', () => {
		expect(entries.map(({ kind, name }) => [kind, name])).toEqual([
			...Array.from({ length: 5 }, () => ['words', null]),
			['sure', '张三'],
			['sure', '李四'],
			['withdrawn', '王五'],
			['blank', null],
			['asked', '赵小花'],
			['twice', '张三'],
			['asked', '陈静'],
			['already', null],
			['withdrawn', '王五'],
			['asked', '刘洋'],
			['words', null]
		]);
		expect(entries.map(({ at }) => at)).toEqual(entries.map((_, at) => at));
	});

	it('asks before it takes anybody off who is signed up, and knows who is', () => {
		const again = readChain('1. 张三\n2. 李四 取消', { ...people, signed: new Set(['张三', '李四']) }, 9);
		expect(again.map(({ kind, doubts }) => [kind, doubts])).toEqual([
			['already', []],
			['asked', ['leaves']]
		]);
	});

	it('asks about who is on the list and writes minus one, and about each who has the name', () => {
		const signed = new Set(['张三', '陈静 2']);
		const left = readChain('1. 张三-1\n2. 陈静 取消', { ...people, signed }, 9);
		expect(left.map(({ kind, doubts, people: asked }) => [kind, doubts, asked.map(({ id }) => id)])).toEqual([
			['asked', ['leaves'], ['张三']],
			['asked', ['leaves'], ['陈静 2']]
		]);
	});

	it('asks where two lines of one person say different things', () => {
		const kinds = (text: string) =>
			read(text).map(({ kind, doubts, companions }) => [kind, doubts.join(), companions]);
		expect(kinds('1. 张三+1\n2. 张三 +2人')).toEqual([
			['twice', '', 1],
			['asked', 'contradicts', 2]
		]);
		expect(kinds('1. 张三+2\n2. 张三-1')).toEqual([
			['asked', 'contradicts', 1],
			['withdrawn', '', 0]
		]);
		expect(kinds('1. 张三+1\n2. 张三 取消\n3. 张三')).toEqual([
			['withdrawn', '', 1],
			['withdrawn', '', 0],
			['sure', '', 0]
		]);
	});

	it('asks where more would come along than may', () => {
		expect(read('1. 张三+3', 1)[0]).toMatchObject({ kind: 'asked', doubts: ['too_many'], companions: 1 });
	});

	it('names beforehand everybody whom it will ask for', () => {
		const { names, phones } = namesIn(`${pasted}\n9. Anna Bell 138 0000 0001`);
		const asked: string[] = [];
		readChain(pasted, { ...people, named: (name) => (asked.push(name), people.named(name)) }, 9);
		const unforeseen = asked.filter((name) => people.named(name).length > 0 && !names.includes(name));
		expect(unforeseen).toEqual([]);
		expect(names).toContain('Anna Bell');
		expect(phones).toEqual(['13800000001']);
	});

	it('is never lost or in the way, whatever it holds', () => {
		for (const odd of ['', '\n\n', '1.', '1.1.1.1', '＊＊', '１２３', '1. '.repeat(900), '张'.repeat(9000)]) {
			const said = read(odd);
			expect(said.length > 0).toBe(odd.trim() !== '');
		}
	});
});
