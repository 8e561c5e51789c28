import { expect, test } from 'vitest';
import { requestFields } from './fields.ts';
import { registerTarget, targetFor, withChoices, type ImportTarget } from './target.ts';

const target: ImportTarget<string> = {
	key: 'requests',
	fields: requestFields,
	duplicates: [],
	shape: (row) => String(row.title)
};

test('a feature that declares itself importable is found under its key, others are not', () => {
	registerTarget(target);
	expect(targetFor('requests')?.shape({ title: 'x' })).toBe('x');
	expect(targetFor('toString')).toBeUndefined();
});

test('choices are filled in without touching the fields they came from', () => {
	const choices = [{ key: 'shopping', words: ['买菜'] }];
	const fields = withChoices(requestFields, { need: choices });
	expect(fields.find(({ key }) => key === 'need')).toMatchObject({ choices });
	expect(requestFields.find(({ key }) => key === 'need')).toMatchObject({ choices: [] });
});
