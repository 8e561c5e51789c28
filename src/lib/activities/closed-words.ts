import { m } from '#lib/paraglide/messages.js';
import { sayWhen, type Here } from '#lib/ui/dates.ts';
import type { Closed } from './sign-up.ts';

const plain = {
	full: m.activities_full,
	on_list: m.activities_on_list,
	cancelled: m.activities_cancelled,
	called_off: m.activities_called_off,
	over: m.activities_over,
	residents_only: m.activities_residents_only,
	age_unknown: m.activities_age_unknown,
	series_only: m.activities_series_only,
	date_only: m.activities_date_only
} as const;

/** Why somebody may not sign up, in words. */
export function closedWords(closed: Closed, here: Here): string {
	switch (closed.why) {
		case 'not_yet':
			return m.activities_not_yet({ when: sayWhen(closed.at, here) });
		case 'closed':
			return m.activities_closed({ when: sayWhen(closed.at, here) });
		case 'too_young':
			return m.activities_too_young({ years: closed.years });
		case 'too_old':
			return m.activities_too_old({ years: closed.years });
		case 'companions':
			return m.activities_companions({ most: closed.most });
		default:
			return plain[closed.why]();
	}
}
