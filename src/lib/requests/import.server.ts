import { requestDuplicates, requestFields, type RequestRow } from '#lib/imports/fields.ts';
import type { Scope } from '#lib/db/client.server.ts';
import type { RowError } from '#lib/imports/read-row.ts';
import type { GoodRow } from '#lib/imports/read-rows.ts';
import { withChoices } from '#lib/imports/target.ts';
import type { Importing, ImportTarget } from '#lib/imports/targets.server.ts';
import { buildingsOf } from '#lib/places/queries.server.ts';
import { isNeed, needKeys } from '#lib/skills/needs.ts';
import { needName } from '#lib/skills/words.ts';
import { bringRequests, helpedIn, windowsIn } from './bring-requests.server.ts';
import { takeRequestsBack } from './take-back.server.ts';

const need = needKeys.map((key) => ({ key, words: [needName(key, 'zh-CN'), needName(key, 'en')] }));

/**
 * Sheets of requests, asked by the staff who bring them for people or partner units: found by phone, by name and
 * building, or by name; else added, and verified, since staff answer for them. The free words go sealed into the note.
 */
export const requestsTarget: ImportTarget<RequestRow> = {
	key: 'requests',
	fields: withChoices(requestFields, { need }),
	duplicates: requestDuplicates,
	buildings: buildingsOf,
	nameOf: (field, key) => (field === 'need' && isNeed(key) ? needName(key) : undefined),
	faults,
	bring: bringRequests,
	takeBack: takeRequestsBack
};

async function faults(
	scope: Scope,
	rows: readonly GoodRow<RequestRow>[],
	importing: Importing
): Promise<Map<number, RowError>> {
	const helped = await helpedIn(scope, rows);
	const windowsOf = windowsIn(importing);
	return new Map(
		rows.flatMap(({ row, value }) => {
			const isOver = windowsOf(value).length === 0;
			const fault = helped.get(row)?.fault ?? (isOver ? dayOver(value) : null);
			return fault ? [[row, fault] as const] : [];
		})
	);
}

function dayOver(row: RequestRow): RowError {
	const field = row.toDay ? 'toDay' : 'fromDay';
	return { field, code: 'day_over', params: { value: row[field] ?? '' } };
}
