import { takeConsent } from '#lib/accounts/consent-at-desk.server.ts';
import { openContact } from '#lib/accounts/open.server.ts';
import { personById } from '#lib/accounts/queries.server.ts';
import { verifyPerson } from '#lib/accounts/register.server.ts';
import { agreeOtherTime, refuseOtherTime } from '#lib/matching/accept.server.ts';
import { approve, undoApproval } from '#lib/matching/approve.server.ts';
import { boardQuery, readBoardAddress } from '#lib/matching/board-address.ts';
import { inOrder } from '#lib/matching/choice.ts';
import { handling } from '#lib/matching/desk.ts';
import { cancelRequest } from '#lib/matching/finish.server.ts';
import { requestPage } from '#lib/matching/request-page.server.ts';
import { returnRequest } from '#lib/matching/return.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { openNote } from '#lib/requests/note.server.ts';
import { acceptRequest, askBack } from '#lib/requests/triage.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { readAsStaff, staffAction, type Act } from '#lib/web/act.server.ts';
import { id, optionalId, optionalText, text, z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, actor, now, zone }) => {
		const address = readBoardAddress(event.url.searchParams);
		return {
			key: newId(),
			board: address,
			page: await requestPage(scope, actor, { id: event.params.id, address }, { now, zone }),
			doing: event.url.searchParams.get('do'),
			keys: [
				{ keys: 'j k', label: m.desk_key_candidates() },
				{ keys: '1 … 9', label: m.desk_key_place() },
				{ keys: 'x', label: m.desk_key_tick() },
				{ keys: 'a', label: m.desk_key_approve() },
				{ keys: 'q', label: m.desk_key_ask() },
				{ keys: 'r', label: m.desk_key_refuse() },
				{ keys: 'J K', label: m.desk_key_requests() }
			]
		};
	});

/** This page or that of another request, with the list as it was. */
function pageOf({ community }: Act, event: { url: URL }, requestId: string): string {
	const address = readBoardAddress(event.url.searchParams);
	return `/${community.slug}/desk/requests/${requestId}${boardQuery({ ...address, lift: [], long: false })}`;
}

const said = z.object({ words: text(500) });
const nothing = z.object({});
const offered = z.object({ offer: id() });
const choice = z.object({
	version: z.coerce.number().int().max(2_147_483_647),
	pick: z.array(z.uuid()).default([]),
	order: z.string().default(''),
	override_reason: optionalText(300),
	next: optionalId()
});

export const actions: Actions = {
	approve: staffAction(choice, async (act, data, event) => {
		const { scope, actor, now, zone, community } = act;
		const requestId = event.params.id!;
		const { lift } = readBoardAddress(event.url.searchParams);
		const personIds = inOrder(data.pick, data.order.split(','));
		const chosen = {
			requestId,
			version: data.version,
			personIds,
			lift,
			overrideReason: data.override_reason || null
		};
		const { approvalId, undoUntil } = await approve(scope, actor, chosen, now, zone);
		const first = await personById(scope, personIds[0]!);
		return {
			to: pageOf(act, event, data.next || requestId),
			flash: {
				words: m.desk_approve_flash({ name: first?.name ?? '' }),
				undo: {
					action: `/${community.slug}/desk/requests/${requestId}?/undo`,
					fields: { approval: approvalId },
					until: undoUntil.toISOString()
				}
			}
		};
	}),

	undo: staffAction(z.object({ approval: id() }), async (act, { approval }, event) => {
		await undoApproval(act.scope, act.actor, approval, act.now);
		return { to: pageOf(act, event, event.params.id!), flash: { words: m.desk_undo_flash() } };
	}),

	take: staffAction(nothing, async (act, _, event) => {
		await acceptRequest(act.scope, act.actor, event.params.id!, act.now);
		return { to: pageOf(act, event, event.params.id!), flash: { words: m.desk_taken_flash() } };
	}),

	ask: staffAction(said, async (act, { words }, event) => {
		const requestId = event.params.id!;
		await askBack(act.scope, act.actor, { id: requestId, question: words }, act.now);
		return { to: pageOf(act, event, requestId), flash: { words: m.desk_ask_flash() } };
	}),

	refuse: staffAction(said, async (act, { words }, event) => {
		const requestId = event.params.id!;
		await returnRequest(act.scope, act.actor, { id: requestId, reason: words }, act.now);
		return { to: pageOf(act, event, requestId), flash: { words: m.desk_refuse_flash() } };
	}),

	close: staffAction(said, async (act, { words }, event) => {
		const requestId = event.params.id!;
		await cancelRequest(act.scope, act.actor, { id: requestId, words }, act.now);
		return { to: pageOf(act, event, requestId), flash: { words: m.desk_close_flash() } };
	}),

	verify: staffAction(z.object({ person: id() }), async (act, { person }, event) => {
		await verifyPerson(act.scope, act.actor, person, act.now);
		const name = (await personById(act.scope, person))?.name ?? '';
		return { to: pageOf(act, event, event.params.id!), flash: { words: m.desk_verified_flash({ name }) } };
	}),

	consent: staffAction(z.object({ person: id() }), async (act, { person }, event) => {
		await takeConsent(act.scope, act.actor, { personId: person, purpose: 'matching' }, act.now);
		const name = (await personById(act.scope, person))?.name ?? '';
		return { to: pageOf(act, event, event.params.id!), flash: { words: m.desk_consent_flash({ name }) } };
	}),

	note: staffAction(nothing, async ({ scope, actor, now }, _, event) => ({
		shown: { note: await openNote(scope, actor, { requestId: event.params.id!, reason: handling }, now) }
	})),

	phone: staffAction(z.object({ person: id() }), async ({ scope, actor, now }, { person }) => {
		const { phone } = await openContact(
			scope,
			actor,
			{ personId: person, what: 'phone', reason: handling },
			now
		);
		return { shown: { person, phone } };
	}),

	agree: staffAction(offered, async (act, { offer }, event) => {
		await agreeOtherTime(act.scope, act.actor, offer, act.now);
		return { to: pageOf(act, event, event.params.id!), flash: { words: m.desk_other_time_agreed_flash() } };
	}),

	decline: staffAction(offered, async (act, { offer }, event) => {
		await refuseOtherTime(act.scope, act.actor, offer, act.now);
		return { to: pageOf(act, event, event.params.id!), flash: { words: m.desk_other_time_refused_flash() } };
	})
};
