import { peopleByIds } from '#lib/accounts/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { silence } from '#lib/matching/desk.ts';
import { m } from '#lib/paraglide/messages.js';
import { nextVisits } from '#lib/tasks/queries.server.ts';
import type { Here } from '#lib/ui/dates.ts';
import { pairingsIn } from './pair-queries.server.ts';
import { livingStates } from './pairings.ts';
import { campaignsByIds } from './queries.server.ts';
import { dueNow, type Due } from './tending.ts';
import { countToConfirm } from './visit-queries.server.ts';

/** Something about a pair that staff should look into now. */
export interface PairAlarm {
	id: string;
	title: string;
	text: string;
	/** At the desk. */
	path: string;
}

const alarms: Partial<Record<Due, () => string>> = {
	offer_silent: m.pairings_alarm_offer,
	not_agreed: m.pairings_alarm_not_agreed,
	not_met: m.pairings_alarm_not_met,
	visit_late: m.pairings_alarm_late,
	visit_unfinished: m.pairings_alarm_unfinished
};

/** Pairs with something that has fallen due, seen from now and not from when somebody was told. */
export async function pairAlarms(scope: Scope, { now, zone }: Here): Promise<PairAlarm[]> {
	const rows = await pairingsIn(scope, livingStates);
	const visits = await nextVisits(
		scope,
		rows.map(({ id }) => id)
	);
	const campaigns = new Map(
		(await campaignsByIds(scope, [...new Set(rows.map(({ campaignId }) => campaignId))])).map((one) => [
			one.id,
			one
		])
	);
	const due = rows.flatMap((row) => {
		const visit = visits.get(row.id);
		const [what] = dueNow(
			{
				...row,
				alarmMinutes: campaigns.get(row.campaignId)?.alarmMinutes,
				visit: visit && { during: visit.during, status: visit.status as 'planned' | 'under_way' }
			},
			now,
			zone
		);
		const words = what && alarms[what];
		return words ? [{ row, words: words() }] : [];
	});
	const ids = due.flatMap(({ row }) => [row.residentId, row.memberId]);
	const names = new Map((await peopleByIds(scope, [...new Set(ids)])).map(({ id, name }) => [id, name]));
	return due.map(({ row, words }) => ({
		id: row.id,
		title: words,
		text: m.pairings_two({
			resident: names.get(row.residentId) ?? '',
			member: names.get(row.memberId) ?? ''
		}),
		path: `pairings/${row.campaignId}/pairs/${row.id}`
	}));
}

/**
 * How many visits nobody has confirmed for days, of how many the two say different things, and how many pairs are not
 * introduced to each other yet.
 */
export async function pairsWaiting(
	scope: Scope,
	now: Date
): Promise<{ silent: number; disputed: number; waiting: number }> {
	return {
		...(await countToConfirm(scope, new Date(now.getTime() - silence))),
		waiting: (await pairingsIn(scope, ['setting_up'])).length
	};
}
