import { maskName } from '#lib/accounts/phone.ts';
import { m } from '#lib/paraglide/messages.js';

import { moreSaid } from './more-dates.ts';
import type { Paper } from './paper.server.ts';

/** Somebody on the list; `shown`: agreed to be read by the others. */
export interface ChainName {
	name: string;
	companions: number;
	shown: boolean;
}

/** A list as it is pasted into a chat (接龙), where people add their lines under the last number. */
export function chainText(
	paper: Pick<Paper, 'title' | 'when' | 'moreDates' | 'goesOn' | 'place' | 'seatsLeft' | 'link'>,
	names: readonly ChainName[]
): string {
	const { title, when, place, seatsLeft, link } = paper;
	const seats = seatsLeft === null ? null : seatsSaid(seatsLeft);
	const more = moreSaid(paper);
	const dates = more ? [...when, more] : when;
	const head = [
		m.papers_chain_head(),
		title,
		...dates.map((one) => m.papers_chain_when({ when: one })),
		place && m.papers_chain_where({ place }),
		seats,
		m.papers_chain_link({ link })
	].filter((line) => line !== null);
	const list = names.map((one, at) => `${at + 1}. ${nameSaid(one)}`);
	return [...head, '', ...list, `${names.length + 1}. `].join('\n');
}

function seatsSaid(left: number): string {
	return left > 0 ? m.papers_chain_seats({ seats: left }) : m.papers_chain_full();
}

function nameSaid({ name, companions, shown }: ChainName): string {
	const said = shown ? name : maskName(name);
	return companions > 0 ? `${said} +${companions}` : said;
}
