/**
 * `npm run bench -- nyc-shortlists`: 665 real calls for volunteers come into the demo community through the verbs of
 * the import screens, and each that went in gets a shortlist of ten against all its volunteers. The baseline is
 * reading what the rules look at from PostgreSQL: the ratio says what gates, scores and reasons add to that.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { factsFor } from '#lib/matching/facts.server.ts';
import { propose, type FullProposal } from '#lib/matching/propose.server.ts';
import { requestById } from '#lib/requests/queries.server.ts';
import { root } from '../../scripts/project.ts';
import { PlainError, say } from '../../scripts/steps.ts';
import { bringCalls } from './support/calls.ts';
import { openDemo, type Demo } from './support/demo.ts';
import { atShare, milliseconds, timed } from './support/figures.ts';

const file = join(root, '../shared/data/nyc-volunteer-opportunities.csv');
if (!existsSync(file)) {
	throw new PlainError('没有这份数据，跳过。', `This bench needs ${file}.`);
}

const demo = await openDemo();
try {
	const { result: brought, ms } = await timed(() => bringCalls(demo, readFileSync(file)));
	say(`${brought.rows} rows: ${brought.requestIds.length} went in, ${brought.leftOut.length} did not`);
	for (const [why, count] of tally(brought.leftOut)) say(`  not: ${why} × ${count}`);
	say(`read, checked and imported in ${milliseconds(ms)}`);
	await shortlists(demo, brought.requestIds);
} finally {
	await demo.close();
}

async function shortlists({ run, actor, now, zone }: Demo, ids: readonly string[]): Promise<void> {
	const whole: number[] = [];
	const reading: number[] = [];
	const found: FullProposal['shortlist'][] = [];
	for (const requestId of ids) {
		const bare = await timed(() =>
			run(async (scope) => factsFor(scope, (await requestById(scope, requestId))!, now, zone))
		);
		const full = await timed(() => run((scope) => propose(scope, actor, { requestId }, now, zone)));
		reading.push(bare.ms);
		whole.push(full.ms);
		found.push(full.result.shortlist);
	}
	const sum = whole.reduce((all, one) => all + one, 0);
	const ratios = whole.map((ms, at) => ms / reading[at]!);
	const helped = found.filter(({ best }) => best.length > 0).length;
	say(`${found.length} shortlists against ${found[0]?.total ?? 0} cards in ${milliseconds(sum)}`);
	say(`  each: p50 ${milliseconds(atShare(whole, 0.5))}, p99 ${milliseconds(atShare(whole, 0.99))}`);
	say(`  whole / reading alone, median: ${atShare(ratios, 0.5).toFixed(2)}`);
	say(`  with somebody on it: ${helped}, with ten: ${found.filter(({ best }) => best.length === 10).length}`);
	const stops = found.flatMap(({ refused }) =>
		refused.flatMap(({ gate, count }) => Array<string>(count).fill(gate))
	);
	for (const [gate, count] of tally(stops)) say(`  stopped by ${gate} × ${count}`);
}

function tally(words: readonly string[]): [word: string, count: number][] {
	const counts = new Map<string, number>();
	for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
	return [...counts].sort((a, b) => b[1] - a[1]);
}
