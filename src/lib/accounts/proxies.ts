import { AppError } from '../shared/errors.ts';
import type { Transitions } from '../shared/states.ts';
import { isStaff, proxyRights, type Actor, type ProxyRight, type ProxyState } from './people.ts';

export const proxyTransitions: Transitions<ProxyState> = {
	asked: ['accepted', 'declined', 'ended'],
	accepted: ['ended'],
	declined: [],
	ended: []
};

/** Which of the two somebody is. */
export const proxySides = ['elder', 'proxy'] as const;
export type ProxySide = (typeof proxySides)[number];

/** What of a proxy the rules look at. */
export interface ProxyFacts {
	elderId: string;
	proxyId: string;
	askedBy: string;
	allowed: readonly ProxyRight[];
	status: ProxyState;
}

type Who = Pick<Actor, 'personId' | 'roles'>;

/** The side on which somebody stands; null for everyone else. */
export function sideOf({ elderId, proxyId }: Pick<ProxyFacts, 'elderId' | 'proxyId'>, personId: string) {
	if (personId === elderId) return 'elder';
	return personId === proxyId ? 'proxy' : null;
}

/**
 * Whose yes is missing, null where none is: both have to want it. The elder has said so by asking, in person or through
 * staff; the proxy by asking.
 */
export function waitsFor(proxy: Omit<ProxyFacts, 'allowed'>): ProxySide | null {
	if (proxy.status !== 'asked') return null;
	return sideOf(proxy, proxy.askedBy) === 'proxy' ? 'elder' : 'proxy';
}

/** Staff speak for an elder who told them so, but nobody does for himself. */
export function speaksForElder(proxy: Pick<ProxyFacts, 'elderId' | 'proxyId'>, actor: Who): boolean {
	return actor.personId === proxy.elderId || (isStaff(actor) && actor.personId !== proxy.proxyId);
}

/** True for the one whose yes is missing, and for staff on the word of the elder. */
export function mayAnswer(proxy: Omit<ProxyFacts, 'allowed'>, actor: Who): boolean {
	const side = waitsFor(proxy);
	if (side === 'elder') return speaksForElder(proxy, actor);
	return side === 'proxy' && actor.personId === proxy.proxyId;
}

/** True where somebody may settle these rights: the elder any, the proxy less than there are. */
export function mayAllow(proxy: ProxyFacts, actor: Who, rights: readonly ProxyRight[]): boolean {
	if (speaksForElder(proxy, actor)) return true;
	return actor.personId === proxy.proxyId && rights.every((right) => proxy.allowed.includes(right));
}

/** Either of the two ends it at once, and staff do for one who asks them to. */
export function mayEnd(proxy: Pick<ProxyFacts, 'elderId' | 'proxyId'>, actor: Who): boolean {
	return sideOf(proxy, actor.personId) !== null || isStaff(actor);
}

/**
 * Rights in their usual order, each once.
 * @throws AppError `invalid` / `allowed` for none: what allows nothing is ended
 */
export function readRights(rights: readonly ProxyRight[]): ProxyRight[] {
	const read = proxyRights.filter((right) => rights.includes(right));
	if (read.length === 0) throw new AppError('invalid', 'allowed');
	return read;
}
