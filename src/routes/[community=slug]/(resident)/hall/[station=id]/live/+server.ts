import { liveHall } from '#lib/web/live.server.ts';
import type { RequestHandler } from './$types';

/** What happens in a hall, as it happens. */
export const GET: RequestHandler = (event) => liveHall(event, event.params.station);
