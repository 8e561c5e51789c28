import { photoFor } from '#lib/tasks/photo.server.ts';
import { readAs } from '#lib/web/act.server.ts';
import type { RequestHandler } from './$types';

/** A photo of what was done, for those whom it concerns. */
export const GET: RequestHandler = async (event) => {
	const { mime, bytes } = await readAs(event, ({ scope, actor }) => photoFor(scope, actor, event.params.id));
	return new Response(new Uint8Array(bytes), {
		headers: {
			'content-type': mime,
			'content-length': String(bytes.length),
			'cache-control': 'private, no-store'
		}
	});
};
