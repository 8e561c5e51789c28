import { describe, expect, it } from 'vitest';
import { isForeign, isMobile, maskName, maskPhone, readPhone } from './phone.ts';

describe('a phone number', () => {
	it.each([
		'13800000001',
		' 138 0000 0001 ',
		'138-0000-0001',
		'+86 138 0000 0001',
		'0086-13800000001',
		'１３８０００００００１',
		'(138)00000001'
	])('is the same however it is written: %s', (text) => {
		expect(readPhone(text)).toBe('13800000001');
	});
	it('may be a landline with its area code, which gets no messages', () => {
		expect(readPhone('021-1234 5678')).toBe('02112345678');
		expect(isMobile('02112345678')).toBe(false);
		expect(isMobile('13800000001')).toBe(true);
	});
	it.each([
		'',
		'110',
		'12345678',
		'12800000001',
		'138000000012',
		'1380000000a',
		'+1 202',
		'+0 202 555 0100',
		'+86 202'
	])('is none: %j', (text) => {
		expect(readPhone(text)).toBeNull();
	});
	it.each(['+1 (202) 555-0100', '001 202 555 0100', '＋1.202.555.0100'])(
		'may be from abroad, and is the same however it is written: %s',
		(text) => {
			expect(readPhone(text)).toBe('+12025550100');
		}
	);
	it('from abroad is no mainland mobile', () => {
		expect([isForeign('+12025550100'), isMobile('+12025550100')]).toEqual([true, false]);
		expect(isForeign('13800000001')).toBe(false);
		expect(maskPhone('+12025550100')).toBe('+12****0100');
	});
	it('shows enough to be recognised and no more', () => {
		expect(maskPhone('13800001234')).toBe('138****1234');
	});
});

describe('a name that is masked', () => {
	it('keeps the first character, and tells nothing of a single one', () => {
		expect(['张守田', '王五', '李', '', '𠮷田'].map(maskName)).toEqual(['张**', '王*', '李*', '', '𠮷*']);
	});
});
