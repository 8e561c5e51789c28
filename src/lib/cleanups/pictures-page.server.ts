import { nameOf } from '#lib/activities/words.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { areasOf } from './area-queries.server.ts';
import type { PictureMoment } from './cleanups.ts';
import { picturesOf } from './picture-queries.server.ts';
import { momentName, pictureTag } from './words.ts';

/** A picture of a day as staff look at it. */
export type DeskPicture = Awaited<ReturnType<typeof deskPictures>>[number];

/** All pictures of a day, those that wait to be looked at first. */
export async function deskPictures(scope: Scope, cleanupId: string) {
	const names = new Map((await areasOf(scope, cleanupId)).map((one) => [one.id, nameOf(one)]));
	const order = { held: 0, shown: 1, refused: 2 };
	return (await picturesOf(scope, cleanupId))
		.toSorted((a, b) => order[a.status] - order[b.status])
		.map(({ fileId, areaId, moment, status }) => ({
			...{ id: fileId, status },
			title: `${names.get(areaId)} · ${momentName(moment)}`,
			state: pictureTag(status)
		}));
}

/** The pictures of an area that were let through, before and after. */
export interface AreaPictures {
	id: string;
	name: string;
	moments: { moment: PictureMoment; title: string; pictures: string[] }[];
}

/** The pictures that were let through, area by area; areas without any are left out. */
export async function shownPictures(scope: Scope, cleanupId: string): Promise<AreaPictures[]> {
	const shown = (await picturesOf(scope, cleanupId)).filter(({ status }) => status === 'shown');
	const areas = await areasOf(scope, cleanupId);
	return areas
		.map(({ id, ...named }) => ({
			...{ id, name: nameOf(named) },
			moments: (['before', 'after'] as const).map((moment) => ({
				moment,
				title: momentName(moment),
				pictures: shown
					.filter((one) => one.areaId === id && one.moment === moment)
					.map(({ fileId }) => fileId)
			}))
		}))
		.filter(({ moments }) => moments.some(({ pictures }) => pictures.length > 0));
}
