import { bookingsAhead, officersOf } from '#lib/booking/catalogue-queries.server.ts';
import { documentsOf, serviceById } from '#lib/booking/queries.server.ts';
import { ratingsPage } from '#lib/booking/ratings.server.ts';
import { serviceValues } from '#lib/booking/service-form.ts';
import { changeService, withdrawService } from '#lib/booking/services.server.ts';
import { inWords } from '#lib/booking/words.ts';
import { m } from '#lib/paraglide/messages.js';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { readAsStaff, staffAction } from '#lib/web/act.server.ts';
import { z } from '#lib/web/schema.server.ts';
import { saidService, serviceChoices, serviceFields, version } from '../service-fields.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, actor, now, zone }) => {
		const { id } = event.params;
		const row = await serviceById(scope, id);
		if (!row) throw new AppError('not_found');
		return {
			key: newId(),
			otherKey: newId(),
			name: inWords(row),
			version: row.version,
			withdrawn: row.withdrawnAt !== null,
			values: serviceValues(row, await documentsOf(scope, id), await officersOf(scope, id)),
			ahead: (await bookingsAhead(scope, now)).get(id) ?? 0,
			choices: await serviceChoices(scope),
			ratings: await ratingsPage(scope, actor, id, { now, zone })
		};
	});

const seen = z.object({ version: version() });

export const actions: Actions = {
	save: staffAction(serviceFields, async ({ scope, actor, now, community }, data, { params }) => {
		const service = { id: params.id!, version: data.version };
		await changeService(scope, actor, service, saidService(data), now);
		return {
			to: `/${community.slug}/desk/services`,
			flash: { words: m.services_saved({ name: data.name }) }
		};
	}),
	withdraw: staffAction(seen, async ({ scope, actor, now, community }, { version }, { params }) => {
		const id = params.id!;
		await withdrawService(scope, actor, { id, version }, true, now);
		const ahead = (await bookingsAhead(scope, now)).get(id) ?? 0;
		const words = m.services_withdrawn_now({ count: ahead });
		return { to: `/${community.slug}/desk/services`, flash: { words } };
	}),
	restore: staffAction(seen, async ({ scope, actor, now, community }, { version }, { params }) => {
		await withdrawService(scope, actor, { id: params.id!, version }, false, now);
		return { to: `/${community.slug}/desk/services`, flash: { words: m.services_restored() } };
	})
};
