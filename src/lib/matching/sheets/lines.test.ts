import { describe, expect, it } from 'vitest';
import { at, contextAt, now } from '../facts.fixture.ts';
import type { RequestLine, VolunteerLine } from './fields.ts';
import { requestReader, volunteerFacts } from './lines.ts';

const blankRequest: RequestLine = {
	title: '厨房水龙头漏水',
	details: null,
	need: 'fix_plumbing',
	fromDay: '2026-03-12',
	toDay: null,
	people: null,
	minutes: null,
	latitude: null,
	longitude: null,
	area: null,
	onBehalfOf: null,
	phone: null,
	recurring: null,
	key: null,
	east: 100,
	north: 200,
	place: null
};
const blankVolunteer: VolunteerLine = {
	name: '测试甲',
	gender: null,
	bornOn: null,
	phone: null,
	occupation: null,
	employer: null,
	partyBranch: null,
	partyMember: null,
	skills: ['plumbing'],
	skillsConfirmed: null,
	strengths: null,
	hobbies: null,
	willingness: null,
	languages: null,
	times: null,
	latitude: null,
	longitude: null,
	area: null,
	reach: null,
	tasks: null,
	weeklyMinutes: null,
	tasksThisMonth: null,
	vetted: null,
	insured: null,
	key: null,
	east: null,
	north: null,
	place: { east: 5, north: 6, from: 'coordinates' }
};
const read = (line: Partial<RequestLine>) =>
	requestReader(contextAt())('request 1', { ...blankRequest, ...line }, 'helped 1');
const volunteer = (line: Partial<VolunteerLine>, knowsHours = false) =>
	volunteerFacts('volunteer 1', { ...blankVolunteer, ...line }, now, knowsHours);

describe('a line of a sheet of requests', () => {
	it('asks for what its need usually asks for, on its days from nine to five', () => {
		expect(read({})).toMatchObject({
			skill: 'plumbing',
			level: 2,
			mustBeConfirmed: true,
			minutes: 40,
			peopleNeeded: 1,
			presence: 'home',
			place: { east: 100, north: 200 },
			windows: [{ start: at('2026-03-12', '09:00'), end: at('2026-03-12', '17:00') }],
			urgency: 'days'
		});
	});
	it('says how many and how long where it tells', () => {
		expect(read({ people: 3, minutes: 90 })).toMatchObject({ peopleNeeded: 3, minutes: 90 });
	});
	it('without a place does not say that anybody goes home to somebody', () => {
		expect(read({ east: null })).toMatchObject({ presence: 'outside', place: null });
	});
	it('whose days are over has no time left', () => {
		expect(read({ fromDay: '2026-03-01', toDay: '2026-03-02' }).windows).toEqual([]);
	});
});

describe('a line of a sheet of volunteers', () => {
	it('makes nothing up: unchecked is not vetted or insured, and a skill is the own word', () => {
		const facts = volunteer({});
		expect(facts).toMatchObject({ vettedUntil: null, insuredUntil: null, bornOn: null });
		expect(facts.skills).toMatchObject([{ skill: 'plumbing', level: 1, confirmedAt: null }]);
	});
	it('counts a skill that a column says was confirmed', () => {
		expect(volunteer({ skillsConfirmed: true }).skills).toMatchObject([{ level: 2, confirmedAt: now }]);
	});
	it('is free in daytime where the sheet tells no hours, and only then', () => {
		expect(volunteer({}).availability).toHaveLength(7);
		expect(volunteer({}, true).availability).toEqual([]);
		const times = [{ weekday: 2 as const, fromMinute: 480, toMinute: 720 }];
		expect(volunteer({ times }, true).availability).toEqual([{ weekday: 2, from: 480, to: 720 }]);
	});
	it('stands where its coordinates are', () => {
		expect(volunteer({}).place).toEqual({ east: 5, north: 6 });
	});
});
