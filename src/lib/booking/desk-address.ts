import { isDay, type Day } from '#lib/shared/time.ts';

/** Which bookings staff look at. */
export const bookingShelves = ['booked', 'stranded', 'unclosed', 'all'] as const;
export type BookingShelf = (typeof bookingShelves)[number];

export interface DeskAddress {
	q: string;
	day: Day | null;
	show: BookingShelf;
	/** Counted from 1. */
	page: number;
}

/** What an address asks for; what is broken in it is as if it were not there. */
export function readDeskAddress(params: URLSearchParams): DeskAddress {
	const day = params.get('day') ?? '';
	const page = Number(params.get('page'));
	return {
		q: (params.get('q') ?? '').slice(0, 60),
		day: isDay(day) ? day : null,
		show: bookingShelves.find((one) => one === params.get('show')) ?? 'booked',
		page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1
	};
}

/** The address with a change, as a query with its question mark; empty where nothing is asked. A change turns back to page 1. */
export function deskQuery(address: DeskAddress, change: Partial<DeskAddress> = {}): string {
	const { q, day, show, page } = { ...address, page: 1, ...change };
	const params = new URLSearchParams();
	if (q) params.set('q', q);
	if (day) params.set('day', day);
	if (show !== 'booked') params.set('show', show);
	if (page > 1) params.set('page', String(page));
	return params.size > 0 ? `?${params}` : '';
}
