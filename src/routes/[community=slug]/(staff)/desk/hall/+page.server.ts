import type { RequestEvent } from '@sveltejs/kit';
import { checkIn, takeNumber } from '#lib/hall/arrive.server.ts';
import { callNext, recall } from '#lib/hall/call.server.ts';
import { closeNumber } from '#lib/hall/close.server.ts';
import { hallDesk } from '#lib/hall/desk.server.ts';
import { findAtDoor } from '#lib/hall/find.server.ts';
import { endings } from '#lib/hall/hall.ts';
import { finish, leave, missCall, start, transfer, writeNote } from '#lib/hall/serve.server.ts';
import { ticketWords, walkInChoices } from '#lib/hall/walk-in.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { readAsStaff, staffAction, type Act } from '#lib/web/act.server.ts';
import { choice, optionalId, optionalText, z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, actor, now, zone }) => {
		event.depends('hall:queue');
		const { searchParams } = event.url;
		const asked = { station: searchParams.get('station'), desk: searchParams.get('desk') };
		const hall = await hallDesk(scope, actor, asked, { now, zone });
		const said = searchParams.get('find')?.slice(0, 60) ?? '';
		return {
			key: newId(),
			hall,
			said,
			found:
				hall && said
					? await findAtDoor(scope, actor, { stationId: hall.stationId, said }, { now, zone })
					: null,
			services: await walkInChoices(scope),
			keys: [
				{ keys: 'n', label: m.hall_key_next() },
				{ keys: 'r', label: m.hall_key_again() },
				{ keys: 's', label: m.hall_key_start() },
				{ keys: 'f', label: m.hall_key_finish() },
				{ keys: 'x', label: m.hall_key_missed() },
				{ keys: 't', label: m.hall_key_transfer() },
				{ keys: 'w', label: m.hall_key_write() }
			]
		};
	});

/** Back to the same desk of the same hall. */
function here({ community }: Act, { url }: RequestEvent): { to: string } {
	const kept = ['station', 'desk'].flatMap((name) => {
		const value = url.searchParams.get(name);
		return value ? [[name, value]] : [];
	});
	return { to: `/${community.slug}/desk/hall?${new URLSearchParams(kept).toString()}` };
}

/** The desk or the station that the address names. */
function asked(name: 'desk' | 'station', { url }: RequestEvent): string {
	const id = z.uuid().safeParse(url.searchParams.get(name));
	if (!id.success) throw new AppError('invalid', name);
	return id.data;
}

const nothing = z.object({});
const one = z.object({ ticket: z.uuid() });

export const actions: Actions = {
	next: staffAction(nothing, async (act, _, event) => {
		const called = await callNext(act.scope, act.actor, asked('desk', event), act);
		const words = called ? m.hall_called_flash({ number: called.number }) : m.hall_nobody_waits();
		return { ...here(act, event), flash: { words } };
	}),
	recall: staffAction(one, async (act, { ticket }, event) => {
		const given = { id: ticket, deskId: asked('desk', event) };
		const { number } = await recall(act.scope, act.actor, given, act.now);
		return { ...here(act, event), flash: { words: m.hall_called_flash({ number }) } };
	}),
	start: staffAction(one, async (act, { ticket }, event) => {
		await start(act.scope, act.actor, ticket, act.now);
		return here(act, event);
	}),
	finish: staffAction(one, async (act, { ticket }, event) => {
		await finish(act.scope, act.actor, ticket, act.now);
		return { ...here(act, event), flash: { words: m.hall_finished_flash() } };
	}),
	miss: staffAction(one, async (act, { ticket }, event) => {
		await missCall(act.scope, act.actor, ticket, act.now);
		return { ...here(act, event), flash: { words: m.hall_missed_flash() } };
	}),
	leave: staffAction(one, async (act, { ticket }, event) => {
		await leave(act.scope, act.actor, ticket, act.now);
		return { ...here(act, event), flash: { words: m.hall_left_flash() } };
	}),
	close: staffAction(one.extend({ as: choice(endings) }), async (act, { ticket, as }, event) => {
		await closeNumber(act.scope, act.actor, { id: ticket, as }, act);
		return { ...here(act, event), flash: { words: m.booking_desk_closed() } };
	}),
	transfer: staffAction(one.extend({ to: z.uuid() }), async (act, { ticket, to }, event) => {
		await transfer(act.scope, act.actor, { id: ticket, deskId: to }, act.now);
		return { ...here(act, event), flash: { words: m.hall_transferred_flash() } };
	}),
	note: staffAction(one.extend({ note: optionalText(1_000) }), async (act, { ticket, note }, event) => {
		await writeNote(act.scope, act.actor, { id: ticket, note });
		return { ...here(act, event), flash: { words: m.hall_noted_flash() } };
	}),
	arrive: staffAction(z.object({ booking: z.uuid() }), async (act, { booking }, event) => {
		const given = { bookingId: booking, stationId: asked('station', event), via: 'clerk' } as const;
		const id = await checkIn(act.scope, act.actor, given, act);
		return { ...here(act, event), flash: { words: await ticketWords(act.scope, id) } };
	}),
	number: staffAction(
		z.object({ service: z.uuid(), person: optionalId() }),
		async (act, { service, person }, event) => {
			const given = { stationId: asked('station', event), serviceId: service, personId: person };
			const id = await takeNumber(act.scope, act.actor, { ...given, via: 'clerk' }, act);
			return { ...here(act, event), flash: { words: await ticketWords(act.scope, id) } };
		}
	)
};
