import type { AssignmentProblem } from '#lib/matching/assign/index.ts';
import { random } from './random.ts';

/** People on a map: what one can do or asks, and when. Metres; skills and half days are bits. */
export interface People {
	many: number;
	x: Float64Array;
	y: Float64Array;
	skills: Int32Array;
	times: Int32Array;
	level: Int32Array;
}

const skills = 8;
const halfDays = 14;
/** Beyond this nobody is asked to go, metres. */
const reach = 500;

/** Six hundred on a square kilometre; helpers have three skills and half of the half days. */
export function peopleIn(many: number, helpers: boolean, seed: number): People {
	const dice = random(seed);
	const width = 1_000 * Math.sqrt(many / 600);
	const list = (value: () => number) => new Int32Array(many).map(value);
	const bit = (bits: number) => 1 << dice.below(bits);
	return {
		many,
		x: new Float64Array(many).map(() => dice.share() * width),
		y: new Float64Array(many).map(() => dice.share() * width),
		skills: list(() => (helpers ? bit(skills) | bit(skills) | bit(skills) : bit(skills))),
		times: list(() => (helpers ? dice.below(1 << halfDays) : bit(halfDays))),
		level: list(() => 1 + dice.below(3))
	};
}

/** Who can go to whom, by skill, level, time and reach, and what the way and the level cost. */
export function candidatesOf(requests: People, helpers: People): AssignmentProblem {
	const cells = cellsOf(helpers);
	const start = new Int32Array(requests.many + 1);
	let volunteer = new Int32Array(requests.many * 64);
	let cost = new Int32Array(volunteer.length);
	let arcs = 0;
	for (let request = 0; request < requests.many; request++) {
		if (arcs + helpers.many > volunteer.length) {
			volunteer = grown(volunteer, helpers.many);
			cost = grown(cost, helpers.many);
		}
		const first = arcs;
		const x = requests.x[request]!;
		const y = requests.y[request]!;
		cells.around(x, y, (helper) => {
			if ((helpers.skills[helper]! & requests.skills[request]!) === 0) return;
			if ((helpers.times[helper]! & requests.times[request]!) === 0) return;
			const above = helpers.level[helper]! - requests.level[request]!;
			const east = helpers.x[helper]! - x;
			const north = helpers.y[helper]! - y;
			const way = Math.sqrt(east * east + north * north);
			if (above < 0 || way > reach) return;
			volunteer[arcs] = helper;
			cost[arcs++] = Math.round(way) + 50 * above;
		});
		order(volunteer, cost, first, arcs);
		start[request + 1] = arcs;
	}
	return {
		requests: requests.many,
		volunteers: helpers.many,
		start,
		volunteer: volunteer.slice(0, arcs),
		cost: cost.slice(0, arcs),
		demand: new Int32Array(requests.many).fill(1),
		unmatchedCost: new Int32Array(requests.many).fill(8_000),
		capacity: new Int32Array(helpers.many).fill(1),
		loadStep: new Int32Array(helpers.many)
	};
}

function cellsOf(people: People) {
	const across = Math.ceil(Math.max(...people.x, ...people.y) / reach) + 1;
	const cells: number[][] = Array.from({ length: across * across }, () => []);
	const cell = (at: number) => Math.floor(at / reach);
	for (let one = 0; one < people.many; one++)
		cells[cell(people.y[one]!) * across + cell(people.x[one]!)]!.push(one);
	return {
		around(x: number, y: number, visit: (one: number) => void) {
			for (let row = cell(y) - 1; row <= cell(y) + 1; row++)
				for (let column = cell(x) - 1; column <= cell(x) + 1; column++)
					if (row >= 0 && column >= 0 && row < across && column < across)
						cells[row * across + column]!.forEach(visit);
		}
	};
}

/** By volunteer, as the solver wants them. */
function order(volunteer: Int32Array, cost: Int32Array, first: number, end: number): void {
	for (let arc = first + 1; arc < end; arc++) {
		const who = volunteer[arc]!;
		const what = cost[arc]!;
		let at = arc;
		for (; at > first && volunteer[at - 1]! > who; at--) {
			volunteer[at] = volunteer[at - 1]!;
			cost[at] = cost[at - 1]!;
		}
		volunteer[at] = who;
		cost[at] = what;
	}
}

function grown(list: Int32Array, more: number): Int32Array<ArrayBuffer> {
	const longer = new Int32Array(list.length * 2 + more);
	longer.set(list);
	return longer;
}
