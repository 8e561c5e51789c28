import type { RequestHandler } from './$types';

/** This process answers. */
export const GET: RequestHandler = () => new Response('ok');
