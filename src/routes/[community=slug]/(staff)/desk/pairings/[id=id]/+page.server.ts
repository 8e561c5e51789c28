import type { RequestEvent } from '@sveltejs/kit';
import { inCommunity } from '#lib/db/client.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { allowPair, assignMember, forbidPair, lockPair, swapPairs } from '#lib/pairings/adjust.server.ts';
import { approvePairs } from '#lib/pairings/approve.server.ts';
import { readBoardAsked, readSeen, readTwo } from '#lib/pairings/board-form.ts';
import { campaignBoard } from '#lib/pairings/board.server.ts';
import { campaignHead } from '#lib/pairings/head.server.ts';
import { discardPlan, keepPlan, pairUp, readCampaign, without } from '#lib/pairings/plan.server.ts';
import { offersLeaveAt } from '#lib/pairings/send-offer.server.ts';
import { undoPairs } from '#lib/pairings/undo-approval.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { readAsStaff, staffAction, type Act } from '#lib/web/act.server.ts';
import { optionalId, text, z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, now, zone }) => {
		const { campaign, head } = await campaignHead(scope, event.params.id);
		const asked = readBoardAsked(event.url.searchParams);
		return {
			key: newId(),
			head,
			board: await campaignBoard(scope, campaign, asked, { now, zone }),
			keys: [
				{ keys: 'j k', label: m.pairings_key_move() },
				{ keys: 'x', label: m.pairings_key_tick() },
				{ keys: 'l', label: m.pairings_key_lock() },
				{ keys: 'f', label: m.pairings_key_forbid() },
				{ keys: 's', label: m.pairings_key_swap() },
				{ keys: 'o', label: m.pairings_key_others() },
				{ keys: 'r', label: m.pairings_key_solve() },
				{ keys: 'a', label: m.pairings_key_approve() }
			]
		};
	});

const one = z.object({ two: text(100) });
const nothing = z.object({});
const approved = z.object({
	pair: z.array(z.string()).max(2_000).default([]),
	all: z.array(z.string()).max(2_000).default([])
});
const assigned = z.object({ resident: z.uuid(), seen: optionalId(), member: z.uuid() });

function two(value: string) {
	const read = readTwo(value);
	if (!read) throw new AppError('invalid');
	return read;
}

function seen(value: string) {
	const read = readSeen(value);
	if (!read) throw new AppError('invalid');
	return read;
}

/** What a plan is made of: read in one short transaction and solved in none. */
function read({ params, locals: { community, now } }: RequestEvent) {
	return inCommunity(community!.id, (scope) => readCampaign(scope, params.id!, now, community!.zone));
}

/** The board, as after every change. */
const board = ({ community }: Act, { id }: Partial<Record<string, string>>) => ({
	to: `/${community.slug}/desk/pairings/${id}`
});

export const actions: Actions = {
	solve: staffAction(
		nothing,
		async (act, _, { params }, { version, pairing }) => {
			await keepPlan(act.scope, act.actor, { id: params.id!, version, pairing }, act.now);
			const count = pairing.pairs.length;
			return { ...board(act, params), flash: { words: m.pairings_solved({ count }) } };
		},
		async (_, event) => {
			const { version, campaign } = await read(event);
			return { version, pairing: await pairUp(campaign) };
		}
	),
	lock: staffAction(one, async (act, data, { params }) => {
		await lockPair(act.scope, act.actor, { id: params.id!, pair: two(data.two), locked: true }, act.now);
		return board(act, params);
	}),
	unlock: staffAction(one, async (act, data, { params }) => {
		await lockPair(act.scope, act.actor, { id: params.id!, pair: two(data.two), locked: false }, act.now);
		return board(act, params);
	}),
	forbid: staffAction(
		one,
		async (act, data, { params }, { version, pairing }) => {
			const given = { id: params.id!, pair: two(data.two), version, pairing };
			await forbidPair(act.scope, act.actor, given, act.now);
			return { ...board(act, params), flash: { words: m.pairings_forbidden_flash() } };
		},
		async (sent, event) => {
			const { version, campaign } = await read(event);
			const pair = two(String(sent.get('two')));
			return { version, pairing: await pairUp(without(campaign, pair)) };
		}
	),
	allow: staffAction(one, async (act, data, { params }) => {
		await allowPair(act.scope, act.actor, { id: params.id!, pair: two(data.two) }, act.now);
		return board(act, params);
	}),
	swap: staffAction(z.object({ first: text(100), second: text(100) }), async (act, data, { params }) => {
		const given = { id: params.id!, first: seen(data.first), second: seen(data.second) };
		await swapPairs(act.scope, act.actor, given, act.now, act.zone);
		return { ...board(act, params), flash: { words: m.pairings_swapped() } };
	}),
	assign: staffAction(assigned, async (act, data, { params }) => {
		const given = {
			id: params.id!,
			seen: { residentId: data.resident, memberId: data.seen },
			memberId: data.member
		};
		await assignMember(act.scope, act.actor, given, act.now, act.zone);
		return { ...board(act, params), flash: { words: m.pairings_assigned() } };
	}),
	approve: staffAction(approved, async (act, data, { params }) => {
		const pairs = (data.pair.length > 0 ? data.pair : data.all).map(two);
		const given = { id: params.id!, pairs };
		const { pairings, refused } = await approvePairs(act.scope, act.actor, given, act.now, act.zone);
		const words =
			refused.length > 0
				? m.pairings_approved_but({ count: pairings.length, refused: refused.length })
				: m.pairings_approved({ count: pairings.length });
		if (pairings.length === 0) return { ...board(act, params), flash: { words } };
		const undo = {
			action: `${board(act, params).to}?/undo`,
			fields: { at: act.now.toISOString() },
			until: offersLeaveAt(act.now).toISOString()
		};
		return { ...board(act, params), flash: { words, undo } };
	}),
	undo: staffAction(z.object({ at: z.iso.datetime() }), async (act, { at }, { params }) => {
		const count = await undoPairs(act.scope, act.actor, { id: params.id!, at: new Date(at) }, act.now);
		return { ...board(act, params), flash: { words: m.pairings_approve_undone({ count }) } };
	}),
	discard: staffAction(nothing, async (act, _, { params }) => {
		await discardPlan(act.scope, act.actor, params.id!, act.now);
		return { ...board(act, params), flash: { words: m.pairings_discarded() } };
	})
};
