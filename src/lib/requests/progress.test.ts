import { describe, expect, it } from 'vitest';
import type { TaskState } from '#lib/tasks/tasks.ts';
import { mayCall, standingOf, stepOf, unchangeable, waitsForAsker, type RequestMarks } from './progress.ts';
import { requestStates } from './requests.ts';

const now = new Date('2026-11-22T02:00:00Z');
const later = new Date('2026-11-23T02:00:00Z');
const open: RequestMarks = { life: 'open', triage: 'new', reopenedAt: null, deadline: later };
const standing = (marks: Partial<RequestMarks>, tasks: TaskState[] = []) =>
	standingOf({ ...open, ...marks }, tasks, now);

describe('where a request stands', () => {
	it('is with the community until somebody has promised', () => {
		expect(standing({})).toBe('new');
		expect(standing({ triage: 'accepted' })).toBe('accepted');
		expect(standing({ triage: 'accepted', reopenedAt: now })).toBe('reopened');
		expect(standing({ triage: 'accepted', deadline: now })).toBe('overdue');
	});
	it('waits for the person at a question, at what is done, and when the time has passed', () => {
		expect(waitsForAsker(standing({ triage: 'questioned', deadline: now }))).toBe(true);
		expect(waitsForAsker(standing({ life: 'filled' }, ['confirmed', 'done']))).toBe(true);
		expect(waitsForAsker(standing({ deadline: now }))).toBe(true);
		expect(waitsForAsker(standing({ life: 'filled' }, ['planned']))).toBe(false);
	});
	it('asks for confirmation of the first helper even where a second is still looked for', () => {
		expect(standing({ triage: 'accepted' }, ['done'])).toBe('to_confirm');
	});
	it('follows the helper from the promise to the end', () => {
		expect(standing({ life: 'filled' }, ['planned', 'confirmed'])).toBe('agreed');
		expect(standing({ life: 'filled' }, ['planned', 'under_way'])).toBe('under_way');
		expect(standing({ life: 'filled' }, ['disputed'])).toBe('disputed');
		expect(standing({ life: 'done' }, ['confirmed'])).toBe('done');
	});
	it('tells a refusal from an ending', () => {
		expect(standing({ life: 'closed', triage: 'refused' })).toBe('refused');
		expect(standing({ life: 'closed', triage: 'accepted' })).toBe('closed');
		expect(standing({ life: 'cancelled' })).toBe('cancelled');
	});
	it('is one of four steps, and none where it ended otherwise', () => {
		expect(
			[standing({}), 'agreed', 'to_confirm', 'done', 'cancelled'].map((one) => stepOf(one as never))
		).toEqual([2, 3, 4, 5, null]);
	});
});

describe("the volunteer's number", () => {
	const task = (status: TaskState, end: string) => ({ status, during: { end: new Date(end) } });
	it('is there from the promise until twelve hours after the agreed end', () => {
		expect(mayCall(task('planned', '2026-11-30T02:00:00Z'), now)).toBe(true);
		expect(mayCall(task('done', '2026-11-21T14:00:01Z'), now)).toBe(true);
		expect(mayCall(task('done', '2026-11-21T14:00:00Z'), now)).toBe(false);
	});
	it('is gone where the promise was given back', () => {
		expect(mayCall(task('dropped_out', '2026-11-30T02:00:00Z'), now)).toBe(false);
		expect(mayCall(task('cancelled', '2026-11-30T02:00:00Z'), now)).toBe(false);
	});
});

describe('a request', () => {
	it('can be changed while it is open, and says why not afterwards', () => {
		const why = requestStates.map((life) => [life, unchangeable({ life })]);
		expect(why).toEqual([
			['open', null],
			['filled', 'request_arranged'],
			['done', 'request_ended'],
			['cancelled', 'request_cancelled'],
			['closed', 'request_ended']
		]);
	});
});
