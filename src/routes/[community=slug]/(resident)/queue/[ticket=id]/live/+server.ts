import { liveTicket } from '#lib/web/live.server.ts';
import type { RequestHandler } from './$types';

/** Where a number stands, as it happens. */
export const GET: RequestHandler = (event) => liveTicket(event, event.params.ticket);
