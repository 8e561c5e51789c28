import { describe, expect, it } from 'vitest';
import { differences } from './service-changes.ts';
import { documentsIn, newServiceValues } from './service-form.ts';

const stands = {
	...newServiceValues,
	name: '低保申请',
	docId: ['a', 'b'],
	docName: ['身份证', '户口本'],
	docNameEn: ['Identity card', 'Register'],
	docNeed: ['must', 'may'],
	officers: ['x', 'y']
};

describe('documents in a form', () => {
	it('are those rows that say something, in their order', () => {
		const rows = {
			docId: ['a', '', ''],
			docName: [' 身份证 ', ' ', ''],
			docNameEn: ['Identity card', '', 'Photo'],
			docNeed: ['may', 'must', 'must']
		};
		expect(documentsIn(rows)).toEqual([
			{ id: 'a', name: '身份证', nameEn: 'Identity card', required: false },
			{ id: null, name: '', nameEn: 'Photo', required: true }
		]);
	});
});

describe('what a colleague changed meanwhile', () => {
	it('is nothing where the same was typed, in whatever order officers were ticked and with empty rows', () => {
		const typed = {
			...stands,
			minutes: 20,
			officers: ['y', 'x'],
			docName: [...stands.docName, ''],
			docNameEn: [...stands.docNameEn, ''],
			docNeed: [...stands.docNeed, 'must']
		};
		expect(differences(typed, stands)).toEqual([]);
	});
	it('is said field by field, with what stands now', () => {
		const typed = { ...stands, name: '低保', docName: ['户口本', '身份证'], places: ['home'] };
		expect(differences(typed, stands)).toEqual([
			{ field: 'name', now: ['低保申请'] },
			{ field: 'places', now: ['desk'] },
			{ field: 'documents', now: ['身份证', '户口本'] }
		]);
	});
});
