import { servicePointKinds } from '#lib/places/venues.ts';
import { choice, optionalId, optionalText, text, z } from '#lib/web/schema.server.ts';

/** What staff say of a service point. */
export const pointFields = z.object({
	kind: choice(servicePointKinds),
	name: text(30),
	nameEn: text(60),
	hours: text(60),
	phone: optionalText(20),
	beside: optionalId()
});
