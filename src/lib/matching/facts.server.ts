import type { Scope } from '#lib/db/client.server.ts';
import { historiesWith, type History } from '#lib/records/queries.server.ts';
import type { RequestRow } from '#lib/requests/queries.server.ts';
import { dayOf } from '#lib/shared/time.ts';
import { everyoneAtHand } from './at-hand.server.ts';
import type { VolunteerRows } from './everyone.ts';
import type { RequestFacts, VolunteerFacts } from './matching.ts';
import type { Planned } from './planning/planning.ts';
import { seenFrom, weekOf } from './planning/seen-from.ts';
import { requestFactsOf } from './request-facts.server.ts';

/** What the rules look at, read from the database: a request and the volunteers as seen from it. */
export interface Facts {
	request: RequestFacts;
	volunteers: VolunteerFacts[];
	rows: VolunteerRows;
}

/** The same for many requests, whichever of them looks at a volunteer. */
export interface PlanFacts {
	requests: RequestFacts[];
	volunteers: Planned[];
	rows: VolunteerRows;
}

/** Facts of one request and of all who handed in a card. */
export async function factsFor(scope: Scope, row: RequestRow, now: Date, zone: string): Promise<Facts> {
	const { requests, volunteers, rows } = await planFactsFor(scope, [row], now, zone);
	const request = requests[0]!;
	const week = weekOf((request.windows[0]?.start ?? now).getTime(), zone);
	return { request, volunteers: volunteers.map((one) => seenFrom(request, one, week)), rows };
}

/** Facts of requests, in their order, and of all who handed in a card. */
export async function planFactsFor(
	scope: Scope,
	asked: readonly RequestRow[],
	now: Date,
	zone: string
): Promise<PlanFacts> {
	// asked all at once: none needs the answer to another
	const [requests, everyone, histories] = await Promise.all([
		requestFactsOf(scope, asked),
		everyoneAtHand(scope, now, zone),
		historiesWith(scope, [...new Set(asked.map(({ forPersonId }) => forPersonId))])
	]);
	const helpers = byHelper(histories);
	const volunteers = everyone.people.map(({ facts }): Planned => {
		const own = helpers.get(facts.personId);
		return own ? { ...facts, histories: own } : facts;
	});
	return { requests, volunteers, rows: everyone.rows };
}

function byHelper(histories: ReadonlyMap<string, ReadonlyMap<string, History>>) {
	const helpers = new Map<string, Map<string, History>>();
	for (const [helped, mine] of histories) {
		for (const [helper, history] of mine) {
			const all = helpers.get(helper) ?? new Map<string, History>();
			helpers.set(helper, all.set(helped, history));
		}
	}
	return helpers;
}

/** The context in which rules look at a request. */
export function contextAt(now: Date, zone: string) {
	return { now, zone, today: dayOf(now, zone) };
}
