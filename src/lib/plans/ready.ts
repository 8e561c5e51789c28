import type { DeskRow } from '#lib/matching/desk-queries.server.ts';

/** True for a request that can be approved: its person is verified, no answer or other time is awaited, it is not over. */
export function isReady(
	{ request, verified, kind, timeProposed }: Pick<DeskRow, 'request' | 'verified' | 'kind' | 'timeProposed'>,
	now: Date
): boolean {
	const isKnown = verified || kind === 'unit';
	return isKnown && !timeProposed && request.triage !== 'questioned' && request.deadline > now;
}
