import { json, type RequestEvent } from '@sveltejs/kit';
import { readHall } from '#lib/hall/hall.server.ts';
import { watch } from '#lib/hall/live.server.ts';
import { hallNews, ticketNews } from '#lib/hall/news.server.ts';
import { ticketById } from '#lib/hall/queries.server.ts';
import { stationById } from '#lib/places/station-queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { dayOf } from '#lib/shared/time.ts';
import { readOpenly } from './act.server.ts';
import { eventStream } from './event-stream.server.ts';

/** What a hall shows: as events or, for who cannot follow them, as it is now. Nothing in it is of a person. */
export async function liveHall(event: RequestEvent, stationId: string): Promise<Response> {
	if (asksOnce(event)) {
		return readOpenly(event, async ({ scope, now, zone }) =>
			json(hallNews(await readHall(scope, stationId, { now, zone }), now), { headers: unkept })
		);
	}
	const place = await readOpenly(event, async ({ scope, community }) => {
		if (!(await stationById(scope, stationId))) throw new AppError('not_found');
		return { communityId: community.id, stationId, zone: community.zone };
	});
	return eventStream((sink) => watch(place, { ticketId: null, ...sink }));
}

/** The same of one number of today. Of another day there is nothing to follow, which tells browsers not to come again. */
export async function liveTicket(event: RequestEvent, ticketId: string): Promise<Response> {
	const found = await readOpenly(event, async ({ scope, community, now, zone }) => {
		const ticket = await ticketById(scope, ticketId);
		if (!ticket) throw new AppError('not_found');
		if (ticket.day !== dayOf(now, zone)) return null;
		const { stationId } = ticket;
		const hall = asksOnce(event) ? await readHall(scope, stationId, { now, zone }) : null;
		return { place: { communityId: community.id, stationId, zone }, hall };
	});
	if (!found) return new Response(null, { status: 204 });
	if (found.hall) return json(ticketNews(found.hall, ticketId), { headers: unkept });
	return eventStream((sink) => watch(found.place, { ticketId, ...sink }));
}

const unkept = { 'cache-control': 'no-store' };

function asksOnce({ request }: RequestEvent): boolean {
	return request.headers.get('accept')?.includes('application/json') ?? false;
}
