/**
 * `npm run bench -- shortlists`: a shortlist of ten by all gates and the full score, out of 1,000 and of 10,000 volunteers
 * of one community, beside the same ten by scoring everybody, in turn; somebody's card changes before each. BENCH_QUICK=1 asks
 * less often.
 */
import { sql } from 'drizzle-orm';
import { fullProposalFor, proposalFor } from '#lib/matching/propose.server.ts';
import { requestById } from '#lib/requests/queries.server.ts';
import { cards } from '#lib/volunteers/tables.server.ts';
import { ms, report } from './matching/report.ts';
import { context, townOf, zone } from './matching/town.ts';
import { atShare, timed } from './support/figures.ts';
import { openTown, type TownDatabase } from './support/town-database.ts';

const quick = Boolean(process.env.BENCH_QUICK);
const table = report(!quick);
const limit = 10;
/** Asked before anything is measured, so that code is compiled and pages are in memory. */
const warmUps = 40;

await shortlists(1_000, quick ? 60 : 400, 10);
await shortlists(10_000, quick ? 60 : 400, 25);

async function shortlists(many: number, asked: number, most: number): Promise<void> {
	const town = await openTown(townOf(many, 1), asked + warmUps);
	const near: number[] = [];
	const all: number[] = [];
	let eligible = 0;
	for (const [at, id] of town.requestIds.entries()) {
		const row = (await town.run((scope) => requestById(scope, id)))!;
		await changeSomebody(town, at);
		const full = await town.run((scope) =>
			timed(() => fullProposalFor(scope, row, { limit }, context.now, zone))
		);
		await changeSomebody(town, at + 1);
		const best = await town.run((scope) =>
			timed(() => proposalFor(scope, row, { limit }, context.now, zone))
		);
		const [one, other] = [full, best].map(({ result }) => JSON.stringify(result.shortlist.best));
		if (one !== other) throw new Error(`not the same ten for ${id}`);
		if (at < warmUps || full.result.shortlist.eligible === 0) continue;
		all.push(full.ms);
		near.push(best.ms);
		eligible += full.result.shortlist.eligible;
	}
	await town.close();
	const last = atShare(near, 0.99);
	table.line(
		`shortlist of ten out of ${many.toLocaleString('en')}, ${near.length} requests with ${Math.round(eligible / near.length)} eligible on average`,
		`scoring everybody: p50 ${ms(atShare(all, 0.5))}, p99 ${ms(atShare(all, 0.99))}`,
		`p50 ${ms(atShare(near, 0.5))}, p99 ${ms(last)}`,
		`p99 ≤ ${most} ms`,
		last <= most
	);
}

/** So that three people are read anew each time; nothing of theirs is another, or the ten could not be compared. */
function changeSomebody({ run }: TownDatabase, nth: number): Promise<unknown> {
	return run(({ tx }) =>
		tx.execute(sql`update ${cards} set updated_at = updated_at
			where person_id in (select person_id from ${cards} order by person_id offset ${(nth * 7) % 1000} limit 3)`)
	);
}
