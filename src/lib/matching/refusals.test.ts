import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contextAt, held, requestWith, saidOnly, volunteerWith } from './facts.fixture.ts';
import { refusals } from './gates.ts';
import { gateCodes, type GateCode, type RequestFacts, type VolunteerFacts } from './matching.ts';
import { names } from './names.fixture.ts';
import { occasionOf } from './occasion.ts';
import { gateName, gateWords, relaxationWords } from './refusals.ts';

const locales = ['zh-CN', 'en'] as const;

function said(
	request: Partial<RequestFacts>,
	volunteer: Partial<VolunteerFacts>,
	locale: (typeof locales)[number] = 'zh-CN'
): string[] {
	return refusals(occasionOf(requestWith(request), contextAt()), volunteerWith(volunteer)).map((one) =>
		gateWords(one, names, locale)
	);
}

test('every gate has a name of its own in both languages', () => {
	for (const locale of locales) {
		expect(new Set(gateCodes.map((code) => gateName(code, locale))).size).toBe(gateCodes.length);
	}
});

test('both languages say the same things', () => {
	const [zh, en] = locales.map((locale) => {
		const file = new URL(`../../../messages/${locale}/matching.json`, import.meta.url);
		return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
	});
	expect(Object.keys(zh ?? {})).toEqual(Object.keys(en ?? {}));
	const params = (words: string) => [...words.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
	for (const [key, words] of Object.entries(zh ?? {}))
		expect([key, params(words)]).toEqual([key, params(en?.[key] ?? '')]);
});

describe('why one person may not come', () => {
	test('is said with figures, in Chinese', () => {
		expect(said({}, { reachMetres: 200, place: { east: 1_240, north: 0 } })).toEqual([
			'相距 1.2 公里，自己愿意走 200 米'
		]);
		expect(said({}, { skills: [] })).toEqual(['登记卡上没有“修水管”']);
		expect(said({}, { skills: [saidOnly('plumbing', 2)] })).toEqual(['“修水管”还没有核实']);
		expect(said({}, { cardExpiresOn: '2026-03-09' })).toEqual(['登记卡已于2026年3月9日到期']);
		expect(said({}, { activeTasks: 3 })).toEqual(['手上已有 3 项任务，自己定的上限是 3 项']);
		expect(said({}, { minutesThisWeek: 220 })).toEqual(['本周已安排 220 分钟，自己定的上限是 240 分钟']);
		expect(said({ musts: { gender: 'female', languages: ['local_dialect', 'sign'] } }, {})).toEqual([
			'求助人要求女志愿者',
			'不会说本地话和手语'
		]);
	});

	test('and in English', () => {
		expect(said({}, { reachMetres: 200, place: { east: 1_240, north: 0 } }, 'en')).toEqual([
			'1.2 km away; goes up to 200 m'
		]);
		expect(said({ musts: { gender: 'male', languages: ['local_dialect'] } }, { gender: null }, 'en')).toEqual(
			['The person asked for a man', 'Does not speak the local dialect']
		);
		expect(said({}, { cardExpiresOn: '2026-03-09' }, 'en')).toEqual(['Card expired on March 9, 2026']);
	});

	test('names the levels as the card does', () => {
		const [words] = said({}, { skills: [held('plumbing', 1)] }, 'en');
		expect(words).toBe('Plumbing: “Can help” on the card, “Practised” needed');
	});

	test('says nothing of health, age or who keeps away from whom beyond the name of the gate', () => {
		for (const code of ['health', 'minor', 'excluded'] satisfies GateCode[]) {
			expect(gateWords({ code, params: {} }, names, 'zh-CN')).toBe(gateName(code, 'zh-CN'));
		}
	});
});

test('what could be done says how many it brings back', () => {
	expect(relaxationWords({ gate: 'reach', count: 4 }, 'zh-CN')).toBe('请住得远的人来，可多 4 人');
	expect(relaxationWords({ gate: 'insured', count: 2 }, 'en')).toBe('Take out insurance first: 2 more');
});
