import { m } from '#lib/paraglide/messages.js';
import type { PartCode } from './matching.ts';

/** How staff call the parts of the score. */
export const partNames: Record<PartCode, () => string> = {
	skill: m.desk_part_skill,
	distance: m.desk_part_distance,
	free: m.desk_part_free,
	continuity: m.desk_part_continuity,
	gender: m.desk_part_gender,
	language: m.desk_part_language,
	interests: m.desk_part_interests,
	load: m.desk_part_load,
	reliability: m.desk_part_reliability,
	likelihood: m.desk_part_likelihood,
	freshness: m.desk_part_freshness
};
