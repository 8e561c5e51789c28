import { offerLine, proposedLine } from '#lib/matching/offered-words.ts';
import { proposedOffers, waitingOffers } from '#lib/matching/offered.server.ts';
import { memberPairs } from '#lib/pairings/member-pair.server.ts';
import { totalOf, type Total } from '#lib/records/queries.server.ts';
import { totalWords } from '#lib/records/words.ts';
import { promisedTo } from '#lib/requests/promised.server.ts';
import { promisedLine } from '#lib/requests/promised-words.ts';
import { dayOf } from '#lib/shared/time.ts';
import { elsewhereOf } from '#lib/subdistrict/elsewhere.server.ts';
import { sayMinutes } from '#lib/ui/dates.ts';
import { plainly, readAs, type Act } from '#lib/web/act.server.ts';
import { longDay } from '#lib/volunteers/words.ts';
import { cardOf, type CardRow } from '#lib/volunteers/queries.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	event.depends('volunteer:offers');
	const here = await readAs(event, readHere);
	// after that transaction is over: nobody holds one while waiting for another
	const { session, community, now } = event.locals;
	const others = await plainly(elsewhereOf(session!.accountId, community!.id, now));
	const all = others.reduce((sum, { total }) => sum + total.minutes, here.minutes);
	return {
		...here,
		elsewhere: others.map(({ total, ...one }) => ({ ...one, hours: totalWords(total) })),
		everywhere: others.some(({ total }) => total.services > 0) ? sayMinutes(all) : null
	};
};

async function readHere(act: Act) {
	const { scope, actor, now, zone } = act;
	const here = { now, zone };
	const card = await cardOf(scope, actor.personId);
	const total = await totalOf(scope, actor.personId);
	const standing = await promisedTo(scope, actor, ['planned', 'under_way', 'done', 'disputed'], now);
	return {
		card: card ? cardLine(card, act) : null,
		offers: (await waitingOffers(scope, actor, now, zone)).map((offer) => offerLine(offer, here)),
		proposed: (await proposedOffers(scope, actor, now, zone)).map((offer) => proposedLine(offer, here)),
		pairs: await memberPairs(scope, actor, here),
		tasks: standing.map((line) => promisedLine(line, here)),
		hours: total.services > 0 ? await hours(total, act) : null,
		minutes: total.minutes
	};
}

function cardLine(card: CardRow, { now, zone }: Act) {
	const today = dayOf(now, zone);
	const { status, expiresOn, returnReason } = card;
	return {
		status,
		expired: status === 'approved' && expiresOn !== null && expiresOn < today,
		until: status === 'approved' && expiresOn ? longDay(expiresOn) : null,
		returnReason
	};
}

async function hours(total: Total, { scope, actor, now, zone }: Act) {
	const year = await totalOf(scope, actor.personId, `${dayOf(now, zone).slice(0, 4)}-01-01`);
	return { year: totalWords(year), all: totalWords(total) };
}
