import type { Actor } from '#lib/accounts/people.ts';
import { peopleByIds } from '#lib/accounts/queries.server.ts';
import { eventsOf } from '#lib/audit/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { timelineOf } from '#lib/requests/words.ts';
import type { Here } from '#lib/ui/dates.ts';
import type { TimelineEvent } from '#lib/ui/ui.ts';
import { arrangementOf, type Arrangement } from './arrangement.server.ts';
import type { BoardAddress } from './board-address.ts';
import { boardFor, type Board } from './board.server.ts';
import { requestHead, type RequestHead } from './request-head.server.ts';

/** Everything on the page of one request at the desk. */
export interface RequestPage {
	request: RequestHead;
	arrangement: Arrangement;
	/** Only where somebody is looked for and nobody is being asked. */
	board: Board | null;
	timeline: TimelineEvent[];
}

/** @throws AppError `not_found` */
export async function requestPage(
	scope: Scope,
	actor: Actor,
	asked: { id: string; address: BoardAddress },
	here: Here
): Promise<RequestPage> {
	const { id: requestId, address } = asked;
	const request = await requestHead(scope, requestId, here);
	const arrangement = await arrangementOf(scope, request, here);
	const isLooking = request.life === 'open' && arrangement.approval === null;
	return {
		request,
		arrangement,
		board: isLooking
			? await boardFor(scope, actor, { requestId, lift: address.lift, long: address.long }, here)
			: null,
		timeline: await timelineFor(scope, actor, requestId, here)
	};
}

/** What happened to a request, newest first, with every name. */
async function timelineFor(
	scope: Scope,
	actor: Actor,
	requestId: string,
	here: Here
): Promise<TimelineEvent[]> {
	const happened = await eventsOf(scope, 'request', requestId);
	const actors = happened.flatMap(({ actorId }) => actorId ?? []);
	const names = new Map((await peopleByIds(scope, [...new Set(actors)])).map(({ id, name }) => [id, name]));
	return timelineOf(happened, names, { personId: actor.personId, staff: true }, here).reverse();
}
