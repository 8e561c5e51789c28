import { campaignHead } from '#lib/pairings/head.server.ts';
import { pairLines } from '#lib/pairings/pairs.server.ts';
import { pairingStates } from '#lib/pairings/pairings.ts';
import { stateTag } from '#lib/pairings/words.ts';
import { readAsStaff } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, now, zone }) => {
		const { head } = await campaignHead(scope, event.params.id);
		const all = await pairLines(scope, head.id, { now, zone });
		const state = pairingStates.find((one) => one === event.url.searchParams.get('state')) ?? null;
		return {
			head,
			state,
			states: pairingStates.map((value) => ({
				value,
				name: stateTag(value).words,
				count: all.filter(({ status }) => status === value).length
			})),
			total: all.length,
			pairs: state ? all.filter(({ status }) => status === state) : all
		};
	});
