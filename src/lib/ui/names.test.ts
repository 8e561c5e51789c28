import { expect, it } from 'vitest';
import { surnameOf } from './names.ts';

it.each([
	['林晓燕', '林'],
	['欧阳青', '欧阳'],
	['Grace Hill', 'G'],
	['  ', '']
])('%s is shown as %s', (name, shown) => {
	expect(surnameOf(name)).toBe(shown);
});
