import { describe, expect, it } from 'vitest';
import { instantAt } from '#lib/shared/time.ts';
import { whyClosed, type Comer, type Terms, type Wanted } from './sign-up.ts';

const zone = 'Asia/Shanghai';
const at = (clock: string, day = '2026-11-23') => instantAt(day, clock, zone);
const here = { now: at('08:00'), zone };
const terms: Terms = {
	status: 'published',
	signUp: 'either',
	opensAt: null,
	closesMinutes: 60,
	youngest: null,
	oldest: null,
	residentsOnly: false,
	companions: 1
};
const comer: Comer = { bornOn: '1960-11-24', resident: true, onList: false };
const wanted: Wanted = {
	series: false,
	dates: [{ start: at('14:00'), end: at('16:00') }],
	free: 2,
	party: 1
};
const why = (changed: Partial<Terms>, who: Partial<Comer> = {}, what: Partial<Wanted> = {}, when = here) =>
	whyClosed({ ...terms, ...changed }, { ...comer, ...who }, { ...wanted, ...what }, when);

describe('signing up', () => {
	it('is open to whom it suits, until it closes before the beginning', () => {
		expect(why({})).toBeNull();
		expect(why({}, {}, {}, { now: at('12:59'), zone })).toBeNull();
		expect(why({}, {}, {}, { now: at('13:00'), zone })).toEqual({ why: 'closed', at: at('13:00') });
		expect(why({}, {}, {}, { now: at('14:00'), zone })).toEqual({ why: 'over' });
	});
	it('says from when on it is open', () => {
		expect(why({ opensAt: at('09:00') })).toEqual({ why: 'not_yet', at: at('09:00') });
		expect(why({ opensAt: at('08:00') })).toBeNull();
	});
	it('counts years on the day itself', () => {
		expect(why({ youngest: 66 })).toEqual({ why: 'too_young', years: 66 });
		expect(why({ youngest: 65, oldest: 65 })).toBeNull();
		expect(why({ oldest: 64 })).toEqual({ why: 'too_old', years: 64 });
		expect(why({ oldest: 64 }, { bornOn: null })).toEqual({ why: 'age_unknown' });
	});
	it('keeps to residents, to one row each and to the way in which it is meant', () => {
		expect(why({ residentsOnly: true }, { resident: false })).toEqual({ why: 'residents_only' });
		expect(why({}, { onList: true })).toEqual({ why: 'on_list' });
		expect(why({ signUp: 'series' })).toEqual({ why: 'series_only' });
		expect(why({ signUp: 'date' }, {}, { series: true })).toEqual({ why: 'date_only' });
	});
	it('leads to the waiting list only where everything else suits', () => {
		expect(why({}, {}, { free: 1, party: 2 })).toEqual({ why: 'full' });
		expect(why({}, {}, { free: 9, party: 3 })).toEqual({ why: 'companions', most: 1 });
		expect(why({ residentsOnly: true }, { resident: false }, { free: 0 })).toEqual({ why: 'residents_only' });
		expect(why({}, {}, { free: null, party: 2 })).toBeNull();
	});
	it('is over for what was called off or has no date left', () => {
		expect(why({ status: 'cancelled' })).toEqual({ why: 'cancelled' });
		expect(why({}, {}, { dates: [] })).toEqual({ why: 'over' });
	});
});
