import { urgencies, type Urgency } from '#lib/requests/requests.ts';
import { needGroupKeys, type NeedGroup } from '#lib/skills/needs.ts';
import { shelves, stages, type Shelf, type Stage } from './desk.ts';

/** The desk's list as its address names it: it can be kept, sent and gone back to. */
export interface DeskAddress {
	shelf: Shelf;
	stage: Stage | null;
	group: NeedGroup | null;
	urgency: Urgency | null;
	/** A name, or its pinyin initials. */
	q: string;
	/** Counted from 1. */
	page: number;
}

/** Reads an address; what means nothing here is left out. */
export function readDeskAddress(params: URLSearchParams): DeskAddress {
	return {
		shelf: oneOf(shelves, params.get('show')) ?? 'waiting',
		stage: oneOf(stages, params.get('stage')),
		group: oneOf(needGroupKeys, params.get('group')),
		urgency: oneOf(urgencies, params.get('urgency')),
		q: (params.get('q') ?? '').slice(0, 40),
		page: Math.min(1000, Math.max(1, Math.floor(Number(params.get('page')) || 1)))
	};
}

function oneOf<T extends string>(known: readonly T[], given: string | null): T | null {
	return known.find((one) => one === given) ?? null;
}

/** An address with something else in it, as `?…`; the page begins anew unless it is what changes. */
export function deskQuery(address: DeskAddress, change: Partial<DeskAddress> = {}): string {
	const { shelf, stage, group, urgency, q, page } = { ...address, page: 1, ...change };
	const params = new URLSearchParams();
	if (shelf !== 'waiting') params.set('show', shelf);
	if (stage) params.set('stage', stage);
	if (group) params.set('group', group);
	if (urgency) params.set('urgency', urgency);
	if (q) params.set('q', q);
	if (page > 1) params.set('page', String(page));
	const text = params.toString();
	return text ? `?${text}` : '';
}

/** The fields of the address as hidden inputs, but for those that a form sets itself. */
export function deskFields(address: DeskAddress, ...except: string[]): Record<string, string> {
	const kept = [...new URLSearchParams(deskQuery(address))].filter(([name]) => !except.includes(name));
	return Object.fromEntries(kept);
}
