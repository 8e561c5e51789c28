import { isId } from '../shared/ids.ts';

/** Which people the desk's list shows. */
export const peopleShelves = ['all', 'unverified', 'volunteers', 'vulnerable'] as const;
export type PeopleShelf = (typeof peopleShelves)[number];

/** The desk's list of people as its address names it. */
export interface PeopleAddress {
	show: PeopleShelf;
	building: string | null;
	/** A name, or its pinyin initials. */
	q: string;
	/** Counted from 1. */
	page: number;
}

/** Reads an address; what means nothing here is left out. */
export function readPeopleAddress(params: URLSearchParams): PeopleAddress {
	const building = params.get('building');
	return {
		show: peopleShelves.find((one) => one === params.get('show')) ?? 'all',
		building: isId(building) ? building : null,
		q: (params.get('q') ?? '').slice(0, 40),
		page: Math.min(1000, Math.max(1, Math.floor(Number(params.get('page')) || 1)))
	};
}

/** An address with something else in it, as `?…`; the page begins anew unless it is what changes. */
export function peopleQuery(address: PeopleAddress, change: Partial<PeopleAddress> = {}): string {
	const { show, building, q, page } = { ...address, page: 1, ...change };
	const params = new URLSearchParams();
	if (show !== 'all') params.set('show', show);
	if (building) params.set('building', building);
	if (q) params.set('q', q);
	if (page > 1) params.set('page', String(page));
	const text = params.toString();
	return text ? `?${text}` : '';
}
