import { peopleByIds } from '#lib/accounts/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { dayOf, type Day } from '#lib/shared/time.ts';
import { nextVisits } from '#lib/tasks/queries.server.ts';
import { saySpan, sayDay, type Here } from '#lib/ui/dates.ts';
import type { Tone } from '#lib/ui/ui.ts';
import { pairingsOf, type PairingRow } from './pair-queries.server.ts';
import { pairingStates, type PairingState } from './pairings.ts';
import { visitFigures, type VisitFigures } from './visit-queries.server.ts';
import { endWords, rhythmWords, stateTag } from './words.ts';

/** A pair in the desk's list. */
export interface PairLine {
	id: string;
	resident: string;
	member: string;
	status: PairingState;
	state: { words: string; tone: Tone };
	/** What comes next, or how it ended. */
	next: string;
	/** When they met first; null as long as they have not. */
	met: string | null;
	figures: VisitFigures;
}

const none: VisitFigures = { kept: 0, missed: 0, off: 0, ahead: 0, minutes: 0, stars: null };

/** The pairs of a campaign, those that wait for something first, those that ended last. */
export async function pairLines(scope: Scope, campaignId: string, here: Here): Promise<PairLine[]> {
	const rows = await pairingsOf(scope, campaignId);
	const ids = [...new Set(rows.flatMap(({ residentId, memberId }) => [residentId, memberId]))];
	const names = new Map((await peopleByIds(scope, ids)).map(({ id, name }) => [id, name]));
	const visits = await nextVisits(
		scope,
		rows.map(({ id }) => id)
	);
	const figures = await visitFigures(scope, campaignId);
	const today = dayOf(here.now, here.zone);
	return rows
		.map((row): PairLine => {
			const visit = visits.get(row.id);
			return {
				id: row.id,
				resident: names.get(row.residentId) ?? '',
				member: names.get(row.memberId) ?? '',
				status: row.status,
				state: stateTag(row.status),
				next: nextWords(row, visit ? saySpan(visit.during, here) : null, today),
				met: row.metAt && sayDay(dayOf(row.metAt, here.zone), today),
				figures: figures.get(row.id) ?? none
			};
		})
		.sort((a, b) => pairingStates.indexOf(a.status) - pairingStates.indexOf(b.status));
}

/** What comes next for a pair. */
export function nextWords(row: PairingRow, visit: string | null, today: Day): string {
	switch (row.status) {
		case 'offered':
			return m.pairings_next_offered();
		case 'setting_up':
			return m.pairings_next_setting_up();
		case 'first_meeting':
			return visit ? m.pairings_next_meeting({ when: visit }) : '';
		case 'going_on':
			return visit ? m.pairings_next_visit({ when: visit }) : (rhythmWords(row) ?? m.pairings_next_none());
		case 'paused':
			return m.pairings_next_paused({ day: sayDay(row.pausedUntil ?? today, today) });
		case 'ended':
			return row.endReason ? endWords(row.endReason) : '';
	}
}
