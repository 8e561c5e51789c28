import { peopleByIds } from '#lib/accounts/queries.server.ts';
import { countRuns, listRuns, type RunHead } from '#lib/imports/queries.server.ts';
import { statusWords, targetHint, targetName } from '#lib/imports/run-words.ts';
import { targetKeys, type TargetKey } from '#lib/imports/target.ts';
import { m } from '#lib/paraglide/messages.js';
import { sayWhen } from '#lib/ui/dates.ts';
import { readAsStaff } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

const perPage = 30;

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, now, zone }) => {
		const page = Math.max(1, Math.floor(Number(event.url.searchParams.get('page'))) || 1);
		const runs = await listRuns(scope, { limit: perPage, offset: (page - 1) * perPage });
		const people = await peopleByIds(scope, [...new Set(runs.map(({ createdBy }) => createdBy))]);
		const names = new Map(people.map(({ id, name }) => [id, name]));
		const total = await countRuns(scope);
		return {
			targets: targetKeys.map((key) => ({ key, name: targetName(key), hint: targetHint(key) })),
			runs: runs.map((run) => ({
				id: run.id,
				fileName: run.fileName,
				target: targetName(run.target as TargetKey),
				status: statusWords(run.status),
				rows: rowWords(run),
				by: names.get(run.createdBy) ?? '',
				when: sayWhen(run.createdAt, { now, zone })
			})),
			page,
			pages: Math.max(1, Math.ceil(total / perPage)),
			total
		};
	});

function rowWords({ status, rowCount, good, bad }: RunHead): string {
	const isOver = status === 'imported' || status === 'undone';
	return isOver
		? m.imports_rows_good_bad({ good: good ?? 0, bad: bad ?? 0 })
		: m.imports_rows_count({ count: rowCount });
}
