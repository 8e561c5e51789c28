import { describe, expect, it } from 'vitest';
import { newId } from '#lib/shared/ids.ts';
import { at } from './facts.fixture.ts';
import { choiceValue, proposeTogether, readChoiceValue, type Option } from './together.ts';

const span = (from: string, to: string) => ({ start: at('2026-03-10', from), end: at('2026-03-10', to) });
const option = (personId: string, from = '09:00', to = '10:00', room = 3): Option => ({
	personId,
	during: span(from, to),
	room
});
const want = (requestId: string, ...options: Option[]) => ({ requestId, peopleNeeded: 1, options });

describe('approving several requests together', () => {
	it('takes the first choice and two reserves of each', () => {
		const [one] = proposeTogether([want('tap', option('a'), option('b'), option('c'), option('d'))]);
		expect(one).toEqual({ requestId: 'tap', personIds: ['a', 'b', 'c'], found: 1, passedOver: [] });
	});

	it('never sends one person to two places at once: the later request gets its second choice', () => {
		const [, second] = proposeTogether([
			want('tap', option('a', '09:00', '10:00')),
			want('bulb', option('a', '09:30', '10:30'), option('b', '09:30', '10:30'))
		]);
		expect(second).toMatchObject({ personIds: ['b', 'a'], found: 1, passedOver: ['a'] });
	});

	it('lets one person help twice at different times', () => {
		const both = proposeTogether([
			want('tap', option('a', '09:00', '10:00')),
			want('bulb', option('a', '10:00', '11:00'))
		]);
		expect(both.map(({ personIds }) => personIds[0])).toEqual(['a', 'a']);
	});

	it('asks nobody for more than he may take', () => {
		const [, second] = proposeTogether([
			want('tap', option('a', '09:00', '10:00', 1)),
			want('bulb', option('a', '14:00', '15:00', 1), option('b', '14:00', '15:00'))
		]);
		expect(second?.personIds[0]).toBe('b');
	});

	it('finds as many as are needed before it names reserves', () => {
		const [one] = proposeTogether([
			{ requestId: 'move', peopleNeeded: 2, options: [option('a'), option('b'), option('c')] }
		]);
		expect(one).toMatchObject({ personIds: ['a', 'b', 'c'], found: 2 });
	});

	it('says who was passed over where nobody is left', () => {
		const [, second] = proposeTogether([want('tap', option('a')), want('bulb', option('a'))]);
		expect(second).toEqual({ requestId: 'bulb', personIds: [], found: 0, passedOver: ['a'] });
	});
});

describe('a box of the preview', () => {
	const [request, one, two] = [newId(), newId(), newId()];

	it('says which request, in which version, and whom', () => {
		const value = choiceValue(request, 3, [one, two]);
		expect(readChoiceValue(value)).toEqual({ requestId: request, version: 3, personIds: [one, two] });
	});

	it.each(['', 'x 1 y', `${request} 1`, `${request} x ${one}`, `${request} 1 ${one},${two}`])(
		'is not read from %j',
		(value) => {
			expect(readChoiceValue(value)).toBeNull();
		}
	);
});
