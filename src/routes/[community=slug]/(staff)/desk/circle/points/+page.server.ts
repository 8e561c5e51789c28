import { named } from '#lib/hours/words.ts';
import { servicePointsOf } from '#lib/places/service-point-queries.server.ts';
import { facilityName } from '#lib/venues/facility-words.ts';
import { readAsStaff } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope }) => ({
		points: (await servicePointsOf(scope)).map((point) => ({
			id: point.id,
			name: named(point),
			kind: facilityName(point.kind),
			hours: point.hours,
			phone: point.phone,
			closed: point.closed
		}))
	}));
