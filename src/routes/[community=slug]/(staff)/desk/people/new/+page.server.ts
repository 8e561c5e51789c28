import { consentPurposes } from '#lib/accounts/people.ts';
import { registerAtDesk } from '#lib/accounts/register.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { buildingOptions } from '#lib/places/building-options.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { readAsStaff, staffAction } from '#lib/web/act.server.ts';
import { z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { personFields } from '../person-form.server.ts';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope }) => ({
		key: newId(),
		name: event.url.searchParams.get('name') ?? '',
		buildings: await buildingOptions(scope)
	}));

const schema = z.object({ ...personFields, consents: z.array(z.enum(consentPurposes)).default([]) });

export const actions: Actions = {
	default: staffAction(schema, async ({ scope, actor, now, community }, data, event) => {
		const { name, gender, born, phone, building, door, vulnerable, consents } = data;
		const person = { name, gender, bornOn: born, phone, buildingId: building, door, vulnerable, consents };
		const id = await registerAtDesk(scope, actor, person, now);
		const desk = `/${community.slug}/desk`;
		const books = event.url.searchParams.get('then') === 'booking';
		return {
			to: books ? `${desk}/bookings/new?for=${id}` : `${desk}/people/${id}`,
			flash: { words: m.desk_registered_flash({ name }) }
		};
	})
};
