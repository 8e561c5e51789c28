import { expect, it } from 'vitest';
import { inCommon, inCommunity } from '#lib/db/client.server.ts';
import { loadDemo } from '#lib/demo/load.server.ts';
import { world } from '#lib/demo/world.ts';
import { outOfHoursReport } from '#lib/hall/out-of-hours.server.ts';
import { communityBySlug } from '#lib/places/queries.server.ts';
import { openStore } from '../support/open-store.ts';

openStore();

const now = new Date('2026-11-23T00:30:00Z');
const zone = 'Asia/Shanghai';
/** Monday to Sunday of the week before, in which no day is a holiday. */
const week = { from: '2026-11-16', to: '2026-11-22' };

/** The same figure with a finger on the clock: every minute of every visit is looked at. */
function countByHand(visits: { start: Date; end: Date }[]) {
	const outside = visits.map(({ start, end }) => {
		let minutes = 0;
		for (let at = start.getTime(); at < end.getTime(); at += 60_000) {
			const local = new Date(at + 8 * 3_600_000);
			const clock = local.toISOString().slice(11, 16);
			const isWorkday = local.getUTCDay() >= 1 && local.getUTCDay() <= 5;
			const isOpen = (clock >= '08:30' && clock < '12:00') || (clock >= '13:30' && clock < '17:00');
			if (!isWorkday || !isOpen) minutes++;
		}
		return minutes;
	});
	return {
		visits: visits.length,
		outsideVisits: outside.filter((minutes) => minutes > 0).length,
		outsideMinutes: outside.reduce((sum, minutes) => sum + minutes, 0)
	};
}

it("the demo world's week outside of the old office hours is what one counts by hand", async () => {
	await loadDemo(process.env.DATABASE_URL!, { now, onStep: () => undefined });
	const { id } = (await inCommon((scope) => communityBySlug(scope, 'chengdong')))!;
	const report = await inCommunity(id, (scope) => outOfHoursReport(scope, week, zone));

	const made = world(1, '2026-11-23', now).communities.find(({ community }) => community.id === id)!;
	const inWeek = (day: string) => week.from <= day && day <= week.to;
	const hand = countByHand([
		...made.tickets.flatMap(({ day, status, startedAt, endedAt }) =>
			inWeek(day) && status === 'served' ? [{ start: startedAt!, end: endedAt! }] : []
		),
		...made.bookings.flatMap(({ localDay, place, status, startedAt, endedAt }) =>
			inWeek(localDay) && place === 'home' && status === 'served'
				? [{ start: startedAt!, end: endedAt! }]
				: []
		)
	]);
	expect(hand.outsideVisits).toBeGreaterThan(30);
	expect(report.total).toMatchObject(hand);
	expect(report.weeks).toMatchObject([{ key: week.from, ...hand }]);
	for (const parts of [report.services, report.desks]) {
		expect(parts.reduce((sum, { outsideMinutes }) => sum + outsideMinutes, 0)).toBe(hand.outsideMinutes);
	}
});
