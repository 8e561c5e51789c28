import { groupPicture } from '#lib/groups/picture.server.ts';
import { readOpenly } from '#lib/web/act.server.ts';
import type { RequestHandler } from './$types';

/** A picture of a group, for those who may see it. */
export const GET: RequestHandler = async (event) => {
	const { id: groupId, file: fileId } = event.params;
	const { mime, bytes } = await readOpenly(event, ({ scope, actor, now, zone }) =>
		groupPicture(scope, actor, { groupId, fileId }, { now, zone })
	);
	return new Response(new Uint8Array(bytes), {
		headers: {
			'content-type': mime,
			'content-length': String(bytes.length),
			'cache-control': 'private, no-store'
		}
	});
};
