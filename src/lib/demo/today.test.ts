import { describe, expect, it } from 'vitest';
import { bestFor } from './arranging.ts';
import { calendarAround } from './calendar.ts';
import { makeCommunity } from './community.ts';
import type { Draft } from './draft.ts';
import { communityPlans } from './plans.ts';
import { idsFrom } from './random.ts';
import type { RequestRow } from './rows.ts';

/** What the app's own rules find for a request at a time of the anchor day. */
function foundFor(
	draft: Draft,
	request: RequestRow,
	minuteOfDay: number
): { eligible: number; first?: string } {
	const person = draft.rows.people.find(({ id }) => id === request.forPersonId)!;
	const windows = draft.rows.requestWindows.flatMap((one) =>
		one.requestId === request.id ? [one.during] : []
	);
	const now = draft.calendar.at(0, minuteOfDay);
	const { eligible, best } = bestFor(
		draft,
		{ request, person, windows, declinedBy: [] },
		draft.helpers,
		now,
		1
	);
	return { eligible, first: draft.helpers.find((one) => one.person.id === best[0]?.personId)?.person.name };
}

describe.each(['2026-05-12', '2026-12-26'])('the requests of today, %s', (anchor) => {
	it(
		'find enough volunteers all day, all but the one that shows what to do when nobody fits',
		{ timeout: 60_000 },
		() => {
			for (const plan of communityPlans) {
				const draft = makeCommunity(
					{ seed: 1, plan, calendar: calendarAround(anchor), id: idsFrom(1) },
					'subdistrict',
					[]
				);
				const open = draft.rows.requests.filter(({ life }) => life === 'open');
				for (const minuteOfDay of [-6 * 60, 9 * 60, 17 * 60 + 55]) {
					const short = open.filter((one) => foundFor(draft, one, minuteOfDay).eligible < one.peopleNeeded);
					expect(short.map(({ need }) => need)).toEqual(
						plan.slug === 'chengdong' ? ['sign_language_help'] : []
					);
				}
				const tap = open.find(({ need, title }) => need === 'fix_plumbing' && title === '母亲家厨房龙头漏水');
				if (plan.slug === 'chengdong') expect(foundFor(draft, tap!, 9 * 60).first).toBe('张守田');
			}
		}
	);
});
