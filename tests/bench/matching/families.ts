import type { AssignmentProblem } from '#lib/matching/assign/index.ts';
import { random, type Random } from './random.ts';

/** The kinds of town that the solver is measured on; `matching` in docs/benchmarks.md says what each is like. */
export type Family = 'city' | 'balanced' | 'scarce' | 'fair' | 'core' | 'hot' | 'ties' | 'chain' | 'teams';

/** Eligible volunteers of a request, about. */
const candidates = 45;
/** Of those near only some are eligible: free, skilled, willing. */
const lookedAt = 80;
/** People in a row of `chain`. */
const longest = 1_000;
/** Metres between neighbourhoods. */
const block = 900;

interface Town {
	/** Metres. */
	x: Float64Array;
	y: Float64Array;
}

/**
 * An instance of a family, the same for the same seed.
 * @param requests how many
 */
export function instance(family: Family, requests: number, seed = 1): AssignmentProblem {
	const dice = random(seed * 7919 + requests);
	if (family === 'chain') return chain(requests, dice);
	const volunteers = Math.ceil(requests * (family === 'balanced' ? 1 : family === 'scarce' ? 0.4 : 0.7));
	const rows =
		family === 'hot' ? popular(requests, volunteers, dice) : nearby(family, requests, volunteers, dice);
	if (family === 'ties')
		rows.forEach((row) => row.forEach((_, who) => row.set(who, 100 * (1 + dice.below(5)))));
	const one = family === 'balanced';
	return {
		...packed(rows),
		volunteers,
		demand: filled(requests, () => (family === 'teams' ? 1 + dice.below(5) : 1)),
		unmatchedCost: filled(requests, () => [8_000, 12_000, 20_000, 40_000][dice.below(4)]!),
		capacity: filled(volunteers, () => (one ? 1 : (1 + dice.below(3)) * (family === 'teams' ? 3 : 1))),
		loadStep: filled(volunteers, () => (family === 'fair' ? 80 + dice.below(400) : 0))
	};
}

/** Eligible are some of those near; the cost is the way and how well they suit. */
function nearby(family: Family, requests: number, volunteers: number, dice: Random): Map<number, number>[] {
	const width = block * Math.ceil(Math.sqrt(requests / 100));
	const quarters = town(Math.ceil(requests / 100), width, dice);
	const helpers = family === 'core' ? ring(volunteers, width, dice) : spread(volunteers, quarters, dice);
	const homes = family === 'core' ? ring(requests, width, dice) : spread(requests, quarters, dice);
	const near = grid(helpers, width, lookedAt);
	return Array.from({ length: requests }, (_, request) => {
		const row = new Map<number, number>();
		const x = homes.x[request]!;
		const y = homes.y[request]!;
		// downtown asks, and each street out of it leads to other helpers
		const to =
			family === 'core'
				? { x: width / 2 + dice.normal() * 300, y: width / 2 + dice.normal() * 300 }
				: { x, y };
		const those = near(x, y);
		for (const helper of those) {
			if (dice.share() * those.length > candidates) continue;
			const way = Math.hypot(helpers.x[helper]! - to.x, helpers.y[helper]! - to.y);
			row.set(helper, Math.round(way) + suiting(dice));
		}
		return row;
	});
}

/** A few volunteers are wanted by nearly everybody (Zipf). */
function popular(requests: number, volunteers: number, dice: Random): Map<number, number>[] {
	return Array.from({ length: requests }, () => {
		const row = new Map<number, number>();
		while (row.size < Math.min(candidates, volunteers)) {
			const helper = Math.floor(Math.pow(volunteers + 1, dice.share())) - 1;
			const any = dice.share() < 0.5 ? dice.below(volunteers) : helper;
			row.set(any, 100 + dice.below(3_000) + Math.round(200 * Math.log(1 + any)));
		}
		return row;
	});
}

/** Everybody is wanted by two in a long row of which only the far end is free. */
function chain(requests: number, dice: Random): AssignmentProblem {
	const order = shuffled(requests, dice);
	const rows: Map<number, number>[] = Array.from({ length: requests }, () => new Map());
	shuffled(requests, dice).forEach((request, place) => {
		const row = rows[request]!;
		if (place % longest > 0) row.set(order[place - 1]!, 100 + dice.below(10));
		row.set(order[place]!, 120 + dice.below(10));
	});
	const every = (value: number, length: number) => filled(length, () => value);
	return {
		...packed(rows),
		volunteers: requests,
		demand: every(1, requests),
		unmatchedCost: every(2_000_000, requests),
		capacity: every(1, requests),
		loadStep: every(0, requests)
	};
}

/** What beside the way enters a cost: level, word, wishes, whether they know each other. */
function suiting(dice: Random): number {
	const known = dice.share() < 0.1 ? 0 : 300;
	return (
		known +
		(dice.share() < 0.4 ? 300 : 0) +
		(dice.share() < 0.3 ? 300 : 0) +
		50 * dice.below(4) +
		dice.below(60)
	);
}

function town(quarters: number, width: number, dice: Random): Town {
	return places(quarters, () => [dice.share() * width, dice.share() * width]);
}

/** Around the quarters, some of which have more of them than others. */
function spread(people: number, quarters: Town, dice: Random): Town {
	const homes = Array.from({ length: quarters.x.length }, () => 1 + dice.below(3)).flatMap((share, quarter) =>
		new Array<number>(share).fill(quarter)
	);
	return places(people, () => {
		const quarter = homes[dice.below(homes.length)]!;
		return [quarters.x[quarter]! + dice.normal() * 250, quarters.y[quarter]! + dice.normal() * 250];
	});
}

function ring(people: number, width: number, dice: Random): Town {
	return places(people, () => {
		const angle = dice.share() * 2 * Math.PI;
		const away = width * (0.2 + 0.3 * dice.share());
		return [width / 2 + Math.cos(angle) * away, width / 2 + Math.sin(angle) * away];
	});
}

function places(many: number, place: () => [number, number]): Town {
	const town = { x: new Float64Array(many), y: new Float64Array(many) };
	for (let one = 0; one < many; one++) [town.x[one]!, town.y[one]!] = place();
	return town;
}

/** Gives those around a point, cell by cell outwards, until there are more than `enough`. */
function grid(town: Town, width: number, enough: number): (x: number, y: number) => number[] {
	const many = town.x.length;
	const across = Math.max(1, Math.floor(Math.sqrt(many / 10)));
	const cell = (at: number) => Math.max(0, Math.min(across - 1, Math.floor((at / width) * across)));
	const cells: number[][] = Array.from({ length: across * across }, () => []);
	for (let one = 0; one < many; one++) cells[cell(town.y[one]!) * across + cell(town.x[one]!)]!.push(one);
	return (x, y) => {
		const found: number[] = [];
		for (let reach = 0; reach <= across && found.length < enough; reach++)
			for (let row = cell(y) - reach; row <= cell(y) + reach; row++)
				for (let column = cell(x) - reach; column <= cell(x) + reach; column++) {
					const edge = Math.max(Math.abs(row - cell(y)), Math.abs(column - cell(x))) === reach;
					if (edge && row >= 0 && column >= 0 && row < across && column < across)
						found.push(...cells[row * across + column]!);
				}
		return found;
	};
}

function packed(
	rows: Map<number, number>[]
): Pick<AssignmentProblem, 'requests' | 'start' | 'volunteer' | 'cost'> {
	const start = new Int32Array(rows.length + 1);
	rows.forEach((row, request) => (start[request + 1] = start[request]! + row.size));
	const volunteer = new Int32Array(start[rows.length]!);
	const cost = new Int32Array(start[rows.length]!);
	rows.forEach((row, request) => {
		const sorted = [...row].sort((one, other) => one[0] - other[0]);
		sorted.forEach(([who, what], place) => {
			volunteer[start[request]! + place] = who;
			cost[start[request]! + place] = what;
		});
	});
	return { requests: rows.length, start, volunteer, cost };
}

function filled(length: number, value: () => number): Int32Array {
	return new Int32Array(length).map(value);
}

function shuffled(many: number, dice: Random): number[] {
	const order = Array.from({ length: many }, (_, one) => one);
	for (let last = many - 1; last > 0; last--) {
		const other = dice.below(last + 1);
		[order[last], order[other]] = [order[other]!, order[last]!];
	}
	return order;
}
