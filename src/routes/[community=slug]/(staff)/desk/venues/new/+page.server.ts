import { listPeople } from '#lib/accounts/list-queries.server.ts';
import { personById } from '#lib/accounts/queries.server.ts';
import { queryTokens } from '#lib/accounts/search.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { named } from '#lib/hours/words.ts';
import { m } from '#lib/paraglide/messages.js';
import { isId, newId } from '#lib/shared/ids.ts';
import { dayOf, isDay } from '#lib/shared/time.ts';
import { bookAtDesk } from '#lib/venues/at-desk.server.ts';
import { venueOptions } from '#lib/venues/form-choices.server.ts';
import { readAsStaff, staffAction } from '#lib/web/act.server.ts';
import { id, optionalId, text, whole, z } from '#lib/web/schema.server.ts';
import { saidSpan, timeFields } from '../booking-fields.server.ts';
import type { Actions, PageServerLoad } from './$types';

const schema = z.object({
	venue: id(),
	person: optionalId(),
	...timeFields,
	purpose: text(60),
	attending: whole(1, 2000)
});

/** Whoever it is for is found first and stands in the address; without, it is the community's own use. */
export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, now, zone }) => {
		const { searchParams } = event.url;
		const asked = searchParams.get('person');
		const person = isId(asked) ? await personById(scope, asked) : undefined;
		const find = (searchParams.get('find') ?? '').slice(0, 40);
		const day = searchParams.get('day') ?? '';
		return {
			key: newId(),
			find,
			found: person ? [] : await foundBy(scope, find),
			person: person ? { id: person.id, name: person.name } : null,
			venues: await venueOptions(scope),
			values: { venue: searchParams.get('venue') ?? '', day: isDay(day) ? day : dayOf(now, zone) }
		};
	});

const mostFound = 10;

async function foundBy(scope: Scope, find: string) {
	const tokens = queryTokens(find);
	if (tokens.length === 0) return [];
	const rows = await listPeople(scope, { tokens, show: 'all', limit: mostFound, offset: 0 });
	return rows.map(({ id: found, name, building, buildingEn }) => ({
		id: found,
		name,
		home: building && named({ name: building, nameEn: buildingEn })
	}));
}

export const actions: Actions = {
	default: staffAction(schema, async ({ scope, actor, now, zone, community }, data) => {
		const wish = {
			venueId: data.venue,
			during: saidSpan(data, zone),
			bookedBy: data.person ?? actor.personId,
			purpose: data.purpose,
			people: data.attending
		};
		await bookAtDesk(scope, actor, wish, { now, zone });
		const to = `/${community.slug}/desk/venues?week=${data.day}`;
		return { to, flash: { words: m.venues_booked_for_flash() } };
	})
};
