/**
 * `npm run bench -- matching`: the solver beside others, on towns of its own. BENCH_QUICK=1 takes smaller towns and fewer
 * rounds, to see that all of it works.
 */
import highsLoader from 'highs';
import { assign } from '#lib/matching/assign/index.ts';
import { linearProgram } from '#lib/matching/assign/highs.fixture.ts';
import { candidatesFor } from '#lib/matching/planning/candidates.ts';
import { problemOf } from '#lib/matching/planning/problem-of.ts';
import { defaultWeights } from '#lib/matching/weights.ts';
import { compileLemon, type Opponent } from './lemon/lemon.ts';
import { munkresOn } from './matching/dense.ts';
import { instance, type Family } from './matching/families.ts';
import { firstOf, oneMoreOf } from './matching/growing.ts';
import { inOwnProcess } from './matching/own-process.ts';
import { geometricMean, median, prove, quantile, race, timed, warmUp } from './matching/race.ts';
import { ms, report } from './matching/report.ts';
import { context, townOf } from './matching/town.ts';

const quick = Boolean(process.env.BENCH_QUICK);
const five: Family[] = ['city', 'balanced', 'scarce', 'fair', 'core'];
const size = (requests: number) => (quick ? requests / 10 : requests);
const times = (rounds: number) => (quick ? 3 : rounds);
const count = (requests: number) => requests.toLocaleString('en');

const table = report(!quick);
const lemon = compileLemon();

// first, while the process holds nothing else: in the application plans are made in a thread of their own
candidatesAndSolve(10_000, 7);
await besideLemon(five, 10_000, 9, 0.6, 0.4);
await besideLemon(five, 20_000, 5, 0.4, 0.28);
await besideLemon(['hot', 'ties', 'chain'], 10_000, 9, 1);
await besideLemon(five, 1_000, 25, 1);
await besideLemon(['teams'], 10_000, 9, 0.6);
await firstCalls(10_000, 5);
await besideHighs(1_000, 7, 25);
await besideHighs(10_000, 2, 80);
await besideMunkres(1_000, 15, 40);
growth([1_000, 10_000, 100_000]);
memory(10_000, 150);
memory(50_000, 250);
for (const family of five) oneMore(family, 10_000, 100);

const missed = table.missed();
if (missed.length) process.stdout.write(`\nmissed: ${missed.join('; ')}\n`);

/** Warm: the code is compiled, the problem is in memory, nothing of it is known. */
async function besideLemon(
	families: Family[],
	requests: number,
	rounds: number,
	each: number,
	mean?: number
) {
	const ratios: number[] = [];
	for (const family of families) {
		const work = `${family} ${count(size(requests))}`;
		const problem = instance(family, size(requests));
		if (!lemon) {
			table.line(work, 'LEMON', 'not installed (liblemon-dev, g++)', `≤ ${each}`, undefined);
			continue;
		}
		const opponent = await lemon(problem);
		warmUp(problem, requests > 5_000 ? 3 : 20);
		await opponent.solve();
		const { theirs, ours, ratio } = await race(problem, opponent, times(rounds), () => timed(problem));
		opponent.end();
		ratios.push(ratio);
		table.line(work, `LEMON ${ms(theirs)}`, `${ms(ours)}, ${ratio.toFixed(2)}`, `≤ ${each}`, ratio <= each);
	}
	if (mean === undefined || ratios.length === 0) return;
	const measured = geometricMean(ratios);
	const work = `the ${families.length} of ${count(size(requests))}, geometric mean`;
	table.line(work, 'LEMON', measured.toFixed(2), `≤ ${mean}`, measured <= mean);
}

/** Both in a fresh process each time. */
async function firstCalls(requests: number, rounds: number) {
	for (const family of five) {
		const work = `first call in a fresh process, ${family} ${count(size(requests))}`;
		const problem = instance(family, size(requests));
		const ours = inOwnProcess(problem);
		if (!lemon) {
			table.line(work, 'LEMON', `${ms(ours().ms)}; LEMON is not installed`, '≤ 1', undefined);
			continue;
		}
		const fresh: Opponent = {
			async solve() {
				const opponent = await lemon(problem);
				const answer = await opponent.solve();
				opponent.end();
				return answer;
			},
			end: () => undefined
		};
		const result = await race(problem, fresh, times(rounds), ours);
		const measured = `${ms(result.ours)}, ${result.ratio.toFixed(2)}`;
		table.line(work, `LEMON ${ms(result.theirs)}`, measured, '≤ 1', result.ratio <= 1);
	}
}

async function besideHighs(requests: number, rounds: number, part: number) {
	const highs = await highsLoader();
	const problem = instance('city', size(requests));
	const program = linearProgram(problem);
	const solve = () => {
		const before = performance.now();
		const model = highs.createModel(program);
		model.options.set({ output_flag: false });
		model.run();
		const cost = Math.round(model.getObjectiveValue());
		model.getSolution();
		const took = performance.now() - before;
		model.dispose();
		return Promise.resolve({ ms: took, cost });
	};
	await beside('HiGHS', 'city', requests, rounds, part, { solve, end: () => undefined });
}

async function besideMunkres(requests: number, rounds: number, part: number) {
	const problem = instance('city', size(requests));
	await beside('munkres', 'city', requests, rounds, part, munkresOn(problem, 'any'));
	// right only while there are no fewer places than requests
	await beside('munkres, smallest matrix', 'city', requests, rounds, part, munkresOn(problem, 'smallest'));
}

async function beside(
	name: string,
	family: Family,
	requests: number,
	rounds: number,
	part: number,
	they: Opponent
) {
	const problem = instance(family, size(requests));
	warmUp(problem, requests > 5_000 ? 3 : 20);
	const { theirs, ours, ratio } = await race(problem, they, Math.min(rounds, times(rounds)));
	const work = `${family} ${count(size(requests))}`;
	table.line(
		work,
		`${name} ${ms(theirs)}`,
		`${ms(ours)}, 1/${(1 / ratio).toFixed(0)}`,
		`≤ 1/${part}`,
		ratio <= 1 / part
	);
}

function growth(sizes: number[]) {
	let before: number | undefined;
	for (const requests of sizes) {
		const problem = instance('city', size(requests));
		warmUp(problem, requests > 50_000 ? 1 : 3);
		const each = median(Array.from({ length: times(5) }, () => timed(problem).ms)) / problem.volunteer.length;
		const measured = `${(each * 1e6).toFixed(0)} ns per arc`;
		const work = `growth, city ${count(size(requests))}`;
		if (before === undefined) table.line(work, '', measured, '', undefined);
		else
			table.line(
				work,
				'a tenth of it',
				`${measured}, × ${(each / before).toFixed(2)}`,
				'≤ × 3',
				each / before <= 3
			);
		before = each;
	}
}

function memory(requests: number, most: number) {
	for (const family of ['city', 'scarce'] as const) {
		const { peak } = inOwnProcess(instance(family, size(requests)))();
		const work = `peak memory of the process, ${family} ${count(size(requests))}`;
		table.line(work, '', `${peak.toFixed(0)} MB`, `≤ ${most} MB`, peak <= most);
	}
}

/**
 * Warm beside a new solve, in turn; every answer is proven, so the costs are the same. Each addition counts with the
 * middle of five solves, one in each of five rounds, so that what else the machine does for some moments is not taken for
 * a hard request.
 */
function oneMore(family: Family, requests: number, additions: number) {
	const all = instance(family, size(requests) + additions);
	const warm = assign(firstOf(all, size(requests)));
	const grown = oneMoreOf(all, size(requests));
	const places = Array.from({ length: additions }, (_, one) => size(requests) + one);
	for (const place of places.slice(0, 50)) assign(grown(place), { warm });
	const rounds = Array.from({ length: 5 }, () => places.map((place) => timed(grown(place), { warm })));
	const added = places.map((_, one) => median(rounds.map((round) => round[one]!.ms)));
	const again = places.flatMap((place, one) => {
		if (one % 10 > 0) return [];
		const anew = timed(grown(place));
		const { cost } = rounds[0]![one]!;
		if (anew.cost !== cost) throw new Error(`warm ${cost}, anew ${anew.cost}`);
		return [anew.ms];
	});
	const last = quantile(added, 0.99);
	const measured = `p50 ${ms(median(added))}, p99 ${ms(last)}`;
	const work = `one request added, ${family} ${count(size(requests))}`;
	table.line(work, `a new solve ${ms(median(again))}`, measured, 'p99 ≤ 5 ms', last <= 5);
}

function candidatesAndSolve(many: number, rounds: number) {
	const { requests, volunteers } = townOf(size(many), 1);
	assign(problemOf(candidatesFor(requests, volunteers, defaultWeights, context), volunteers, defaultWeights));
	const both = Array.from({ length: times(rounds) }, () => {
		const before = performance.now();
		const rows = candidatesFor(requests, volunteers, defaultWeights, context);
		const problem = problemOf(rows, volunteers, defaultWeights);
		const between = performance.now();
		const answer = assign(problem);
		const after = performance.now();
		prove(problem, answer);
		return { whole: after - before, candidates: between - before, arcs: problem.volunteer.length };
	});
	const whole = median(both.map((one) => one.whole));
	const candidates = median(both.map((one) => one.candidates));
	const measured = `${ms(whole)}, of which candidates ${ms(candidates)} (${count(both[0]!.arcs)} arcs)`;
	table.line(
		`candidates and solve, ${count(size(many))} × ${count(size(many))}`,
		'',
		measured,
		'≤ 1 s',
		whole <= 1_000
	);
}
