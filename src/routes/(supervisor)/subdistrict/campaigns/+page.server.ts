import { jointLines } from '#lib/subdistrict/list.server.ts';
import { readAsSupervisor } from '#lib/web/supervise.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsSupervisor(event, async ({ supervisor }) => ({ campaigns: await jointLines(supervisor) }));
