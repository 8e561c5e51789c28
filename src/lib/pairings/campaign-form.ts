import { needKeys, needs } from '#lib/skills/needs.ts';
import { needName } from '#lib/skills/words.ts';
import type { Day } from '#lib/shared/time.ts';
import { addDays } from '#lib/shared/time.ts';
import type { CampaignRow } from './queries.server.ts';
import type { CampaignKind } from './pairings.ts';

/** What may be done on visits: help that residents ask for, one to one, not in confidence. */
export function visitNeeds(): { value: string; label: string }[] {
	return needKeys
		.filter((key) => !needs[key].forUnits && !needs[key].confidential && needs[key].people === 1)
		.map((value) => ({ value, label: needName(value) }));
}

/** What a new campaign begins with; home care alarms staff after half an hour. */
export function newCampaignValues(kind: CampaignKind, today: Day): Record<string, string> {
	const standing = kind === 'standing';
	return {
		kind,
		from: today,
		to: addDays(today, 365),
		need: standing ? 'care_at_home' : 'chat',
		rhythm: standing ? 'weekly' : 'fortnightly',
		minutes: '60',
		pairs: standing ? '3' : '1',
		alarm: standing ? '30' : ''
	};
}

/** A campaign as its form shows it. */
export function campaignValues(
	row: Pick<
		CampaignRow,
		| 'name'
		| 'purpose'
		| 'fromDay'
		| 'toDay'
		| 'need'
		| 'rhythm'
		| 'minutes'
		| 'pairsPerMember'
		| 'alarmMinutes'
	>
): Record<string, string> {
	return {
		name: row.name,
		purpose: row.purpose ?? '',
		from: row.fromDay,
		to: row.toDay,
		need: row.need,
		rhythm: row.rhythm,
		minutes: String(row.minutes),
		pairs: String(row.pairsPerMember),
		alarm: row.alarmMinutes === null ? '' : String(row.alarmMinutes)
	};
}
