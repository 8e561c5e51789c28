import { themes, type Theme } from '#lib/groups/groups.ts';
import { isId } from '#lib/shared/ids.ts';
import { isDay, type Day } from '#lib/shared/time.ts';
import { activityKinds, type ActivityKind } from './activities.ts';

/** What the calendar of activities is asked for. */
export interface ListAddress {
	/** `YYYY-MM`; null: this month. */
	month: string | null;
	/** One day of it; null: what comes next. */
	day: Day | null;
	kind: ActivityKind | null;
	theme: Theme | null;
	group: string | null;
	/** Around home, or what may be something for the reader. */
	only: 'near' | 'for_me' | null;
}

/** A day of the calendar near enough that somebody may look at it. */
const isShown = (day: string) => isDay(day) && day >= '1990' && day < '2200';

/** What an address asks for; what is broken in it is as if it were not there. */
export function readListAddress(params: URLSearchParams): ListAddress {
	const [day, month, group] = ['day', 'month', 'group'].map((name) => params.get(name) ?? '');
	return {
		month: isShown(`${month}-01`) ? month! : null,
		day: isShown(day!) ? day! : null,
		kind: activityKinds.find((one) => one === params.get('kind')) ?? null,
		theme: themes.find((one) => one === params.get('theme')) ?? null,
		group: isId(group) ? group : null,
		only: (['near', 'for_me'] as const).find((one) => one === params.get('only')) ?? null
	};
}

/** The address with a change, as a query with its question mark; empty where nothing is asked. */
export function listQuery(address: ListAddress, change: Partial<ListAddress> = {}): string {
	const asked = Object.entries({ ...address, ...change }).filter(([, value]) => value !== null);
	return asked.length > 0 ? `?${new URLSearchParams(asked as [string, string][])}` : '';
}
