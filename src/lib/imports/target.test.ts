import { expect, test } from 'vitest';
import { requestFields } from './fields.ts';
import { withChoices } from './target.ts';

test('choices are filled in without touching the fields they came from', () => {
	const choices = [{ key: 'shopping', words: ['买菜'] }];
	const fields = withChoices(requestFields, { need: choices });
	expect(fields.find(({ key }) => key === 'need')).toMatchObject({ choices });
	expect(requestFields.find(({ key }) => key === 'need')).toMatchObject({ choices: [] });
});
