import type { Day } from '#lib/shared/time.ts';
import { calendarAround, type Calendar } from './calendar.ts';
import { bringCast } from './cast.ts';
import type { Draft } from './draft.ts';
import { settle } from './households.ts';
import { liveThroughTheYear } from './history.ts';
import { firstDay } from './people.ts';
import { layOut } from './places.ts';
import { communityPlans, type CommunityPlan } from './plans.ts';
import { idsFrom } from './random.ts';
import type { CommunityWorld, DemoAccount, World } from './rows.ts';
import { demoSignIns } from './sign-ins.ts';
import { employStaff } from './staff.ts';
import { enrol } from './volunteers.ts';

/**
 * The demo world: two communities with their people, volunteers and a year behind them, a function of the seed and
 * the day around which it is made.
 * @param anchor local day; what has happened lies before its eve, what is open lies ahead of it
 */
export function world(seed: number, anchor: Day): World {
	const calendar = calendarAround(anchor);
	const id = idsFrom(seed);
	const subdistrict = { id: id('subdistrict'), name: '河滨街道', nameEn: 'Riverside' };
	const accounts = demoSignIns.map(({ phone }) => ({
		id: id('account'),
		phone,
		createdAt: calendar.at(firstDay, 9 * 60)
	}));
	return {
		subdistrict,
		accounts,
		supervisors: demoSignIns.flatMap(({ role }, at) =>
			role === 'supervisor'
				? [{ subdistrictId: subdistrict.id, accountId: accounts[at]!.id, since: calendar.at(firstDay, 9 * 60) }]
				: []
		),
		communities: communityPlans.map((plan) => {
			const draft = emptyDraft(seed, plan, calendar, id, subdistrict.id);
			return fillIn(draft, accounts);
		})
	};
}

function fillIn(draft: Draft, accounts: DemoAccount[]): CommunityWorld {
	layOut(draft);
	employStaff(draft);
	if (draft.plan.slug === 'chengdong') bringCast(draft);
	settle(draft);
	enrol(draft);
	liveThroughTheYear(draft);
	for (const person of draft.cast.values()) {
		person.accountId = accounts.find(({ phone }) => phone === person.phone)?.id ?? null;
	}
	return draft.rows;
}

function emptyDraft(
	seed: number,
	plan: CommunityPlan,
	calendar: Calendar,
	id: Draft['id'],
	subdistrictId: string
): Draft {
	const { slug, name, nameEn, phone, widthMetres, heightMetres } = plan;
	const createdAt = calendar.at(firstDay, 8 * 60);
	const place = { id: id('community'), subdistrictId, slug, name, nameEn, phone, widthMetres, heightMetres };
	return {
		seed,
		plan,
		calendar,
		id,
		rows: {
			community: { ...place, createdAt },
			grids: [],
			compounds: [],
			buildings: [],
			homes: [],
			people: [],
			memberships: [],
			gridOfficers: [],
			consents: [],
			avoidances: [],
			cards: [],
			heldSkills: [],
			availability: [],
			absences: [],
			requests: [],
			requestWindows: [],
			approvals: [],
			approvedCandidates: [],
			offers: [],
			tasks: [],
			serviceRecords: [],
			events: [],
			openings: [],
			notices: []
		},
		names: new Set(demoSignIns.map(({ name }) => name)),
		staff: [],
		cast: new Map(),
		homes: new Map(),
		lastHelper: new Map(),
		helpers: []
	};
}
