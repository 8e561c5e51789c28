import type { NeedKey } from '#lib/skills/needs.ts';
import { companyStories } from './stories-company.ts';
import { homeStories } from './stories-home.ts';

/**
 * Who asks for it: an old person, a child through its parents (small or at school), someone of working age, or
 * anybody.
 */
export type Asker = 'old' | 'small_child' | 'pupil' | 'working' | 'anyone';

/** How people ask for one kind of help, and what is said of it afterwards. */
export interface Story {
	need: NeedKey;
	/** How often it is asked for, against the others. */
	weight: number;
	asker: Asker;
	titles: string[];
	/** What is told beside; half of the requests come without. */
	notes: string[];
	/** What the volunteer writes down when it is done. */
	done: string[];
}

export const stories: readonly Story[] = [...homeStories, ...companyStories];
