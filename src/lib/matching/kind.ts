import type { Day } from '#lib/shared/time.ts';
import type { RequestFacts, VolunteerFacts } from './matching.ts';

/** What of a request is the kind of help, whoever asks, wherever and whenever. */
const kindFields = [
	'consented',
	'skill',
	'level',
	'mustBeConfirmed',
	'presence',
	'vulnerable',
	'risk',
	'strains'
] as const satisfies readonly (keyof RequestFacts)[];

type Kind = Pick<RequestFacts, (typeof kindFields)[number]>;

/** As much of an occasion as rules may look at whose answer is the same for all requests of a kind. */
export interface KindOccasion {
	request: Kind;
	/** Papers must be valid then. */
	firstDay: Day;
	today: Day;
}

/** What of a volunteer is the same whoever looks at him, and for whichever week. */
export type StandingFacts = Omit<VolunteerFacts, 'history' | 'minutesThisWeek'>;

/** The same text for requests of one kind. */
export function kindKey(request: Kind): string {
	return kindFields.map((field) => String(request[field])).join();
}
