import { proxyRights } from '#lib/accounts/people.ts';
import { castMember, happened, tell, type Draft } from './draft.ts';

/** A son who lives elsewhere acts for his mother, and a neighbour asks to act for an elder who has no phone. */
export function actForFamily(draft: Draft): void {
	const { rows, calendar } = draft;
	const mother = castMember(draft, '陈桂香');
	const son = castMember(draft, '许建平');
	const [askedAt, acceptedAt] = [calendar.at(-305, 20 * 60), calendar.at(-304, 9 * 60 + 20)];
	rows.proxies.push({
		id: draft.id('proxy'),
		elderId: mother.id,
		proxyId: son.id,
		allowed: [...proxyRights],
		status: 'accepted',
		askedBy: son.id,
		askedAt,
		acceptedAt,
		acceptedBy: mother.id,
		endedAt: null,
		endedBy: null
	});
	const subject = { kind: 'person', id: mother.id } as const;
	happened(draft, subject, 'proxy_asked', son.id, askedAt);
	happened(draft, subject, 'proxy_accepted', mother.id, acceptedAt);
	const news = { params: { name: mother.name }, path: '/me/proxies', about: mother.id };
	tell(draft, son.id, { template: 'proxy_accepted', ...news, at: acceptedAt });
	askForNeighbour(draft);
}

function askForNeighbour(draft: Draft): void {
	const neighbour = castMember(draft, '林晓慧');
	const elder = draft.rows.people.find(
		({ vulnerable, phone, verifiedAt, householdId }) => vulnerable && !phone && verifiedAt && householdId
	);
	if (!elder) return;
	const askedAt = draft.calendar.at(-1, 12 * 60 + 20);
	draft.rows.proxies.push({
		id: draft.id('proxy'),
		elderId: elder.id,
		proxyId: neighbour.id,
		allowed: ['book', 'see'],
		status: 'asked',
		askedBy: neighbour.id,
		askedAt,
		acceptedAt: null,
		acceptedBy: null,
		endedAt: null,
		endedBy: null
	});
	happened(draft, { kind: 'person', id: elder.id }, 'proxy_asked', neighbour.id, askedAt);
}
