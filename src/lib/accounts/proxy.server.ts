import type { Scope } from '../db/client.server.ts';
import { recordEvent } from '../audit/record.server.ts';
import { AppError } from '../shared/errors.ts';
import type { Actor, ProxyRight } from './people.ts';
import { mayAllow, mayAnswer, mayEnd, readRights } from './proxies.ts';
import * as query from './proxy-queries.server.ts';
import { tellOfProxy, type ProxyPair } from './tell-proxy.server.ts';

/**
 * Says yes or no: the one who was asked, or staff on the word of the elder.
 * @throws AppError `not_found`, `not_allowed`, `already_answered`
 */
export async function answerProxy(
	scope: Scope,
	actor: Actor,
	{ id, yes }: { id: string; yes: boolean },
	now: Date
): Promise<void> {
	const proxy = await proxyFor(scope, actor, id);
	if (proxy.status !== 'asked') throw new AppError('already_answered');
	if (!mayAnswer(proxy, actor)) throw new AppError('not_allowed');
	const answer = yes
		? ({ status: 'accepted', acceptedAt: now, acceptedBy: actor.personId } as const)
		: ({ status: 'declined', endedAt: now, endedBy: actor.personId } as const);
	if (!(await query.moveProxy(scope, id, answer))) throw new AppError('already_answered');
	await happened(scope, actor, proxy, yes ? 'proxy_accepted' : 'proxy_declined', now);
}

/**
 * Settles what the proxy may do: the elder or staff on her word anything, the proxy less than before.
 * @throws AppError `not_found`, `not_allowed`, `invalid` / `allowed`, `lapsed` / `proxy` where it has ended
 */
export async function allowProxy(
	scope: Scope,
	actor: Actor,
	{ id, allowed }: { id: string; allowed: readonly ProxyRight[] },
	now: Date
): Promise<void> {
	const proxy = await proxyFor(scope, actor, id);
	const rights = readRights(allowed);
	if (!mayAllow(proxy, actor, rights)) throw new AppError('not_allowed', 'wider_proxy');
	if (String(rights) === String(proxy.allowed)) return;
	if (!(await query.setAllowed(scope, id, rights))) throw new AppError('lapsed', 'proxy');
	await happened(scope, actor, proxy, 'proxy_changed', now);
}

/**
 * Ends it at once: either of the two, or staff whom one of them asked. Ended twice is ended.
 * @throws AppError `not_found`
 */
export async function endProxy(scope: Scope, actor: Actor, id: string, now: Date): Promise<void> {
	const proxy = await proxyFor(scope, actor, id);
	const ended = { status: 'ended', endedAt: now, endedBy: actor.personId } as const;
	if (!(await query.moveProxy(scope, id, ended))) return;
	await happened(scope, actor, proxy, 'proxy_ended', now);
}

async function proxyFor(scope: Scope, actor: Actor, id: string): Promise<query.ProxyRow> {
	const proxy = await query.proxyForUpdate(scope, id);
	if (!proxy || !mayEnd(proxy, actor)) throw new AppError('not_found');
	return proxy;
}

/** Writes down what became of it, and tells those of the two who have not done it themselves. */
async function happened(
	scope: Scope,
	{ personId }: Actor,
	pair: ProxyPair,
	what: 'proxy_accepted' | 'proxy_declined' | 'proxy_changed' | 'proxy_ended',
	now: Date
): Promise<void> {
	await recordEvent(scope, { kind: 'person', id: pair.elderId }, what, personId, now);
	const others = [pair.elderId, pair.proxyId].filter((id) => id !== personId);
	await tellOfProxy(scope, pair, others, what, now);
}
