import { describe, expect, it } from 'vitest';
import { standingDecisions, withDecision, type Decided } from './decisions.ts';
import type { DecisionKind } from './plans.ts';

const decided = (requestId: string, personId: string, kind: DecisionKind, applied = false): Decided => ({
	requestId,
	personId,
	kind,
	applied
});

describe('what staff decided about pairs', () => {
	it('counts as decided last: since the plan before with the plan', () => {
		const both = [decided('tap', 'Li', 'lock', true), decided('tap', 'Li', 'forbid')];
		expect(standingDecisions(both)).toEqual([both[1]]);
		expect(standingDecisions([...both].reverse())).toEqual([both[1]]);
	});
	it('is nothing any more where the pair is free again', () => {
		expect(standingDecisions([decided('tap', 'Li', 'lock', true), decided('tap', 'Li', 'free')])).toEqual([]);
	});
});

describe('another decision', () => {
	const add = (before: Decided[], added: Decided, places = 1) => withDecision(before, added, places).since;

	it('takes the place of what was decided about the pair', () => {
		expect(add([decided('tap', 'Li', 'lock')], decided('tap', 'Li', 'forbid'))).toEqual([
			decided('tap', 'Li', 'forbid')
		]);
	});
	it('is not kept where it only says again what the plan was made with', () => {
		expect(add([decided('tap', 'Li', 'lock', true)], decided('tap', 'Li', 'lock'))).toEqual([]);
		expect(add([], decided('tap', 'Li', 'free'))).toEqual([]);
		expect(add([decided('tap', 'Li', 'lock')], decided('tap', 'Li', 'free'))).toEqual([]);
	});
	it('lets go of another one who was locked where there is one place', () => {
		expect(add([decided('tap', 'Li', 'lock')], decided('tap', 'Wu', 'lock'))).toEqual([
			decided('tap', 'Wu', 'lock')
		]);
		expect(add([decided('tap', 'Li', 'lock', true)], decided('tap', 'Wu', 'lock'))).toEqual([
			decided('tap', 'Wu', 'lock'),
			decided('tap', 'Li', 'free')
		]);
	});
	it('keeps both where there are two places, and leaves other requests alone', () => {
		const before = [decided('move', 'Li', 'lock'), decided('tap', 'Gu', 'lock')];
		expect(add(before, decided('move', 'Wu', 'lock'), 2)).toEqual([...before, decided('move', 'Wu', 'lock')]);
	});
	it('changes nothing of what the plan was made with', () => {
		const before = [decided('tap', 'Li', 'lock', true)];
		expect(withDecision(before, decided('tap', 'Wu', 'lock'), 1).applied).toEqual(before);
	});
});
