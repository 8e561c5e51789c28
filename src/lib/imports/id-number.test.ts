import { describe, expect, test } from 'vitest';
import { hideIdNumbers, isIdNumber } from './id-number.ts';

describe('identity numbers', () => {
	test('are known by their check character', () => {
		expect(isIdNumber('11010519491231002X')).toBe(true);
		expect(isIdNumber('11010519491231002x')).toBe(true);
		expect(isIdNumber('110105194912310021')).toBe(false);
		expect(isIdNumber('13800000000')).toBe(false);
	});

	test('are covered wherever they stand', () => {
		expect(hideIdNumbers('身份证 11010519491231002X，男')).toBe('身份证 ***，男');
	});

	test('are covered with a slip in them, or with their end lost by a spreadsheet', () => {
		expect(hideIdNumbers('110105194912310021')).toBe('***');
		expect(hideIdNumbers('110105194912310000')).toBe('***');
	});

	test('leave other long numbers standing', () => {
		expect(hideIdNumbers('订单 999999999999999999')).toBe('订单 999999999999999999');
		expect(hideIdNumbers('1101051949123100201')).toBe('1101051949123100201');
	});
});
