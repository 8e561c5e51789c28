import type { Scope } from '../db/client.server.ts';
import { recordEvent } from '../audit/record.server.ts';
import { AppError } from '../shared/errors.ts';
import { newId } from '../shared/ids.ts';
import { personNamed } from './named.server.ts';
import { isStaff, type Actor, type ProxyRight } from './people.ts';
import { readRights, speaksForElder, waitsFor, type ProxySide } from './proxies.ts';
import * as query from './proxy-queries.server.ts';
import { peopleByIds } from './queries.server.ts';
import { tellOfProxy } from './tell-proxy.server.ts';

/** Somebody asks to act for another, or to be acted for. */
export interface ProxyQuestion {
	/** What the one who asks is going to be. */
	as: ProxySide;
	/** The other, as both of them know him: nobody learns from a number alone who is known here. */
	name: string;
	phone: string;
	allowed: readonly ProxyRight[];
}

/** So many questions of one person may be open. */
const mostAsked = 5;

/**
 * Asks somebody known in the community, by name and number, to be one's proxy or to have one.
 * @throws AppError `invalid` with `phone` for a number that is none, `name` where nobody of that name has it,
 *   `allowed` for no right; `already_taken` / `proxy` where the two have one, `too_many` / `proxies`
 */
export async function askProxy(
	scope: Scope,
	actor: Actor,
	{ as, name, phone, allowed }: ProxyQuestion,
	now: Date
): Promise<string> {
	const other = await personNamed(scope, name, phone);
	if (other.id === actor.personId) throw new AppError('invalid', 'own_number');
	if ((await query.countAsked(scope, actor.personId)) >= mostAsked)
		throw new AppError('too_many', 'proxies', { most: mostAsked });
	const [elderId, proxyId] = as === 'elder' ? [actor.personId, other.id] : [other.id, actor.personId];
	return enter(scope, actor, { elderId, proxyId, allowed }, now);
}

/**
 * Staff write down whom an elder wants as proxy; that one says yes on his phone.
 * @throws AppError `not_allowed`, also where staff would be the proxy themselves; `not_found`, `invalid` / `allowed`,
 *   `already_taken` / `proxy`
 */
export async function enterProxy(
	scope: Scope,
	actor: Actor,
	said: { elderId: string; proxyId: string; allowed: readonly ProxyRight[] },
	now: Date
): Promise<string> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	if (!speaksForElder(said, actor)) throw new AppError('not_allowed', 'own_proxy');
	const known = await peopleByIds(scope, [said.elderId, said.proxyId]);
	if (known.length < 2 || known.some(({ kind }) => kind === 'unit')) throw new AppError('not_found');
	return enter(scope, actor, said, now);
}

async function enter(
	scope: Scope,
	actor: Actor,
	{ elderId, proxyId, allowed }: { elderId: string; proxyId: string; allowed: readonly ProxyRight[] },
	now: Date
): Promise<string> {
	const rights = readRights(allowed);
	const id = newId();
	const asked = { id, elderId, proxyId, status: 'asked', askedBy: actor.personId, askedAt: now } as const;
	if (!(await query.addProxy(scope, { ...asked, allowed: rights })))
		throw new AppError('already_taken', 'proxy');
	await recordEvent(scope, { kind: 'person', id: elderId }, 'proxy_asked', actor.personId, now);
	if (waitsFor(asked) === 'elder') await tellOfProxy(scope, asked, [elderId], 'proxy_asked_elder', now);
	else await tellOfProxy(scope, asked, [proxyId], 'proxy_asked_proxy', now);
	return id;
}
