import type { Scope } from '../db/client.server.ts';
import type { Params } from '../shared/errors.ts';
import { newId } from '../shared/ids.ts';
import { addEvent, addEvents, addOpening } from './queries.server.ts';

/** What an event is about. */
export interface Subject {
	kind:
		| 'request'
		| 'card'
		| 'person'
		| 'task'
		| 'record'
		| 'import'
		| 'plan'
		| 'campaign'
		| 'pairing'
		| 'service'
		| 'roster'
		| 'duty'
		| 'booking'
		| 'ticket'
		| 'venue'
		| 'venue_booking'
		| 'activity'
		| 'occurrence'
		| 'service_point'
		| 'grid'
		| 'group'
		| 'partner'
		| 'cleanup';
	id: string;
}

/** Writes down what happened, in the transaction in which it happened. `actorId` is null when the system acted. */
export function recordEvent(
	scope: Scope,
	subject: Subject,
	kind: string,
	actorId: string | null,
	at: Date,
	params: Params = {}
): Promise<void> {
	return addEvent(scope, {
		id: newId(),
		subjectKind: subject.kind,
		subjectId: subject.id,
		kind,
		params,
		actorId,
		at
	});
}

/** The same for many things to which the same happens. */
export function recordEvents(
	scope: Scope,
	subjects: readonly Subject[],
	kind: string,
	actorId: string | null,
	at: Date
): Promise<void> {
	return addEvents(
		scope,
		subjects.map((subject) => ({
			id: newId(),
			subjectKind: subject.kind,
			subjectId: subject.id,
			kind,
			params: {},
			actorId,
			at
		}))
	);
}

/** Writes down that someone opened a person's data; the person can see it (PIPL; norms 志愿服务条例 20). */
export function recordOpening(
	scope: Scope,
	opening: { personId: string; what: string; reason: string; actorId: string; at: Date }
): Promise<void> {
	return addOpening(scope, { id: newId(), ...opening });
}
