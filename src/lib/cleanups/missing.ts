import type { Span } from '#lib/shared/time.ts';
import type { AreaFacts } from './quota.ts';

/** Why a day cannot be announced yet. */
export type Missing = { what: 'past' } | { what: 'no_area' } | { what: 'no_building'; areaIds: string[] };

/** What is still missing before a day can be announced; nothing where it is ready. */
export function missingOf(
	during: Span,
	areas: readonly Pick<AreaFacts, 'id' | 'buildingIds'>[],
	now: Date
): Missing[] {
	const empty = areas.filter(({ buildingIds }) => buildingIds.length === 0).map(({ id }) => id);
	const missing: Missing[] = [];
	if (during.end <= now) missing.push({ what: 'past' });
	if (areas.length === 0) missing.push({ what: 'no_area' });
	if (empty.length > 0) missing.push({ what: 'no_building', areaIds: empty });
	return missing;
}
