import { documentsIn, type DocumentValues, type ServiceValues } from './service-form.ts';

/** A field that a colleague left otherwise than it was typed, with what stands there now. */
export interface Difference {
	field: ServiceField;
	now: string[];
}

const texts = [
	'group',
	'name',
	'nameEn',
	'purpose',
	'purposeEn',
	'icon',
	'minutes',
	'walkIn',
	'cutOff',
	'daysAhead'
] as const;
const sets = ['places', 'officers'] as const;

export type ServiceField = (typeof texts)[number] | (typeof sets)[number] | 'documents';

/** Where a service as it stands now differs from what was typed. */
export function differences(typed: Partial<Record<string, unknown>>, values: ServiceValues): Difference[] {
	const text = (value: unknown) => String(value ?? '').trim();
	const ids = (value: unknown) => (Array.isArray(value) ? value.map(String).toSorted() : []);
	const papers = (form: Partial<Record<string, unknown>>) =>
		documentsIn(form as unknown as DocumentValues).map(({ name, required }) => ({ name, required }));
	const [now, then] = [papers(values), papers(typed)];
	return [
		...texts
			.filter((field) => text(typed[field]) !== text(values[field]))
			.map((field) => ({ field, now: [text(values[field])] })),
		...sets
			.filter((field) => String(ids(typed[field])) !== String(ids(values[field])))
			.map((field) => ({ field, now: values[field] })),
		...(JSON.stringify(now) === JSON.stringify(then)
			? []
			: [{ field: 'documents' as const, now: now.map(({ name }) => name) }])
	];
}
