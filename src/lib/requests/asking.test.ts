import { describe, expect, it } from 'vitest';
import { newId } from '#lib/shared/ids.ts';
import { instantAt } from '#lib/shared/time.ts';
import {
	answerPairs,
	askQuery,
	firstGap,
	placeOf,
	placesFor,
	readAnswers,
	stepBefore,
	stepToShow,
	usualPlace,
	type AskFacts
} from './asking.ts';

const zone = 'Asia/Shanghai';
const home = newId();
const other = newId();
const facts: AskFacts = {
	forUnits: false,
	homeBuilding: home,
	buildings: new Set([home, other]),
	now: instantAt('2026-11-22', '10:00', zone),
	zone
};
const answers = (query: string, forUnits = false) => readAnswers(new URLSearchParams(query), forUnits);
const all = 'group=home_repairs&need=fix_plumbing&when=tomorrow&part=evening&where=home&people=1';
const gap = (query: string, changed: Partial<AskFacts> = {}) =>
	firstGap(answers(query), { ...facts, ...changed });

describe('answers in an address', () => {
	it('come back as they were given', () => {
		const given = answers(`${all}&gender=female&genderMust=on&language=sign`);
		expect(answers(askQuery(given, 'check'))).toEqual(given);
		expect(given).toMatchObject({
			need: 'fix_plumbing',
			part: 'evening',
			genderMust: true,
			languageMust: false
		});
	});
	it('count as none where they cannot be', () => {
		const given = answers(
			'group=nonsense&when=never&part=later&date=2026-02-31x&people=51&building=1&gender=x'
		);
		expect(answerPairs(given)).toEqual([]);
	});
	it('drop a need of another group, and find the group of a need that comes alone', () => {
		expect(answers('group=digital&need=fix_plumbing').need).toBeNull();
		expect(answers('need=fix_plumbing').group).toBe('home_repairs');
	});
});

describe('the first open question', () => {
	it('is none when all are answered', () => {
		expect(gap(all)).toBeNull();
	});
	it.each([
		['', 'group'],
		['group=digital', 'need'],
		['group=home_repairs&need=fix_plumbing', 'when'],
		['group=home_repairs&need=fix_plumbing&when=tomorrow', 'where'],
		['group=home_repairs&need=fix_plumbing&when=tomorrow&where=home', 'people']
	])('after "%s" is %s', (query, field) => {
		expect(gap(query)?.field).toBe(field);
	});
	it('is when again once the time has passed, on the day itself and on a chosen one', () => {
		const evening = { now: instantAt('2026-11-22', '20:30', zone) };
		expect(gap(all.replace('tomorrow', 'today'), evening)).toMatchObject({ field: 'when', problem: 'past' });
		expect(gap(all.replace('tomorrow', 'date'))).toMatchObject({ field: 'date', problem: 'choose' });
		expect(gap(`${all.replace('tomorrow', 'date')}&date=2026-11-21`)).toMatchObject({
			field: 'date',
			problem: 'past'
		});
	});
	it('is where for those whose home is not known, or whose building is none', () => {
		expect(gap(all, { homeBuilding: null })).toMatchObject({ step: 'where', problem: 'choose' });
		expect(gap(all.replace('home&', `building&building=${newId()}&`))).toMatchObject({ problem: 'building' });
	});
});

describe('the step that is shown', () => {
	it('is never past an open question, and never one that has a single answer', () => {
		const units = answers('step=group', true);
		expect(stepToShow('check', gap(''), answers(''), false)).toBe('group');
		expect(stepToShow('group', null, units, true)).toBe('need');
		expect(stepBefore('need', units, true)).toBeNull();
		expect(stepBefore('where', answers(all), false)).toBe('when');
	});
});

describe('the place', () => {
	it('is the home by itself for what is done at home, and the telephone only where that helps', () => {
		expect(usualPlace('fix_plumbing', home)).toBe('home');
		expect(usualPlace('fix_plumbing', null)).toBeNull();
		expect(usualPlace('accompany_to_hospital', home)).toBe('outside');
		expect(placesFor('fix_plumbing', home)).not.toContain('telephone');
		expect(placesFor('chat', home)).toContain('telephone');
		expect(placesFor('chat', null)).not.toContain('home');
	});
	it('names the building, except on the telephone', () => {
		expect(placeOf({ where: 'home', building: null }, home)).toEqual({ presence: 'home', buildingId: home });
		expect(placeOf({ where: 'building', building: other }, home)).toEqual({
			presence: 'home',
			buildingId: other
		});
		expect(placeOf({ where: 'outside', building: null }, home)).toEqual({
			presence: 'outside',
			buildingId: home
		});
		expect(placeOf({ where: 'telephone', building: other }, home)?.buildingId).toBeNull();
	});
});
