import { randomOf, type Draft } from './draft.ts';
import { drawTogether } from './drawing.ts';
import type { Random } from './random.ts';

/** Activities that have a picture, with how many people are on it. */
const pictured: Readonly<Record<string, number>> = { 重阳敬老宴: 7, 冬季大清扫: 5, 登山健走: 6 };

/** What was told, with how many pictures; what is held waits to be looked at. */
interface Told {
	words: string;
	photos: number;
	held?: true;
}

/** What was told of the last date of an activity. */
const stories: Readonly<Record<string, Told>> = {
	越剧演唱: { words: '今天唱了《追鱼》，新来的两位跟着哼，走的时候都会了。', photos: 1 },
	重阳敬老宴: { words: '六十位老人一起吃长寿面，最大的九十三岁，精神得很。', photos: 2 },
	河边捡垃圾: { words: '沿河两公里，装了十一袋，水边干净多了。', photos: 1 }
};

/** Of the community's own: staff look at it. */
const held: Told = { words: '给老人表演的孩子们也拍了一张，家长都同意了。', photos: 1, held: true };

/** Pictures of activities, and what those who came told of them. */
export function pictureActivities(draft: Draft): void {
	const random = randomOf(draft, 'activity pictures');
	for (const activity of draft.rows.activities) {
		const people = pictured[activity.name];
		if (people) activity.pictureId = draw(draft, random, people, activity.ledBy, activity.createdAt);
	}
	for (const [name, said] of Object.entries(stories)) tellOf(draft, random, name, said);
	tellOf(draft, random, '重阳敬老宴', held);
}

function tellOf(draft: Draft, random: Random, name: string, { words, photos, held }: Told): void {
	const { rows, calendar } = draft;
	const activity = rows.activities.find((one) => one.name === name)!;
	const eve = calendar.at(-1, 17 * 60);
	const date = rows.occurrences.findLast(
		({ activityId, during }) => activityId === activity.id && during.end <= eve
	);
	const all = rows.attendances.filter(
		({ occurrenceId, status }) => occurrenceId === date?.id && status === 'came'
	);
	const came = held ? all.at(-1) : all[0];
	if (!date || !came) return;
	const id = draft.id('date_story');
	const createdAt = new Date(Math.min(+date.during.end + 2 * 3_600_000, +eve));
	const about = { groupId: activity.groupId ?? null, occurrenceId: date.id };
	const shown = { status: 'shown', decidedBy: activity.ledBy, decidedAt: createdAt } as const;
	const decided = held ? ({ status: 'held', decidedBy: null, decidedAt: null } as const) : shown;
	rows.groupStories.push({ ...about, ...decided, id, authorId: came.personId, words, createdAt });
	for (let position = 0; position < photos; position++) {
		const fileId = draw(draft, random, 4 + 2 * position, came.personId, createdAt);
		rows.groupStoryPictures.push({ fileId, storyId: id, position });
	}
}

function draw(draft: Draft, random: Random, people: number, createdBy: string, createdAt: Date): string {
	const id = draft.id('activity_picture');
	draft.rows.pictures.push({ id, createdBy, createdAt, svg: drawTogether(random, people) });
	return id;
}
