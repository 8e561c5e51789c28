import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contextAt, zone } from '../facts.fixture.ts';
import { firstFree, never } from '../freetime.ts';
import { recheck, standingGates } from '../gates.ts';
import { occasionOf } from '../occasion.ts';
import { costOf } from '../score.ts';
import { defaultWeights } from '../weights.ts';
import { candidatesFor, type Row } from './candidates.ts';
import { manifoldTown } from './manifold-town.fixture.ts';
import type { Planned } from './planning.ts';
import { seenFrom, weekOf } from './seen-from.ts';

const context = contextAt();
/** Everybody asked by the plain rules whether he may come at the time of the row, and what that costs. */
function plainly({ request, context: own, agreed }: Row, volunteers: readonly Planned[]): [number, number][] {
	const { start, end } = agreed!;
	const then = { ...request, windows: [{ start: new Date(start), end: new Date(end) }] };
	return volunteers.flatMap((volunteer, place): [number, number][] => {
		const view = seenFrom(request, volunteer, weekOf(start, zone));
		if (recheck(then, view, own).stops.length > 0) return [];
		return [[place, costOf(occasionOf(then, own), view, defaultWeights)]];
	});
}

test('the candidates of a plan are exactly those whom the gates let through one by one, at the same costs', () => {
	fc.assert(
		fc.property(manifoldTown, ({ requests, volunteers }) => {
			for (const row of candidatesFor(requests, volunteers, defaultWeights, context)) {
				const pairs = Array.from(row.who, (place, index) => [place, row.costs[index]]);
				if (row.agreed) expect(pairs).toEqual(plainly(row, volunteers));
				else expect(volunteers.filter((one) => mightCome(row, one))).toEqual([]);
			}
		}),
		{ numRuns: 600 }
	);
});

test('of the times that suit somebody first, the one is agreed at which most may come, and the earliest of these', () => {
	fc.assert(
		fc.property(manifoldTown, ({ requests, volunteers }) => {
			for (const row of candidatesFor(requests, volunteers, defaultWeights, context)) {
				if (!row.agreed) continue;
				const open = occasionOf(row.request, row.context);
				const firsts = volunteers
					.filter((one) => mightCome(row, one))
					.map((one) => firstFree(open, viewOf(row, one)));
				const starts = [...new Set(firsts)].filter((start) => start !== never);
				if (starts.length > 6) continue;
				const counts = starts.map((start) => {
					const agreed = { ...row.agreed!, start, end: start + open.length };
					return { start, many: plainly({ ...row, agreed }, volunteers).length };
				});
				const best = counts.sort((a, b) => b.many - a.many || a.start - b.start)[0]!;
				expect(row.agreed.start).toBe(best.start);
			}
		}),
		{ numRuns: 300 }
	);
});

function viewOf({ request, context: own }: Row, volunteer: Planned) {
	const open = occasionOf(request, own);
	return seenFrom(request, volunteer, weekOf(open.openings[0]?.start ?? open.now, zone));
}

/** Whether he passes all gates at some time, whatever else he does in that week. */
function mightCome(row: Row, volunteer: Planned): boolean {
	const open = occasionOf(row.request, row.context);
	const gates = standingGates(open).filter(({ code }) => code !== 'weekly_minutes');
	return gates.every((gate) => gate.passes(open, viewOf(row, volunteer)));
}
