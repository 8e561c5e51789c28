import { m } from '#lib/paraglide/messages.js';
import type { Option, Tone } from '#lib/ui/ui.ts';
import type { ChainEntry, ChainKind, Doubt } from './chain.ts';

/** A line of a pasted list, as it is shown. */
export interface ChainLine {
	at: number;
	said: string;
	kind: ChainKind;
	/** What it is taken for, or what became of it. */
	state: { words: string; tone: Tone };
	/** Who was read from it. */
	name: string | null;
	companions: number;
	/** What has to be answered, in words. */
	doubts: string[];
	/** Takes somebody off the list. */
	leaves: boolean;
	/** Only how many come along is open, so the person is chosen already. */
	ready: boolean;
	/** Whom it may mean; nobody where it is not asked about. */
	choices: Option[];
}

/** A pasted list as it was read, or as it was carried out. */
export interface ChainView {
	lines: ChainLine[];
	done: boolean;
	/** How many companions one may bring. */
	most: number;
}

const kinds: Record<ChainKind, { words: () => string; tone: Tone }> = {
	sure: { words: m.papers_kind_sure, tone: 'green' },
	asked: { words: m.papers_kind_asked, tone: 'amber' },
	already: { words: m.papers_kind_already, tone: 'blue' },
	twice: { words: m.papers_kind_twice, tone: 'grey' },
	withdrawn: { words: m.papers_kind_withdrawn, tone: 'grey' },
	blank: { words: m.papers_kind_blank, tone: 'grey' },
	words: { words: m.papers_kind_words, tone: 'grey' }
};

const doubts: Record<Doubt, (name: string) => string> = {
	same_name: (name) => m.papers_doubt_same_name({ name }),
	not_found: (name) => (name ? m.papers_doubt_not_found({ name }) : m.papers_doubt_no_name()),
	companions: m.papers_doubt_companions,
	too_many: m.papers_doubt_too_many,
	relative: (name) => m.papers_doubt_relative({ name }),
	somebody_else: m.papers_doubt_somebody_else,
	unsure: m.papers_doubt_unsure,
	unread: (name) => m.papers_doubt_unread({ name }),
	no_number: m.papers_doubt_no_number,
	contradicts: (name) => m.papers_doubt_contradicts({ name }),
	leaves: (name) => m.papers_doubt_leaves({ name })
};

const ofCompanions: readonly Doubt[] = ['companions', 'too_many', 'contradicts'];

/** @param homeOf the building of somebody, where it helps to tell people apart */
export function chainLine(entry: ChainEntry, homeOf: (personId: string) => string | null): ChainLine {
	const { at, said, kind, name, companions, people } = entry;
	const { words, tone } = kinds[kind];
	const leaves = entry.doubts.includes('leaves');
	const choices = people.map((person) => {
		const label = withHome(person.name, homeOf(person.id));
		return { value: person.id, label: leaves ? m.papers_chain_take_off({ name: label }) : label };
	});
	return {
		at,
		said,
		kind,
		state: { words: words(), tone },
		name,
		companions,
		doubts: kind === 'asked' ? mainDoubts(entry.doubts).map((doubt) => doubts[doubt](name ?? '')) : [],
		leaves,
		ready: entry.doubts.every((doubt) => ofCompanions.includes(doubt)),
		choices: kind === 'asked' ? choices : []
	};
}

/** What has to be answered first: without a person nothing else is asked, and a limit says more than a guess. */
function mainDoubts(all: readonly Doubt[]): readonly Doubt[] {
	if (all.includes('not_found')) return ['not_found'];
	return all.includes('too_many') ? all.filter((doubt) => doubt !== 'companions') : all;
}

function withHome(name: string, home: string | null): string {
	return home ? m.papers_person_at({ name, home }) : name;
}
