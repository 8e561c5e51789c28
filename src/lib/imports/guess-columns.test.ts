import { describe, expect, test } from 'vitest';
import { requestFields, residentFields, volunteerFields } from './fields.ts';
import { guessColumns, wordsInColumn } from './guess-columns.ts';
import type { Mapping } from './mapping.ts';
import { withChoices } from './target.ts';

/** The columns chosen, by field. */
function chosen(mapping: Mapping): Record<string, string> {
	return Object.fromEntries(
		Object.entries(mapping.fields).flatMap(([key, { column }]) => (column === null ? [] : [[key, column]]))
	);
}

describe('columns are known by what heads them', () => {
	test('in a Chinese list of residents', () => {
		const columns = ['序号', '姓名（必填）', '性别', '出生年月', '联系电话', '楼栋号', '门牌号', '独 居'];
		const row = ['1', '周小禾', '女', '1958.03', '13800000000', '3号楼', '2单元501', ''];
		expect(chosen(guessColumns(columns, [row], residentFields))).toEqual({
			name: '姓名（必填）',
			gender: '性别',
			bornOn: '出生年月',
			phone: '联系电话',
			building: '楼栋号',
			door: '门牌号',
			vulnerable: '独 居'
		});
	});

	test('in an English list, with underlines and capitals', () => {
		const columns = ['Full_Name', 'Sex', 'DateOfBirth', 'Mobile Phone', 'Employer', 'Hobbies / interests'];
		expect(chosen(guessColumns(columns, [], volunteerFields))).toEqual({
			name: 'Full_Name',
			gender: 'Sex',
			bornOn: 'DateOfBirth',
			phone: 'Mobile Phone',
			employer: 'Employer',
			hobbies: 'Hobbies / interests'
		});
	});

	test('a word inside another word is no sign', () => {
		expect(chosen(guessColumns(['opportunity_id', 'category_desc'], [], requestFields))).toEqual({
			need: 'category_desc'
		});
	});

	test('each column serves one field only, the better name wins', () => {
		const guess = chosen(guessColumns(['单位', '单位党组织'], [], volunteerFields));
		expect(guess).toEqual({ employer: '单位', partyBranch: '单位党组织' });
	});
});

describe('columns are known by what stands in them', () => {
	test('a telephone and coordinates under no helpful name', () => {
		const rows = [
			['买菜', '13800000000', '30.2741', '120.1551'],
			['理发', '139 0000 0000', '30.2752', '120.1562']
		];
		const guess = chosen(guessColumns(['事项', '#2', 'y', 'x'], rows, requestFields));
		expect(guess).toEqual({ title: '事项', phone: '#2', latitude: 'y', longitude: 'x' });
	});

	test('a date under another name is no birthday', () => {
		const guess = chosen(guessColumns(['姓名', '入户登记'], [['周小禾', '2020-01-02']], residentFields));
		expect(guess).toEqual({ name: '姓名' });
	});

	test('a name is not believed when the cells gainsay it', () => {
		const guess = chosen(guessColumns(['姓名', '电话'], [['周小禾', '已登记']], residentFields));
		expect(guess.phone).toBeUndefined();
	});

	test('identity numbers are never taken', () => {
		const rows = [['周小禾', '11010519491231002X', '11010519491231002X']];
		const guess = chosen(guessColumns(['姓名', '身份证号', '备注'], rows, residentFields));
		expect(guess).toEqual({ name: '姓名' });
	});

	test('one column may hold building and door', () => {
		const rows = [['周小禾', '3号楼2单元501']];
		const guess = chosen(guessColumns(['姓名', '家庭住址'], rows, residentFields));
		expect(guess).toEqual({ name: '姓名', building: '家庭住址', door: '家庭住址' });
	});

	test('the order of day and month shows in the dates', () => {
		const guess = guessColumns(['title', 'start date'], [['a', '22/03/2026']], requestFields);
		expect(guess.fields.fromDay?.dayOrder).toBe('dmy');
	});
});

test('words close to a choice are put down for people to look over', () => {
	const fields = withChoices(volunteerFields, { skills: [{ key: 'haircuts', words: ['理发'] }] });
	const guess = guessColumns(['姓名', '技能'], [['周小禾', '上门理发、开锁']], fields);
	expect(guess.fields.skills?.words).toEqual({ 上门理发: 'haircuts' });
});

test('the words of a column are counted, the most frequent first', () => {
	const rows = [['理发、开锁'], ['理发'], ['']];
	expect(wordsInColumn(rows, 0, 'choices')).toEqual([
		{ word: '理发', count: 2 },
		{ word: '开锁', count: 1 }
	]);
	expect(wordsInColumn(rows, 0, 'choice')).toHaveLength(2);
});
