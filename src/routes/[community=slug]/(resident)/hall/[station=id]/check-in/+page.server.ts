import { checkIn, takeNumber } from '#lib/hall/arrive.server.ts';
import { doorPage } from '#lib/hall/door.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { personAction, readOpenly, type Act } from '#lib/web/act.server.ts';
import { id, z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readOpenly(event, async ({ scope, actor, now, zone, community }) => ({
		key: newId(),
		back: { href: `/${community.slug}` },
		...(await doorPage(scope, actor, event.params.station, { now, zone }))
	}));

const toTicket = ({ community }: Act, ticketId: string) => ({ to: `/${community.slug}/queue/${ticketId}` });

export const actions: Actions = {
	arrive: personAction(z.object({ booking: id() }), async (act, { booking }, { params }) => {
		const given = { bookingId: booking, stationId: params.station!, via: 'qr' } as const;
		return toTicket(act, await checkIn(act.scope, act.actor, given, act));
	}),
	number: personAction(z.object({ service: id() }), async (act, { service }, { params }) => {
		const { personId } = act.actor;
		const given = { stationId: params.station!, serviceId: service, personId, via: 'phone' } as const;
		return toTicket(act, await takeNumber(act.scope, act.actor, given, act));
	})
};
