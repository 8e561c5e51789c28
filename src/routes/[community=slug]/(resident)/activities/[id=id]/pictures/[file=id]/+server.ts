import { activityPicture } from '#lib/activities/picture.server.ts';
import { readOpenly } from '#lib/web/act.server.ts';
import type { RequestHandler } from './$types';

/** A picture of an activity, for those who may see it. */
export const GET: RequestHandler = async (event) => {
	const { id: activityId, file: fileId } = event.params;
	const { mime, bytes } = await readOpenly(event, ({ scope, actor, now, zone }) =>
		activityPicture(scope, actor, { activityId, fileId }, { now, zone })
	);
	return new Response(new Uint8Array(bytes), {
		headers: {
			'content-type': mime,
			'content-length': String(bytes.length),
			'cache-control': 'private, no-store'
		}
	});
};
