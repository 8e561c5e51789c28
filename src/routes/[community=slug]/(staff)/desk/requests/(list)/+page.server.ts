import { readAsStaff } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => readAsStaff(event, () => Promise.resolve({}));
