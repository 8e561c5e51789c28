import type { Scope } from '../db/client.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { AppError } from '../shared/errors.ts';
import { sayWhen, type Here } from '../ui/dates.ts';
import type { ChoiceOption, Tone } from '../ui/ui.ts';
import { proxyRights, type Actor, type ProxyRight } from './people.ts';
import { mayAnswer, sideOf, speaksForElder, waitsFor, type ProxySide } from './proxies.ts';
import { proxiesOf, type NamedProxy } from './proxy-queries.server.ts';
import { proxyRightOptions, proxyRightWords } from './proxy-words.ts';

/** A proxy of one's own in a list. */
export interface ProxyLine {
	id: string;
	/** The side of the reader. */
	side: ProxySide;
	/** The other of the two. */
	name: string;
	rights: string;
	state: { words: string; tone: Tone };
}

/** A person's proxies on both sides, those that wait for an answer first. */
export async function ownProxies(scope: Scope, actor: Actor): Promise<ProxyLine[]> {
	const all = await proxiesOf(scope, { personId: actor.personId });
	return all.map((row) => {
		const side = sideOf(row, actor.personId)!;
		return {
			id: row.id,
			side,
			name: side === 'elder' ? row.proxy : row.elder,
			rights: proxyRightWords(row.allowed),
			state: stateOf(row, side)
		};
	});
}

/** Where it stands, as one of the two or, where `side` is null, staff would say it. */
export function stateOf(row: NamedProxy, side: ProxySide | null): { words: string; tone: Tone } {
	const missing = waitsFor(row);
	if (!missing) return { words: m.accounts_proxy_stands(), tone: 'green' };
	if (missing === side) return { words: m.accounts_proxy_waits_for_me(), tone: 'red' };
	const name = missing === 'elder' ? row.elder : row.proxy;
	return { words: m.accounts_proxy_waits_for({ name }), tone: 'amber' };
}

/** A proxy on a page of its own. */
export interface ProxyPage {
	id: string;
	elderId: string;
	elder: string;
	proxy: string;
	side: ProxySide | null;
	/** Who it is, from where the reader stands. */
	title: string;
	state: { words: string; tone: Tone };
	since: string;
	standing: boolean;
	allowed: ProxyRight[];
	rights: string;
	/** What the reader may tick. */
	options: ChoiceOption[];
	mayAnswer: boolean;
}

/**
 * A proxy as the reader may see and change it.
 * @throws AppError `not_found` where it is not the reader's, or over
 */
export async function proxyPage(
	scope: Scope,
	actor: Actor,
	id: string,
	here: Here,
	as: 'own' | 'desk'
): Promise<ProxyPage> {
	const [row] = await proxiesOf(scope, { id });
	const side = row && as === 'own' ? sideOf(row, actor.personId) : null;
	if (!row || (as === 'own' && !side)) throw new AppError('not_found');
	const { elderId, elder, proxy, allowed } = row;
	const speaks = speaksForElder(row, actor);
	return {
		id,
		elderId,
		elder,
		proxy,
		side,
		title: titleOf(row, side),
		state: stateOf(row, side),
		since: sayWhen(row.acceptedAt ?? row.askedAt, here),
		standing: row.status === 'accepted',
		allowed,
		rights: proxyRightWords(allowed),
		options: proxyRightOptions(speaks ? proxyRights : allowed),
		mayAnswer: mayAnswer(row, actor)
	};
}

function titleOf({ elder, proxy }: NamedProxy, side: ProxySide | null): string {
	if (side === 'elder') return m.accounts_proxy_for_me({ name: proxy });
	if (side === 'proxy') return m.accounts_proxy_by_me({ name: elder });
	return m.accounts_proxy_of({ elder, proxy });
}
