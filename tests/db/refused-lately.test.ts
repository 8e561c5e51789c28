import { expect, it } from 'vitest';
import { keepRefusal, refusedLately } from '#lib/booking/refused-lately.server.ts';
import { inCommon, isCrowded, type Scope } from '#lib/db/client.server.ts';
import { env } from '#lib/shared/env.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { openStore } from '../support/open-store.ts';

openStore();

const now = new Date('2026-11-23T00:30:00Z');
const communityId = newId();
const scope = { communityId } as Scope;
const wanted = {
	serviceId: newId(),
	place: 'desk' as const,
	start: new Date('2026-11-24T01:00:00Z')
};

/** Everybody inside stays there, and as many and one more stand in line, while `look` looks. */
async function inCrowd(look: () => void): Promise<void> {
	const { promise, resolve } = Promise.withResolvers<void>();
	const crowd = Array.from({ length: 2 * env.poolSize + 1 }, () => inCommon(() => promise));
	expect(isCrowded()).toBe(true);
	try {
		look();
	} finally {
		resolve();
		await Promise.all(crowd);
	}
}

it('what one was told is told the next for a second while people stand in line, and never otherwise', async () => {
	const told = new AppError('already_taken', 'booking_time', {}, [new Date('2026-11-24T02:00:00Z')]);
	keepRefusal(scope, wanted, told, now);
	expect(refusedLately(communityId, wanted, now)).toBeNull();
	await inCrowd(() => {
		const soon = new Date(now.getTime() + 900);
		expect(refusedLately(communityId, wanted, soon)).toBe(told);
		expect(refusedLately(communityId, wanted, new Date(now.getTime() + 1_000))).toBeNull();
		expect(refusedLately(communityId, { ...wanted, serviceId: newId() }, now)).toBeNull();
		expect(refusedLately(communityId, { ...wanted, start: now }, now)).toBeNull();
		expect(refusedLately(newId(), wanted, now)).toBeNull();
	});
	expect(isCrowded()).toBe(false);
});
