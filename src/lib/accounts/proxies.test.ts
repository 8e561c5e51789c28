import { describe, expect, it } from 'vitest';
import { mayAllow, mayAnswer, mayEnd, readRights, waitsFor, type ProxyFacts } from './proxies.ts';

const someone = (personId: string, ...roles: ('staff' | 'volunteer')[]) => ({ personId, roles });
const elder = someone('elder');
const child = someone('child');
const staff = someone('staff', 'staff');
const other = someone('other', 'volunteer');
const asked = (askedBy: string, change: Partial<ProxyFacts> = {}): ProxyFacts => ({
	elderId: 'elder',
	proxyId: 'child',
	askedBy,
	allowed: ['book', 'see'],
	status: 'asked',
	...change
});

describe('a proxy that was asked for', () => {
	it.each([
		['child', 'elder'],
		['elder', 'proxy'],
		['staff', 'proxy']
	])('by %s waits for the other', (by, side) => {
		expect(waitsFor(asked(by))).toBe(side);
	});
	it('waits for nobody once it is answered', () => {
		expect(waitsFor(asked('child', { status: 'accepted' }))).toBeNull();
	});
	it('is answered by the elder, or by staff on her word; never by the one who asked, nor by others', () => {
		const may = [elder, staff, child, other].map((actor) => mayAnswer(asked('child'), actor));
		expect(may).toEqual([true, true, false, false]);
	});
	it('of the elder is answered by the proxy alone', () => {
		const may = [elder, staff, child, other].map((actor) => mayAnswer(asked('elder'), actor));
		expect(may).toEqual([false, false, true, false]);
	});
	it('is not answered for the elder by staff who are the proxy themselves', () => {
		const own = asked('staff', { proxyId: 'staff' });
		expect(mayAnswer(own, staff)).toBe(false);
	});
});

describe('the rights of a proxy', () => {
	const standing = asked('child', { status: 'accepted' });
	it('are the elder’s to give, in person or through staff', () => {
		expect([elder, staff].map((actor) => mayAllow(standing, actor, ['ask_help', 'book']))).toEqual([
			true,
			true
		]);
	});
	it('can be given back by the proxy, not taken', () => {
		expect(mayAllow(standing, child, ['see'])).toBe(true);
		expect(mayAllow(standing, child, ['see', 'ask_help'])).toBe(false);
		expect(mayAllow(standing, other, ['see'])).toBe(false);
	});
	it('stand in one order, each once, and there is one at least', () => {
		expect(readRights(['see', 'book', 'see'])).toEqual(['book', 'see']);
		expect(() => readRights([])).toThrow('allowed');
	});
});

it('either of the two ends it, and staff do', () => {
	expect([elder, child, staff, other].map((actor) => mayEnd(asked('child'), actor))).toEqual([
		true,
		true,
		true,
		false
	]);
});
