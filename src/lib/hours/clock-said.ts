import { clockAt } from '#lib/pairings/visit-start.ts';

/** A time of day as a form sent it, which comes back as its minute, for the field to show again. */
export function clockSaid(value: unknown, kept = ''): string {
	if (value === undefined) return kept;
	return typeof value === 'number' ? clockAt(value) : String(value ?? '');
}
