import type { Transitions } from '#lib/shared/states.ts';
import type { StoryState } from './groups.ts';

/** A story may be let through and held again as often as somebody finds it wrong. */
export const storyTransitions: Transitions<StoryState> = {
	held: ['shown', 'refused'],
	shown: ['held'],
	refused: ['shown']
};

/** The most pictures of a story. */
export const mostPictures = 4;
/** So many stories a day somebody may find wrong; each is hidden until it was looked at. */
export const mostReports = 5;
/** The longest story, characters. */
export const longestStory = 1000;
