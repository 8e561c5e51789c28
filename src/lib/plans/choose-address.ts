import { urgencies, type Urgency } from '#lib/requests/requests.ts';
import { isId } from '#lib/shared/ids.ts';
import { needGroupKeys, type NeedGroup } from '#lib/skills/needs.ts';

/** What narrows the requests that a plan may be for. */
export interface ChooseAddress {
	group: NeedGroup | null;
	urgency: Urgency | null;
	gridId: string | null;
}

/** Reads an address; what means nothing here is left out. */
export function readChooseAddress(params: URLSearchParams): ChooseAddress {
	const grid = params.get('grid');
	return {
		group: needGroupKeys.find((one) => one === params.get('group')) ?? null,
		urgency: urgencies.find((one) => one === params.get('urgency')) ?? null,
		gridId: grid && isId(grid) ? grid : null
	};
}
