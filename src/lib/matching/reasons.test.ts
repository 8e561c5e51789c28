import { describe, expect, test } from 'vitest';
import { at, contextAt, held, requestWith, saidOnly, volunteerWith } from './facts.fixture.ts';
import { gateCodes, type Part, type RequestFacts, type VolunteerFacts } from './matching.ts';
import { names } from './names.fixture.ts';
import { whyClauses, whySentence, type Reading } from './reasons.ts';
import { shortlist } from './shortlist.ts';
import { defaultWeights } from './weights.ts';

const liftable = gateCodes.filter((code) => code === 'skill_confirmed' || code === 'skill_level');

function partsFor(request: Partial<RequestFacts>, volunteer: Partial<VolunteerFacts>): Part[] {
	const context = contextAt(undefined, liftable);
	const { best } = shortlist(requestWith(request), [volunteerWith(volunteer)], defaultWeights, context);
	if (!best[0]) throw new Error('nobody on the list');
	// as it comes back from a row
	return JSON.parse(JSON.stringify(best[0].parts)) as Part[];
}

function clauses(
	reader: Reading['reader'],
	request: Partial<RequestFacts>,
	volunteer: Partial<VolunteerFacts>,
	locale: 'zh-CN' | 'en' = 'zh-CN'
): string[] {
	return whyClauses(partsFor(request, volunteer), { reader, names, locale });
}

describe('why this one', () => {
	const again = { history: { helps: 1, good: 1, last: true } };

	test('is one sentence for the one who is helped', () => {
		const reading = { reader: 'resident', names, gender: 'male', locale: 'zh-CN' } as const;
		expect(whySentence(partsFor({}, again), reading)).toBe(
			'会修水管（已核实） · 距您 300 米 · 上次也是他 · 本月仅 1 次任务'
		);
		expect(whySentence(partsFor({}, again), { ...reading, gender: 'female' })).toContain('上次也是她');
	});

	test('and in English', () => {
		expect(whySentence(partsFor({}, again), { reader: 'resident', names, locale: 'en' })).toBe(
			'Plumbing (confirmed) · 300 m from you · Here last time too · Only 1 task this month'
		);
	});

	test('tells the volunteer why it is he', () => {
		expect(clauses('volunteer', {}, { history: { helps: 2, good: 2, last: true } })).toEqual([
			'会修水管（已核实）',
			'这段时间有空',
			'您帮过这家 2 次，评价好',
			'本月只有 1 次任务'
		]);
	});

	test('tells staff what speaks for and against', () => {
		const wishes = { gender: 'female', languages: ['local_dialect'], interests: ['象棋', '戏曲'] } as const;
		const volunteer = {
			place: { east: 1_240, north: 0 },
			skills: [saidOnly('plumbing', 2)],
			availability: [{ weekday: 2, from: 960, to: 1200 } as const],
			history: { helps: 2, good: 0, last: false },
			interests: ['戏曲', '象棋'],
			tasksThisMonth: 5,
			lateDropOuts: 1
		};
		expect(clauses('staff', { wishes }, volunteer)).toEqual([
			'会修水管（未核实）',
			'相距 1.2 公里',
			'16:00 后有空',
			'帮过 2 次',
			'希望是女志愿者',
			'不会说本地话',
			'都喜欢象棋和戏曲',
			'但本月已有 5 次任务',
			'近一年临时退出 1 次'
		]);
	});

	test('keeps what speaks against, and anybody’s record, from those who are not staff', () => {
		const wishes = { gender: 'female', languages: ['local_dialect'], interests: ['象棋'] } as const;
		const volunteer = {
			skills: [saidOnly('plumbing', 1)],
			place: null,
			history: { helps: 2, good: 0, last: true },
			tasksThisMonth: 5,
			lateDropOuts: 3
		};
		expect(clauses('resident', { wishes }, volunteer)).toEqual([]);
		expect(clauses('volunteer', { wishes }, volunteer)).toEqual(['这段时间有空']);
	});
});

describe('single clauses', () => {
	test('a skill below what is asked', () => {
		expect(clauses('staff', {}, { skills: [held('plumbing', 1)] })).toContain('“修水管”未达要求');
	});

	test('a wish that is met', () => {
		const wishes = { gender: 'male', languages: ['mandarin'], interests: [] } as const;
		expect(clauses('resident', { wishes }, {})).toEqual(expect.arrayContaining(['男志愿者', '会说普通话']));
	});

	test('neighbours are close by, and no figure gives the building away', () => {
		for (const reader of ['staff', 'resident'] as const) {
			expect(clauses(reader, {}, { place: { east: 0, north: 20 } })).toContain('就在附近');
		}
	});

	test('on the telephone nobody speaks of distance', () => {
		expect(clauses('staff', { presence: 'telephone' }, {}).join()).not.toContain('米');
	});

	test('an unknown distance is said to staff', () => {
		expect(clauses('staff', {}, { place: null })).toContain('距离不详');
	});

	test('a first task is said instead of an empty month', () => {
		const newcomer = { tasksEver: 0, tasksThisMonth: 0 };
		expect(clauses('staff', {}, newcomer)).toContain('第一次任务');
		expect(clauses('volunteer', {}, newcomer)).toContain('这是您的第一次任务');
		expect(clauses('staff', {}, newcomer)).not.toContain('本月还没有任务');
		expect(clauses('resident', {}, { tasksThisMonth: 0 })).toContain('本月还没有任务');
	});

	test('two tasks are few', () => {
		expect(clauses('staff', {}, { tasksThisMonth: 2 }, 'en')).toContain('Only 2 tasks this month');
	});

	test('who came earlier but not last time', () => {
		const history = { helps: 3, good: 3, last: false };
		expect(clauses('resident', {}, { history })).toContain('帮过您 3 次');
		expect(clauses('staff', {}, { history })).toContain('帮过 3 次，评价好');
	});

	test('a later day is named to staff', () => {
		const windows = [
			{ start: at('2026-03-10', '15:00'), end: at('2026-03-10', '17:00') },
			{ start: at('2026-03-12', '09:00'), end: at('2026-03-12', '11:00') }
		];
		const thursday = { availability: [{ weekday: 4, from: 540, to: 720 } as const] };
		expect(clauses('staff', { windows }, thursday)).toContain('3月12日 09:00 后有空');
	});

	test('a part that a later version no longer knows is passed over', () => {
		const old = { code: 'moon', points: 3, params: {} } as unknown as Part;
		expect(whyClauses([old], { reader: 'staff', names, locale: 'zh-CN' })).toEqual([]);
	});
});
