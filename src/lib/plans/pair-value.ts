import { isId } from '#lib/shared/ids.ts';
import { decisionKinds, type DecisionKind } from './plans.ts';

/** A request and a person, as staff point at them on the board. */
export interface PointedAt {
	requestId: string;
	personId: string;
}

/** A pair as one value of a form, an address or an element's id. */
export function pairValue({ requestId, personId }: PointedAt): string {
	return `${requestId}.${personId}`;
}

/** Reads such a value; null where the text is none. */
export function readPair(text: string): PointedAt | null {
	const [requestId = '', personId = '', ...more] = text.split('.');
	return isId(requestId) && isId(personId) && more.length === 0 ? { requestId, personId } : null;
}

/** A decision as the value of a button: `lock.<request>.<person>`. */
export function decisionValue(kind: DecisionKind, pair: PointedAt): string {
	return `${kind}.${pairValue(pair)}`;
}

/** Reads it again; null where the text is none. */
export function readDecision(text: string): (PointedAt & { kind: DecisionKind }) | null {
	const [word = '', ...ids] = text.split('.');
	const kind = decisionKinds.find((one) => one === word);
	const pair = readPair(ids.join('.'));
	return kind && pair ? { kind, ...pair } : null;
}
