import { m } from '#lib/paraglide/messages.js';
import { readAsStaff } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, () => Promise.resolve({ keys: [{ keys: 'j k', label: m.desk_key_requests() }] }));
