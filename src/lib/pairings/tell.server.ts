import { personById } from '#lib/accounts/queries.server.ts';
import { staffIds } from '#lib/accounts/role-queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import type { NoticeTemplate } from '#lib/notifications/notices.ts';
import { notify } from '#lib/notifications/notify.server.ts';
import type { PairingRow } from './pair-queries.server.ts';

/** Tells the resident of a pair something about the companion, by name. */
export async function tellResident(
	scope: Scope,
	pairing: PairingRow,
	template: NoticeTemplate,
	now: Date,
	about = pairing.id
): Promise<void> {
	const member = await personById(scope, pairing.memberId);
	const news = { template, params: { name: member?.name ?? '' }, path: '/companion', about };
	await notify(scope, [pairing.residentId], news, now);
}

/** Tells staff something about a pair, by the name of the resident. */
export async function tellStaff(
	scope: Scope,
	pairing: PairingRow,
	template: NoticeTemplate,
	now: Date,
	about = pairing.id
): Promise<void> {
	const resident = await personById(scope, pairing.residentId);
	const news = {
		template,
		params: { name: resident?.name ?? '' },
		path: `/desk/pairings/${pairing.campaignId}/pairs/${pairing.id}`,
		about
	};
	await notify(scope, await staffIds(scope), news, now);
}
