import type { NeedKey } from '#lib/skills/needs.ts';
import { companyStories } from './stories-company.ts';
import { homeStories } from './stories-home.ts';

/**
 * Who asks for it: an old person, a child through its parents (small or at school), someone of working age, or
 * anybody.
 */
export type Asker = 'old' | 'small_child' | 'pupil' | 'working' | 'anyone';

/** One thing that was asked for: its title, what was told beside it, and what the volunteer wrote afterwards. */
export type Case = [title: string, note: string | null, done: string];

/** How people ask for one kind of help, and how they thank for it. */
export interface Story {
	need: NeedKey;
	/** How often it is asked for, against the others. */
	weight: number;
	asker: Asker;
	cases: Case[];
	/** None where it is in confidence. */
	thanks: string[];
}

export const stories: readonly Story[] = [...homeStories, ...companyStories];
