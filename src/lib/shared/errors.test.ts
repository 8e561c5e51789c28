import { describe, expect, it } from 'vitest';
import { AppError } from './errors.ts';

describe('an error people can do something about', () => {
	it('carries the status that HTTP gives it', () => {
		expect(new AppError('already_taken', 'approval').status).toBe(409);
		expect(new AppError('invalid', 'phone', { at: 1 }).params).toEqual({ at: 1 });
	});
});
