import { nameOf } from '#lib/activities/words.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Tone } from '#lib/ui/ui.ts';
import type { CleanupState, PictureMoment, PictureState } from './cleanups.ts';
import type { Missing } from './missing.ts';

const states: Record<CleanupState, { words: () => string; tone: Tone }> = {
	draft: { words: m.cleanups_state_draft, tone: 'amber' },
	announced: { words: m.cleanups_state_announced, tone: 'blue' },
	running: { words: m.cleanups_state_running, tone: 'red' },
	closed: { words: m.cleanups_state_closed, tone: 'green' },
	cancelled: { words: m.cleanups_state_cancelled, tone: 'grey' }
};

/** What is said of a day, and its tint. */
export function stateTag(state: CleanupState): { words: string; tone: Tone } {
	const { words, tone } = states[state];
	return { words: words(), tone };
}

/** The order in which people count: 2 号楼 before 10 号楼. */
export const byNumber = new Intl.Collator('zh-CN', { numeric: true }).compare;

interface Named {
	name: string;
	nameEn: string;
}

/** A team by the name of its unit or group, or by its own. */
export function teamName({
	unit,
	group,
	name
}: {
	unit: Named | null;
	group: Named | null;
	name: string | null;
}): string {
	const named = unit ?? group;
	return named ? nameOf(named) : (name ?? '');
}

/** What is said of an area, in the reader's language. */
interface AreaWords {
	name: string;
	work: string;
	meetAt: string;
}

/** The same area, its words in the reader's language. */
export function inWords<Area extends AreaWords & Record<`${keyof AreaWords}En`, string>>(area: Area): Area {
	return {
		...area,
		name: nameOf(area),
		work: nameOf({ name: area.work, nameEn: area.workEn }),
		meetAt: nameOf({ name: area.meetAt, nameEn: area.meetAtEn })
	};
}

/** What is missing before a day can be announced. */
export function missingWords(missing: Missing, areas: readonly { id: string; name: string }[]): string {
	if (missing.what === 'past') return m.cleanups_missing_past();
	if (missing.what === 'no_area') return m.cleanups_missing_no_area();
	const names = areas.filter(({ id }) => missing.areaIds.includes(id)).map(({ name }) => name);
	return m.cleanups_missing_no_building({ areas: names.join(m.hours_comma()) });
}

const moments: Record<PictureMoment, () => string> = {
	before: m.cleanups_before,
	after: m.cleanups_after
};

export const momentName = (moment: PictureMoment): string => moments[moment]();

const pictures: Record<PictureState, { words: () => string; tone: Tone }> = {
	held: { words: m.cleanups_picture_held, tone: 'amber' },
	shown: { words: m.cleanups_picture_shown, tone: 'green' },
	refused: { words: m.cleanups_picture_refused, tone: 'grey' }
};

/** What is said of a picture, and its tint. */
export function pictureTag(state: PictureState): { words: string; tone: Tone } {
	const { words, tone } = pictures[state];
	return { words: words(), tone };
}

/** A minute of the day as a form has it, 08:30. */
export const clockAt = (minute: number): string =>
	`${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
