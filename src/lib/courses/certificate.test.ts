import { expect, it } from 'vitest';
import { newId } from '#lib/shared/ids.ts';
import { certificateNumber, certificateState, readNumber, sayNumber } from './certificate.ts';

it('a certificate has a number that is read as it is said, however it is written', () => {
	const numbers = Array.from({ length: 500 }, () => certificateNumber(newId()));
	expect(new Set(numbers).size).toBe(500);
	for (const number of numbers) {
		expect(readNumber(sayNumber(number))).toBe(number);
		expect(readNumber(` ${sayNumber(number).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')} `)).toBe(
			number
		);
	}
	for (const wrong of ['', '123', 'UUUUU-UUUUU', '7KQ2M-9XD4H-1']) expect(readNumber(wrong)).toBeNull();
});

it('a certificate counts until its last day, and not once it is revoked', () => {
	const one = { revokedAt: null, expiresOn: '2026-11-22' };
	expect(certificateState(one, '2026-11-22')).toBe('valid');
	expect(certificateState(one, '2026-11-23')).toBe('expired');
	expect(certificateState({ ...one, expiresOn: null }, '2099-01-01')).toBe('valid');
	expect(certificateState({ ...one, revokedAt: new Date(0) }, '2026-11-22')).toBe('revoked');
});
