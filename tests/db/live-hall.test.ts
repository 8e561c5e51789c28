import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { setClock } from '#lib/db/clock.server.ts';
import { closeLive, watch } from '#lib/hall/live.server.ts';
import type { HallNews, TicketNews } from '#lib/hall/news.ts';
import { at, hallCast } from '../support/hall-cast.ts';
import { openApp } from '../support/open-app.ts';
import { zone } from '../support/small-world.ts';

openApp();

beforeAll(() => {
	process.env.TEST_NOW = at('08:30').toISOString();
	setClock(true);
});
afterAll(() => setClock(false));

/** Looks at a hall, or at one number of it. */
function look<News>(place: Parameters<typeof watch>[0], ticketId: string | null) {
	const heard: News[] = [];
	let ended = false;
	const stop = watch(place, {
		ticketId,
		tell: (news) => heard.push(JSON.parse(Buffer.from(news).toString()) as News),
		end: () => (ended = true)
	});
	return { heard, stop, ended: () => ended };
}

it('who looks at a hall hears what happens there, also after the line was lost, until the process stops', async () => {
	const hall = await hallCast();
	const place = { communityId: hall.world.communityId, stationId: hall.stationId, zone };
	const first = await hall.walkIn('08:30');
	const wall = look<HallNews>(place, null);
	const phone = look<TicketNews>(place, first);
	await expect.poll(() => [wall.heard.length, phone.heard.length]).toEqual([1, 1]);
	expect(wall.heard[0]).toEqual({ calls: [], waiting: 1, next: [1] });
	expect(phone.heard[0]).toMatchObject({ status: 'waiting', number: 1, ahead: 0 });

	await hall.walkIn('08:30');
	await expect.poll(() => wall.heard.at(-1)?.waiting).toBe(2);
	expect(phone.heard).toHaveLength(1); // nothing is new for him

	const owner = postgres(process.env.DATABASE_URL!, { max: 1 });
	const lost = await owner`select pg_terminate_backend(pid) from pg_stat_activity
		where application_name = 'linli-listener' and datname = current_database()`;
	await owner.end();
	expect(lost).toHaveLength(1);
	await hall.walkIn('08:30');
	await expect.poll(() => wall.heard.at(-1)?.waiting, { timeout: 10_000 }).toBe(3);

	phone.stop();
	await closeLive();
	expect([wall.ended(), phone.ended()]).toEqual([true, false]);
});
