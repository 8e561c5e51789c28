/** The six categories of the calls of New York, as needs of the catalogue. */
export const categories: Record<string, string> = {
	'strengthening communities': 'event_help',
	'helping neighbors in need': 'hand_out_goods',
	education: 'teach_a_class',
	health: 'event_help',
	environment: 'clean_up_day',
	'emergency preparedness': 'emergency_drill'
};
