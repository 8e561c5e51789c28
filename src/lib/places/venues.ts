/** What a venue is for (五大场所, seed 001): morning exercise, assembly, culture and sport, health, training. */
export const venueKinds = ['exercise', 'assembly', 'culture', 'health', 'training'] as const;
export type VenueKind = (typeof venueKinds)[number];

/** What is found at a service point of the ten-minute circle (服务网点, seed 001). */
export const servicePointKinds = [
	'milk',
	'post',
	'newspapers',
	'reading',
	'clinic',
	'canteen',
	'repairs',
	'market'
] as const;
export type ServicePointKind = (typeof servicePointKinds)[number];
