import { subdistrictById } from '#lib/places/queries.server.ts';
import { inCommon } from '#lib/db/client.server.ts';
import { communityName } from '#lib/subdistrict/words.ts';
import { readAsSupervisor } from '#lib/web/supervise.server.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = (event) =>
	readAsSupervisor(event, async ({ supervisor }) => {
		const [first] = supervisor.communities;
		const subdistrict = await inCommon((scope) => subdistrictById(scope, first!.subdistrictId));
		return { subdistrict: subdistrict ? communityName(subdistrict) : '' };
	});
