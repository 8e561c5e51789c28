import { describe, expect, it } from 'vitest';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { forgetRefusal, keepRefusal, refusedLately } from './refused-lately.server.ts';

const now = new Date('2026-11-23T00:30:00Z');
const after = (ms: number) => new Date(now.getTime() + ms);

/** A service whose times go; each call of `tell` is somebody who was told by the database that one is gone. */
function wantedService() {
	const communityId = newId();
	const scope = { communityId } as Scope;
	const wanted = { serviceId: newId(), place: 'desk' as const, start: new Date('2026-11-24T01:00:00Z') };
	const other = { ...wanted, start: new Date('2026-11-24T01:30:00Z') };
	const told = new AppError('already_taken', 'booking_time', {}, [new Date('2026-11-24T02:00:00Z')]);
	const tell = (at: Date, what = wanted) => keepRefusal(scope, what, told, at);
	const crowd = (until = 0) => {
		for (let at = 4; at >= 0; at--) tell(after(until - at * 900));
	};
	const asks = (at: Date, what: Parameters<typeof refusedLately>[1] = wanted) =>
		refusedLately(communityId, what, at);
	return { scope, wanted, other, told, tell, crowd, asks };
}

describe('a time that is gone', () => {
	it('is said to be gone for a second where a crowd wants it; then one looks while the others are told the same', () => {
		const { told, tell, crowd, asks } = wantedService();
		crowd();
		expect(asks(after(999))).toBe(told);
		expect(asks(after(1_000))).toBeNull();
		expect(asks(after(1_001))).toBe(told);
		tell(after(1_500));
		expect(asks(after(2_400))).toBe(told);
	});
	it('is looked for again by another, where the one who looked does not come back', () => {
		const { told, crowd, asks } = wantedService();
		crowd();
		expect([asks(after(1_000)), asks(after(1_900)), asks(after(2_000))]).toEqual([null, told, null]);
	});
	it('is looked up for each who asks where only a few do, or now and then', () => {
		const { tell, asks } = wantedService();
		for (let at = 0; at < 4; at++) tell(now);
		expect(asks(now)).toBeNull();
		for (let at = 1; at < 9; at++) tell(after(at * 5_000));
		expect(asks(after(40_000))).toBeNull();
	});
	it('is gone for a crowd that wants other times of the same service, once one of it was told', () => {
		const { other, told, tell, crowd, asks } = wantedService();
		crowd();
		expect(asks(after(100), other)).toBeNull();
		tell(after(200), other);
		expect(asks(after(300), other)).toBe(told);
	});
	it('is looked up by everybody when the crowd has gone', () => {
		const { crowd, asks } = wantedService();
		crowd();
		expect([asks(after(5_000)), asks(after(5_001))]).toEqual([null, null]);
	});
	it('is looked up anew once somebody had it after all', () => {
		const { scope, wanted, crowd, asks } = wantedService();
		crowd();
		forgetRefusal(scope, wanted);
		expect([asks(now), asks(now)]).toEqual([null, null]);
	});
	it('says nothing about another service, place or community', () => {
		const { wanted, crowd, asks } = wantedService();
		crowd();
		expect(asks(now)).not.toBeNull();
		expect(refusedLately(newId(), wanted, now)).toBeNull();
		for (const change of [{ serviceId: newId() }, { place: 'home' as const }])
			expect(asks(now, { ...wanted, ...change })).toBeNull();
	});
});
