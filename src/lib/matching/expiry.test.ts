import { describe, expect, it } from 'vitest';
import { instantAt, minute } from '#lib/shared/time.ts';
import { offerExpiry } from './expiry.ts';

const zone = 'Asia/Shanghai';
const at = (day: number, clock: string) => instantAt(`2026-11-${day}`, clock, zone);
const sent = at(22, '09:00');
const after = (minutes: number) => new Date(sent.getTime() + minutes * minute);

describe('an offer', () => {
	it('for a day in the week gives half a day to think', () => {
		expect(offerExpiry('week', at(22, '08:59'), at(25, '09:00'), zone)).toEqual(at(22, '20:59'));
	});
	it('for this afternoon gives half an hour', () => {
		expect(offerExpiry('today', sent, after(240), zone)).toEqual(after(30));
	});
	it('leaves time to ask a reserve when the help is near', () => {
		expect(offerExpiry('days', sent, after(120), zone)).toEqual(after(60));
	});
	it('never gives less than ten minutes', () => {
		expect(offerExpiry('today', sent, after(5), zone)).toEqual(after(10));
		expect(offerExpiry('today', sent, after(-60), zone)).toEqual(after(10));
	});
});

describe('an offer that would lapse in the night', () => {
	it('waits for nine in the morning', () => {
		expect(offerExpiry('days', at(22, '22:16'), at(23, '15:00'), zone)).toEqual(at(23, '09:00'));
		expect(offerExpiry('days', at(22, '17:00'), at(24, '15:00'), zone)).toEqual(at(23, '09:00'));
		expect(offerExpiry('days', at(23, '01:00'), at(24, '15:00'), zone)).toEqual(at(23, '09:00'));
		expect(offerExpiry('days', at(23, '04:59'), at(24, '15:00'), zone)).toEqual(at(23, '09:00'));
	});
	it('leaves the last minute of the evening and the first of the morning alone', () => {
		expect(offerExpiry('days', at(22, '16:59'), at(24, '15:00'), zone)).toEqual(at(22, '20:59'));
		expect(offerExpiry('days', at(23, '05:00'), at(24, '15:00'), zone)).toEqual(at(23, '09:00'));
		expect(offerExpiry('days', at(23, '05:01'), at(24, '15:00'), zone)).toEqual(at(23, '09:01'));
	});
	it('lapses an hour before early help, so that a reserve can be asked', () => {
		expect(offerExpiry('days', at(22, '22:16'), at(23, '08:30'), zone)).toEqual(at(23, '07:30'));
		expect(offerExpiry('days', at(22, '22:16'), at(23, '09:40'), zone)).toEqual(at(23, '08:40'));
	});
	it('never lapses earlier than it would by day', () => {
		expect(offerExpiry('days', at(23, '06:00'), at(23, '07:00'), zone)).toEqual(at(23, '06:30'));
		expect(offerExpiry('today', at(23, '06:55'), at(23, '07:00'), zone)).toEqual(at(23, '07:05'));
	});
	it('keeps its short time where the help is needed the same evening', () => {
		expect(offerExpiry('today', at(22, '20:40'), at(22, '22:30'), zone)).toEqual(at(22, '21:10'));
		expect(offerExpiry('days', at(22, '20:40'), at(22, '22:30'), zone)).toEqual(at(22, '21:35'));
	});
	it('goes by the night of the community, wherever that is', () => {
		const there = 'America/New_York';
		const sentThere = new Date('2026-11-22T22:00:00Z');
		const start = new Date('2026-11-24T15:00:00Z');
		expect(offerExpiry('days', sentThere, start, there)).toEqual(new Date('2026-11-23T14:00:00Z'));
	});
});
