import { describe, expect, it } from 'vitest';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { keepRefusal, refusedLately } from './refused-lately.server.ts';

const now = new Date('2026-11-23T00:30:00Z');
const after = (ms: number) => new Date(now.getTime() + ms);

/** A time that is gone; each call of `tell` is somebody who was told so by the database. */
function goneTime() {
	const communityId = newId();
	const scope = { communityId } as Scope;
	const wanted = { serviceId: newId(), place: 'desk' as const, start: new Date('2026-11-24T01:00:00Z') };
	const told = new AppError('already_taken', 'booking_time', {}, [new Date('2026-11-24T02:00:00Z')]);
	return { communityId, wanted, told, tell: (at: Date) => keepRefusal(scope, wanted, told, at) };
}

describe('a time that is gone', () => {
	it('is said to be gone for a second where a crowd wants it', () => {
		const { communityId, wanted, told, tell } = goneTime();
		for (let at = 0; at < 5; at++) tell(after(at * 900));
		expect(refusedLately(communityId, wanted, after(3_600 + 999))).toBe(told);
		expect(refusedLately(communityId, wanted, after(3_600 + 1_000))).toBeNull();
		tell(after(5_000));
		expect(refusedLately(communityId, wanted, after(5_500))).toBe(told);
	});
	it('is looked up for each who asks where only a few do, or now and then', () => {
		const { communityId, wanted, tell } = goneTime();
		for (let at = 0; at < 4; at++) tell(now);
		expect(refusedLately(communityId, wanted, now)).toBeNull();
		for (let at = 1; at < 9; at++) tell(after(at * 5_000));
		expect(refusedLately(communityId, wanted, after(40_000))).toBeNull();
	});
	it('says nothing about another time, service, place or community', () => {
		const { communityId, wanted, tell } = goneTime();
		for (let at = 0; at < 5; at++) tell(now);
		expect(refusedLately(communityId, wanted, now)).not.toBeNull();
		expect(refusedLately(newId(), wanted, now)).toBeNull();
		for (const other of [{ start: now }, { serviceId: newId() }, { place: 'home' as const }])
			expect(refusedLately(communityId, { ...wanted, ...other }, now)).toBeNull();
	});
});
