import { pictureFor } from '#lib/cleanups/pictures.server.ts';
import { readOpenly } from '#lib/web/act.server.ts';
import type { RequestHandler } from './$types';

/** A picture of a day, for those who may see it. */
export const GET: RequestHandler = async (event) => {
	const { id: cleanupId, file: fileId } = event.params;
	const { mime, bytes } = await readOpenly(event, ({ scope, actor }) =>
		pictureFor(scope, actor, { cleanupId, fileId })
	);
	return new Response(new Uint8Array(bytes), {
		headers: {
			'content-type': mime,
			'content-length': String(bytes.length),
			'cache-control': 'private, no-store'
		}
	});
};
