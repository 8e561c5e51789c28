import { dutyPage } from '#lib/hours/duty-page.server.ts';
import { callOff, moveDuty, reinstate } from '#lib/hours/duty.server.ts';
import { dutiesByIds } from '#lib/hours/roster-queries.server.ts';
import { leaveKinds } from '#lib/hours/roster.ts';
import { askSwap } from '#lib/hours/swap.server.ts';
import { leaveChoices, touchedFlash } from '#lib/hours/words.ts';
import { mondayOf } from '#lib/hours/week.ts';
import { m } from '#lib/paraglide/messages.js';
import { newId } from '#lib/shared/ids.ts';
import { readAsStaff, staffAction, type Act } from '#lib/web/act.server.ts';
import { choice, id, optionalId, z } from '#lib/web/schema.server.ts';
import { rosterDay } from '../../roster-schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, actor, now, zone }) => ({
		key: newId(),
		swapId: newId(),
		duty: await dutyPage(scope, actor, event.params.id, { now, zone }),
		reasons: leaveChoices()
	}));

const seen = z.object({ seen: z.iso.datetime() });

const deskOf = ({ community }: Act) => `/${community.slug}/desk`;

async function weekPath({ scope, community }: Act, id: string): Promise<string> {
	const [duty] = await dutiesByIds(scope, [id]);
	return `/${community.slug}/desk/roster${duty ? `?week=${mondayOf(duty.day)}` : ''}`;
}

export const actions: Actions = {
	move: staffAction(seen.extend({ desk: optionalId(), day: rosterDay() }), async (act, data, { params }) => {
		const { scope, actor, now, zone } = act;
		const given = { id: params.id!, seen: new Date(data.seen), deskId: data.desk, day: data.day };
		const { touched } = await moveDuty(scope, actor, given, now, zone);
		const [duty] = await dutiesByIds(scope, [given.id]);
		const done = m.hours_moved_flash({ name: duty?.name ?? '' });
		return { to: await weekPath(act, given.id), flash: touchedFlash(done, touched, deskOf(act)) };
	}),
	off: staffAction(seen.extend({ reason: choice(leaveKinds) }), async (act, data, { params }) => {
		const { scope, actor, now } = act;
		const to = await weekPath(act, params.id!);
		const given = { id: params.id!, seen: new Date(data.seen), reason: data.reason };
		const { touched } = await callOff(scope, actor, given, now);
		return { to, flash: touchedFlash(m.hours_off_flash(), touched, deskOf(act)) };
	}),
	reinstate: staffAction(seen, async (act, data, { params }) => {
		const { scope, actor, now, zone } = act;
		await reinstate(scope, actor, { id: params.id!, seen: new Date(data.seen) }, now, zone);
		return { to: await weekPath(act, params.id!), flash: { words: m.hours_reinstated_flash() } };
	}),
	swap: staffAction(
		z.object({ swap: id(), colleague: id(), return: optionalId() }),
		async (act, data, { params }) => {
			const { scope, actor, now, zone, community } = act;
			const given = {
				id: data.swap,
				dutyId: params.id!,
				askedOf: data.colleague,
				forDutyId: data.return
			};
			await askSwap(scope, actor, given, now, zone);
			return { to: `/${community.slug}/desk/roster/swaps`, flash: { words: m.hours_swap_asked_flash() } };
		}
	)
};
