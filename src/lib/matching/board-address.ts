import { gateCodes, type GateCode } from './matching.ts';
import { deskQuery, readDeskAddress, type DeskAddress } from './desk-address.ts';

/** How a shortlist is looked at, beside the filters of the list next to it. */
export interface BoardAddress {
	list: DeskAddress;
	/** Gates that staff look past. */
	lift: GateCode[];
	/** More than the best few. */
	long: boolean;
}

/** Reads the address of a request beside its shortlist. */
export function readBoardAddress(params: URLSearchParams): BoardAddress {
	const asked = params.getAll('lift');
	return {
		list: readDeskAddress(params),
		lift: gateCodes.filter((gate) => asked.includes(gate)),
		long: params.has('long')
	};
}

/** The address as `?…`, with something else in it. */
export function boardQuery(address: BoardAddress, change: Partial<BoardAddress> = {}): string {
	const { list, lift, long } = { ...address, ...change };
	const params = new URLSearchParams(deskQuery(list, { page: list.page }));
	for (const gate of lift) params.append('lift', gate);
	if (long) params.set('long', '');
	const text = params.toString();
	return text ? `?${text}` : '';
}

/** Where a form of this page is sent so that the page comes back as it was: `?/approve&show=…`. */
export function actionQuery(name: string, address: BoardAddress): string {
	const query = boardQuery(address).slice(1);
	return query ? `?/${name}&${query}` : `?/${name}`;
}
