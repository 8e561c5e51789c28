import { isId } from '#lib/shared/ids.ts';
import { readTimesAddress, timesQuery } from './times-address.ts';
import type { TimesAddress } from './times-view.ts';

/** What staff have answered so far where they book for somebody. */
export interface NewBookingAddress extends TimesAddress {
	service: string | null;
	/** What they look for a person by. */
	find: string;
}

/** What an address asks for; what is broken in it is as if it were not there. */
export function readNewBookingAddress(params: URLSearchParams): NewBookingAddress {
	const service = params.get('service');
	return {
		...readTimesAddress(params),
		service: isId(service) ? service : null,
		find: (params.get('find') ?? '').slice(0, 40)
	};
}

/** The address with a change, as a query with its question mark; what was looked for is answered and goes. */
export function newBookingQuery(address: NewBookingAddress, change: Partial<NewBookingAddress>): string {
	const changed = { ...address, ...change };
	const params = new URLSearchParams(timesQuery(changed, {}));
	if (changed.service) params.set('service', changed.service);
	return `?${params}`;
}
