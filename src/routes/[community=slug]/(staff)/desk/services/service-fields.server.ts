import { serviceGroups, servicePlaces } from '#lib/booking/booking.ts';
import { serviceIcons } from '#lib/booking/catalogue.ts';
import { documentsIn, type SaidService } from '#lib/booking/service-form.ts';
import { groupName } from '#lib/booking/service-words.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { colleaguesOf } from '#lib/hours/duty-page.server.ts';
import { choice, id, text, whole, z } from '#lib/web/schema.server.ts';

const texts = () => z.array(z.string()).default([]);

/** The version that somebody saw. */
export const version = () => z.coerce.number().int().min(0).max(1_000_000_000);

/** What a form says of a service. */
export const serviceFields = z.object({
	version: version().default(0),
	group: choice(serviceGroups),
	name: text(60),
	nameEn: text(80),
	purpose: text(200),
	purposeEn: text(300),
	icon: choice(serviceIcons),
	minutes: whole(5, 240),
	places: z.array(z.enum(servicePlaces)).default([]),
	walkIn: z.enum(['yes', 'no']).default('no'),
	/** Hours. */
	cutOff: whole(0, 168),
	daysAhead: whole(1, 90),
	docId: texts(),
	docName: texts(),
	docNameEn: texts(),
	docNeed: texts(),
	officers: z.array(id()).default([])
});

/** What was typed, as the verb takes it. */
export function saidService(data: z.output<typeof serviceFields>): SaidService {
	const { group, name, nameEn, purpose, purposeEn, icon, minutes, daysAhead, officers } = data;
	return {
		...{ group, name, nameEn, purpose, purposeEn, icon, minutes, daysAhead, officers },
		atDesk: data.places.includes('desk'),
		atHome: data.places.includes('home'),
		walkIn: data.walkIn === 'yes',
		cutOffMinutes: data.cutOff * 60,
		documents: documentsIn(data)
	};
}

/** What can be chosen in the form. */
export async function serviceChoices(scope: Scope) {
	return {
		groups: serviceGroups.map((value) => ({ value, label: groupName(value) })),
		staff: await colleaguesOf(scope)
	};
}
