import type { Day } from '#lib/shared/time.ts';
import { calendarAround } from './calendar.ts';
import { makeCommunity } from './community.ts';
import { beginTogether } from './joint.ts';
import { firstDay } from './people.ts';
import { communityPlans } from './plans.ts';
import { idsFrom } from './random.ts';
import type { World } from './rows.ts';
import { shareGroups } from './shares.ts';
import { demoSignIns } from './sign-ins.ts';

/**
 * The demo world: two communities with their people, volunteers and a year behind them, a function of the seed and
 * the day around which it is made.
 * @param anchor local day; what has happened lies before its eve, what is open lies ahead of it
 * @param now how far the day of the hall has gone, where it is of that day; nobody has come yet unless said
 */
export function world(seed: number, anchor: Day, now?: Date): World {
	const calendar = calendarAround(anchor);
	const id = idsFrom(seed);
	const subdistrict = { id: id('subdistrict'), name: '河滨街道', nameEn: 'Riverside' };
	const since = calendar.at(firstDay, 9 * 60);
	const accounts = demoSignIns.map(({ phone, role }) => ({
		id: id('account'),
		phone,
		role,
		createdAt: since
	}));
	const drafts = communityPlans.map((plan) =>
		makeCommunity({ seed, plan, calendar, id }, subdistrict.id, accounts, now)
	);
	const supervisor = accounts.find(({ role }) => role === 'supervisor')!;
	const joint = beginTogether(drafts, { subdistrictId: subdistrict.id, accountId: supervisor.id });
	shareGroups(drafts);
	return {
		subdistrict,
		accounts: accounts.map(({ role: _, ...account }) => account),
		supervisors: accounts
			.filter(({ role }) => role === 'supervisor')
			.map((account) => ({ subdistrictId: subdistrict.id, accountId: account.id, since })),
		jointCampaigns: [joint],
		communities: drafts.map(({ rows }) => rows)
	};
}
