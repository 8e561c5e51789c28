import { describe, expect, it } from 'vitest';
import { helpSpan } from './help-span.ts';
import { taskStates, type TaskState } from './tasks.ts';

const during = { start: new Date('2026-03-03T00:30:00Z'), end: new Date('2026-03-03T01:10:00Z') };
const startedAt = new Date('2026-03-02T14:17:00Z');
const finishedAt = new Date('2026-03-02T14:58:00Z');
const went = { during, startedAt, finishedAt, minutes: 40 };
const behind = ['done', 'confirmed', 'disputed', 'resolved'] as const satisfies readonly TaskState[];

describe('the time of a help', () => {
	it('is when it really was once it is done, whatever was planned', () => {
		for (const status of behind) {
			expect(helpSpan({ ...went, status })).toEqual({ start: startedAt, end: finishedAt });
		}
	});

	it('begins the reported minutes before its end where nobody noted the start', () => {
		const start = new Date('2026-03-02T14:18:00Z');
		expect(helpSpan({ ...went, status: 'done', startedAt: null })).toEqual({ start, end: finishedAt });
	});

	it('is the one agreed on before it is done, and where the promise is off', () => {
		const others = taskStates.filter((state) => !(behind as readonly TaskState[]).includes(state));
		for (const status of others) expect(helpSpan({ ...went, status, finishedAt: null })).toBe(during);
	});

	it('is the one agreed on where no end is known', () => {
		expect(helpSpan({ ...went, status: 'confirmed', finishedAt: null })).toBe(during);
	});
});
