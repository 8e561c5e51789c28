import { undoSeconds } from '#lib/matching/offers.ts';
import { m } from '#lib/paraglide/messages.js';
import { approvePlan, undoPlanApproval } from '#lib/plans/approve-plan.server.ts';
import { decide, forgetDecisions, swap } from '#lib/plans/decide.server.ts';
import { discardPlan, solveAgain, stopPlan } from '#lib/plans/make.server.ts';
import { readDecision, readPair } from '#lib/plans/pair-value.ts';
import { readPlanAddress } from '#lib/plans/plan-address.ts';
import { planPage } from '#lib/plans/plan-page.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { isId, newId } from '#lib/shared/ids.ts';
import { readAsStaff, staffAction, type Act } from '#lib/web/act.server.ts';
import { errorWords } from '#lib/web/error-words.server.ts';
import { z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

const keys = () => [
	{ keys: 'k j', label: m.plans_key_move() },
	{ keys: 'x', label: m.plans_key_tick() },
	{ keys: 'X', label: m.plans_key_tick_all() },
	{ keys: 'l', label: m.plans_key_lock() },
	{ keys: 'f', label: m.plans_key_forbid() },
	{ keys: '2', label: m.plans_key_second() },
	{ keys: 's', label: m.plans_key_swap() },
	{ keys: 'u', label: m.plans_key_free() },
	{ keys: 'r', label: m.plans_key_solve() },
	{ keys: 'a', label: m.plans_key_approve() },
	{ keys: 'o', label: m.plans_key_open() }
];

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, actor, now, zone }) => {
		event.depends('app:plan');
		const address = readPlanAddress(event.url.searchParams);
		const board = await planPage(scope, actor, event.params.id, address, { now, zone });
		const refused = board.refused.map((one) => ({ ...one, words: errorWords(one.refusal) }));
		return { key: newId(), address, board, refused, keys: keys() };
	});

const nothing = z.object({});
const pathOf = ({ community }: Act, id: string) => `/${community.slug}/desk/plans/${id}`;

export const actions: Actions = {
	decide: staffAction(z.object({ act: z.string() }), async (act, given, { params }) => {
		const decision = readDecision(given.act);
		if (!decision) throw new AppError('invalid', 'form');
		await decide(act.scope, act.actor, params.id!, decision, act.now, act.zone);
	}),
	swap: staffAction(z.object({ pair: z.string(), with: z.string() }), async (act, given, { params, url }) => {
		const pair = readPair(given.pair);
		const other = readPair(given.with);
		if (!pair || !other) throw new AppError('invalid', 'form');
		await swap(act.scope, act.actor, params.id!, [pair, other], act.now, act.zone);
		const query = new URLSearchParams(url.search);
		for (const name of ['/swap', 'swap']) query.delete(name);
		return { to: `${pathOf(act, params.id!)}${query.size > 0 ? `?${query}` : ''}` };
	}),
	forget: staffAction(nothing, ({ scope, actor }, _, { params }) =>
		forgetDecisions(scope, actor, params.id!)
	),
	solve: staffAction(nothing, async (act, _, { params }) => {
		const id = await solveAgain(act.scope, act.actor, params.id!, act.now, act.zone);
		return { to: pathOf(act, id) };
	}),
	stop: staffAction(nothing, ({ scope, actor }, _, { params }) => stopPlan(scope, actor, params.id!)),
	discard: staffAction(nothing, async ({ scope, actor, now, community }, _, { params }) => {
		await discardPlan(scope, actor, params.id!, now);
		return { to: `/${community.slug}/desk/plans`, flash: { words: m.plans_discarded_flash() } };
	}),
	approve: staffAction(
		z.object({ request: z.array(z.string()).default([]), all: z.string().default('') }),
		async (act, { request, all }, { params }) => {
			const { scope, actor, now, zone } = act;
			const planId = params.id!;
			const only = all ? null : request.filter(isId);
			const { approved, refused } = await approvePlan(scope, actor, { planId, only }, now, zone);
			const counts = { count: approved.size, refused: refused.length };
			const some = refused.length > 0 ? m.plans_approved_some_flash(counts) : m.plans_approved_flash(counts);
			const words = approved.size > 0 ? some : m.plans_approved_none_flash();
			const undo = {
				action: `${pathOf(act, planId)}?/undo`,
				fields: { at: now.toISOString() },
				until: new Date(now.getTime() + undoSeconds * 1000).toISOString()
			};
			return { to: pathOf(act, planId), flash: approved.size > 0 ? { words, undo } : { words } };
		}
	),
	undo: staffAction(z.object({ at: z.iso.datetime() }), async (act, { at }, { params }) => {
		const given = { planId: params.id!, at: new Date(at) };
		const count = await undoPlanApproval(act.scope, act.actor, given, act.now);
		return { to: pathOf(act, params.id!), flash: { words: m.plans_approve_undone_flash({ count }) } };
	})
};
