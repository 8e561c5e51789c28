import { correctPerson } from '#lib/accounts/correct.server.ts';
import { maskedPhone } from '#lib/accounts/open.server.ts';
import { homeById } from '#lib/accounts/household-queries.server.ts';
import { personById } from '#lib/accounts/queries.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { buildingOptions } from '#lib/places/building-options.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { readAsStaff, staffAction } from '#lib/web/act.server.ts';
import { z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { personFields } from '../../person-form.server.ts';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope }) => {
		const person = await personById(scope, event.params.id);
		if (!person) throw new AppError('not_found');
		const home = person.householdId ? await homeById(scope, person.householdId) : undefined;
		const { name, gender, bornOn: born, vulnerable } = person;
		return {
			key: newId(),
			person: { id: person.id, name },
			values: { name, gender, born, vulnerable },
			phone: await maskedPhone(scope, person),
			home: home ? (getLocale() === 'en' ? home.buildingEn : home.building) : null,
			buildings: await buildingOptions(scope)
		};
	});

export const actions: Actions = {
	default: staffAction(z.object(personFields), async ({ scope, actor, now, community }, data, event) => {
		const personId = event.params.id!;
		const { name, gender, born, phone, building, door, vulnerable } = data;
		const home = building ? { buildingId: building, door: door ?? '' } : null;
		await correctPerson(scope, actor, { personId, name, gender, bornOn: born, vulnerable, phone, home }, now);
		return { to: `/${community.slug}/desk/people/${personId}`, flash: { words: m.desk_edited_flash() } };
	})
};
