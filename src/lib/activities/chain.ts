/** Somebody whom a name or a number in the text may mean. */
export interface ChainPerson {
	id: string;
	name: string;
}

/** Who is known in the community. */
export interface ChainPeople {
	named(name: string): readonly ChainPerson[];
	withPhone(phone: string): ChainPerson | undefined;
	/** Ids of those who are signed up already. */
	signed: ReadonlySet<string>;
}

/** Why somebody is asked about before a line counts. */
export type Doubt =
	| 'same_name'
	| 'not_found'
	| 'companions'
	| 'too_many'
	| 'relative'
	| 'somebody_else'
	| 'unsure'
	| 'unread'
	| 'no_number'
	| 'contradicts'
	| 'leaves';

/**
 * What becomes of a line. `sure`: one person, nothing to ask. `asked`: see its doubts. `already`: on the list. `twice`: said
 * above. `withdrawn`: taken back. `blank`: a number alone. `words`: no line of the list.
 */
export type ChainKind = 'sure' | 'asked' | 'already' | 'twice' | 'withdrawn' | 'blank' | 'words';

export interface ChainEntry {
	/** Names it among all of a text. */
	at: number;
	/** As it was pasted. */
	said: string;
	kind: ChainKind;
	doubts: Doubt[];
	/** The name as it was written; null where none was read. */
	name: string | null;
	/** Who may be meant, the likeliest first. */
	people: ChainPerson[];
	/** How many come along, as far as it could be read. */
	companions: number;
	/** What was written beside. */
	remark: string;
	/** Of a line that takes back: `-1`, which may mean fewer companions. */
	less?: boolean;
}

/** Longer texts are no list of one occasion. */
export const longestChain = 8_000;
