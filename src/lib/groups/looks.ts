import type { IconName } from '#lib/ui/icons.ts';
import type { Tone } from '#lib/ui/ui.ts';
import type { GroupKind, Theme } from './groups.ts';

/** The picture and tint of each kind of group. */
export const groupLooks: Record<GroupKind, { icon: IconName; tone: Tone }> = {
	arts: { icon: 'palette', tone: 'red' },
	sports: { icon: 'dumbbell', tone: 'green' },
	reading: { icon: 'book-open', tone: 'blue' },
	volunteers: { icon: 'hand-heart', tone: 'red' },
	class: { icon: 'graduation-cap', tone: 'amber' },
	other: { icon: 'users-round', tone: 'blue' }
};

/** The picture and tint of each theme. */
export const themeLooks: Record<Theme, { icon: IconName; tone: Tone }> = {
	learning: { icon: 'book-open', tone: 'blue' },
	peace: { icon: 'shield-check', tone: 'green' },
	cleanliness: { icon: 'leaf', tone: 'green' },
	service: { icon: 'hand-helping', tone: 'red' },
	culture: { icon: 'palette', tone: 'amber' },
	prosperity: { icon: 'store', tone: 'blue' }
};
