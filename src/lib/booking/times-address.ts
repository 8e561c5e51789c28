import { isId } from '#lib/shared/ids.ts';
import { isDay } from '#lib/shared/time.ts';
import { servicePlaces } from './booking.ts';
import type { TimesAddress } from './times-view.ts';

/** Of this century: what is further away is no time to book. */
const instantForm = /^20\d{2}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** What an address asks for; what is broken in it is as if it were not there. */
export function readTimesAddress(params: URLSearchParams): TimesAddress {
	const day = params.get('day') ?? '';
	const start = new Date(instantForm.test(params.get('start') ?? '') ? params.get('start')! : '');
	return {
		day: isDay(day) ? day : null,
		at: idOf(params.get('at')),
		for: idOf(params.get('for')),
		place: servicePlaces.find((one) => one === params.get('place')) ?? null,
		start: Number.isNaN(start.getTime()) ? null : start,
		hold: idOf(params.get('hold'))
	};
}

function idOf(value: string | null): string | null {
	return isId(value) ? value : null;
}

/** The address with a change, as a query with its question mark. */
export function timesQuery(address: TimesAddress, change: Partial<TimesAddress>): string {
	const { day, at, for: who, place, start, hold } = { ...address, ...change };
	const params = new URLSearchParams();
	if (who) params.set('for', who);
	if (place) params.set('place', place);
	if (at) params.set('at', at);
	if (day) params.set('day', day);
	if (start) params.set('start', start.toISOString());
	if (hold) params.set('hold', hold);
	return `?${params}`;
}
