import { error } from '@sveltejs/kit';
import { cardsPdf } from '#lib/contact/cards-pdf.server.ts';
import { printCards, type Part } from '#lib/contact/print.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { isId } from '#lib/shared/ids.ts';
import { readAsStaff } from '#lib/web/act.server.ts';
import type { RequestHandler } from './$types';

/** The contact cards of a building or a grid as one PDF; drawn when the transaction is over, since that takes its time. */
export const GET: RequestHandler = async (event) => {
	const { origin, searchParams } = event.url;
	const part = readPart(searchParams);
	if (!part) error(404, 'not_found');
	const { title, cards } = await readAsStaff(event, ({ scope, actor, community, now, zone }) => {
		const { name, nameEn, phone, slug } = community;
		const frame = {
			community: { name: getLocale() === 'en' ? nameEn : name, phone },
			address: `${origin}/${slug}/contact`
		};
		return printCards(scope, actor, part, frame, { now, zone });
	});
	const name = `${m.contact_title()} ${title}.pdf`;
	return new Response(await cardsPdf(name, cards), {
		headers: {
			'content-type': 'application/pdf',
			'content-disposition': `inline; filename="cards.pdf"; filename*=UTF-8''${encodeURIComponent(name)}`,
			'cache-control': 'no-store'
		}
	});
};

function readPart(params: URLSearchParams): Part | null {
	const [building, grid] = [params.get('building'), params.get('grid')];
	if (isId(building)) return { building };
	return isId(grid) ? { grid } : null;
}
