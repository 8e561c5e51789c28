import type { Gate } from './gates.ts';

/** The gates that stand for a kind of help, by what they look at. */
export type GatesByLook = { [Look in Gate['looksAt']]: Extract<Gate, { looksAt: Look }>[] };

/** Each in the order in which they stand. */
export function byLook(standing: readonly Gate[]): GatesByLook {
	return {
		kind: standing.filter((gate) => gate.looksAt === 'kind'),
		pair: standing.filter((gate) => gate.looksAt === 'pair'),
		people: standing.filter((gate) => gate.looksAt === 'people'),
		week: standing.filter((gate) => gate.looksAt === 'week'),
		moment: standing.filter((gate) => gate.looksAt === 'moment')
	};
}
