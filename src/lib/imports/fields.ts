import type { residentFields, volunteerFields } from './people-fields.ts';
import type { requestFields } from './request-fields.ts';
import type { DuplicateRule, RowOf } from './target.ts';

export { residentFields, volunteerFields } from './people-fields.ts';
export { requestFields } from './request-fields.ts';

export type ResidentRow = RowOf<typeof residentFields>;
export type VolunteerRow = RowOf<typeof volunteerFields>;
export type RequestRow = RowOf<typeof requestFields>;

/** People are the same by telephone and name, or by name and home; couples may share a telephone. */
export const peopleDuplicates: readonly DuplicateRule[] = [
	{ code: 'duplicate', same: ['phone', 'name'], given: ['phone'], blocks: true },
	{ code: 'duplicate', same: ['name', 'building', 'door'], given: ['building'], blocks: true },
	{ code: 'shared_phone', same: ['phone'], given: ['phone'], blocks: false }
];

/** Requests are the same when they ask the same for the same on the same days. */
export const requestDuplicates: readonly DuplicateRule[] = [
	{
		code: 'duplicate',
		same: ['title', 'details', 'fromDay', 'toDay', 'onBehalfOf', 'phone', 'building'],
		given: ['title'],
		blocks: true
	}
];
