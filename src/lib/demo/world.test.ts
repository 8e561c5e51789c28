import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { needKeys } from '#lib/skills/needs.ts';
import { skillKeys } from '#lib/skills/vocabulary.ts';
import { serviceGroups } from '#lib/booking/booking.ts';
import { dayClassOf } from '#lib/hours/calendar.ts';
import { doubled, type PlannedDuty } from '#lib/hours/shifts.ts';
import { isId } from '#lib/shared/ids.ts';
import { ageOn, daysBetween, instantAt, overlaps, weekdayOf } from '#lib/shared/time.ts';
import { iconNames } from '#lib/ui/icons.ts';
import { noticeTemplates } from '#lib/notifications/notices.ts';
import { languages } from '#lib/volunteers/volunteers.ts';
import { calendarAround, demoZone } from './calendar.ts';
import type { CommunityWorld, World } from './rows.ts';
import { demoSignIns } from './sign-ins.ts';
import { world } from './world.ts';

const anchor = '2026-05-12';
const calendar = calendarAround(anchor);
/** From here on the world may be shown, and until here. */
const eve = calendar.at(-1, 18 * 60);
const evening = calendar.at(0, 18 * 60);

let made: World;
let east: CommunityWorld;
let old: CommunityWorld;

beforeAll(() => {
	made = world(1, anchor);
	[east, old] = made.communities as [CommunityWorld, CommunityWorld];
}, 60_000);

function hash(of: World): string {
	return createHash('sha256').update(JSON.stringify(of)).digest('hex');
}

function byId<T extends { id: string }>(rows: T[]): Map<string, T> {
	return new Map(rows.map((row) => [row.id, row]));
}

function approvedCards({ cards }: CommunityWorld) {
	return cards.filter(({ status }) => status === 'approved');
}

describe('the demo world', () => {
	it('is the same for the same seed and day, and another one otherwise', { timeout: 60_000 }, () => {
		expect(hash(world(1, anchor))).toBe(hash(made));
		expect(hash(world(2, anchor))).not.toBe(hash(made));
	});

	it('has the figures of the seed', () => {
		const staff = made.communities.flatMap(({ memberships }) =>
			memberships.filter(({ role }) => role === 'staff')
		);
		const admins = made.communities.map(
			({ memberships }) => memberships.filter(({ role }) => role === 'admin').length
		);
		const records = made.communities.flatMap(({ serviceRecords }) => serviceRecords);
		const served = records.reduce((sum, { scale }) => sum + (scale ?? 1), 0);
		expect(staff).toHaveLength(29);
		expect(admins).toEqual([1, 1]);
		expect(approvedCards(east)).toHaveLength(170);
		expect(approvedCards(old)).toHaveLength(130);
		expect(east.people.length).toBeGreaterThan(1_350);
		expect(old.people.length).toBeGreaterThan(2_300);
		expect(records.length).toBeGreaterThan(900);
		expect(records.length).toBeLessThan(1_500);
		expect(served).toBeGreaterThan(9_000);
		expect(served).toBeLessThan(10_000);
	});

	it('holds a hundred party members and a hundred consenting vulnerable residents in one community', () => {
		const agreed = new Set(
			east.consents.filter(({ purpose }) => purpose === 'matching').map(({ personId }) => personId)
		);
		const members = approvedCards(east).filter(({ partyMember }) => partyMember);
		const checked = members.filter(({ vettedUntil }) => (vettedUntil ?? '') > anchor);
		const vulnerable = east.people.filter(({ id, vulnerable }) => vulnerable && agreed.has(id));
		expect(checked.length).toBeGreaterThanOrEqual(112);
		expect(vulnerable.length).toBeGreaterThanOrEqual(120);
	});

	it('has a campaign that the sub-district has begun, with members who would cross the border', () => {
		const [joint] = made.jointCampaigns;
		for (const { campaigns, campaignMembers, consents } of made.communities) {
			const part = campaigns.find((one) => one.subdistrictCampaignId === joint?.id);
			const members = campaignMembers.filter(({ campaignId }) => campaignId === part?.id);
			const willing = new Set(
				consents.filter(({ purpose }) => purpose === 'neighbours').map(({ personId }) => personId)
			);
			expect(members.filter(({ personId }) => willing.has(personId)).length).toBeGreaterThan(2);
		}
	});
	it('has a campaign of companions behind it, and home care that goes on', () => {
		const [over, care] = east.campaigns;
		expect([over?.status, care?.status]).toEqual(['closed', 'running']);
		const of = (campaign: typeof over) =>
			east.pairings.filter(({ campaignId }) => campaignId === campaign?.id);
		expect(of(over).length).toBeGreaterThanOrEqual(10);
		expect(of(over).every(({ status, endedAt }) => status === 'ended' && endedAt)).toBe(true);
		const visits = Map.groupBy(
			east.tasks.filter(({ kind }) => kind === 'visit'),
			({ subjectId }) => subjectId
		);
		const kept = [...visits.values()].flat().filter(({ status }) => status === 'confirmed');
		expect(kept.length).toBeGreaterThan(100);
		for (const { id, metAt } of of(care)) {
			expect(metAt).not.toBeNull();
			const ahead = visits.get(id)!.filter(({ status }) => status === 'planned');
			expect(ahead.map(({ during }) => during.start > evening)).toEqual([true]);
		}
	});

	it('names nobody of the seeds', () => {
		const names = new Set(made.communities.flatMap(({ people }) => people.map(({ name }) => name)));
		const text = JSON.stringify(made) + JSON.stringify(demoSignIns);
		expect(names.size).toBeGreaterThan(3_800);
		for (const name of ['倪水汶', '贺圣威', '王家谟', '杨白', '陈美玲', '林娅'])
			expect(text).not.toContain(name);
	});

	it('has ids that are well-formed and all different', () => {
		const ids = made.communities
			.flatMap((one) => [
				one.community.id,
				...[
					one.grids,
					one.compounds,
					one.buildings,
					one.homes,
					one.people,
					one.consents,
					one.absences
				].flat(),
				...[one.requests, one.approvals, one.offers, one.tasks, one.serviceRecords, one.events].flat(),
				...[one.openings, one.notices, one.stations, one.desks, one.services, one.serviceDocuments].flat(),
				...[one.hoursRules, one.shiftPatterns, one.rosterLines, one.duties].flat()
			])
			.map((row) => (typeof row === 'string' ? row : row.id));
		expect(ids.every(isId)).toBe(true);
		expect(new Set(ids).size).toBe(ids.length);
	});

	it('knows only skills, needs, languages and templates that there are', () => {
		for (const one of made.communities) {
			expect(skillKeys).toEqual(
				expect.arrayContaining([...new Set(one.heldSkills.map(({ skill }) => skill))])
			);
			expect(needKeys).toEqual(expect.arrayContaining([...new Set(one.requests.map(({ need }) => need))]));
			expect(languages).toEqual(
				expect.arrayContaining([...new Set(one.cards.flatMap((card) => card.languages))])
			);
			expect(noticeTemplates).toEqual(expect.arrayContaining(one.notices.map(({ template }) => template)));
		}
	});

	it('lets everyone of the sign-ins in, each with one account', () => {
		const accounts = new Map(made.accounts.map(({ id, phone }) => [phone, id]));
		expect(accounts.size).toBe(demoSignIns.length);
		for (const { phone, role, name, community } of demoSignIns) {
			const { people, memberships } = made.communities.find((one) => one.community.slug === community)!;
			const person = people.find((one) => one.accountId === accounts.get(phone));
			if (role === 'supervisor') {
				expect(made.supervisors.map(({ accountId }) => accountId)).toContain(accounts.get(phone));
				continue;
			}
			expect(person).toMatchObject({ name, phone });
			const roles = memberships
				.filter(({ personId }) => personId === person!.id)
				.map((one) => one.role as string);
			if (role === 'staff' || role === 'admin') expect(roles).toContain(role);
		}
	});
});

describe('the people', () => {
	it('have the ages of people, and volunteers are grown up', () => {
		for (const { people, cards } of made.communities) {
			const ages = new Map(people.flatMap(({ id, bornOn }) => (bornOn ? [[id, ageOn(bornOn, anchor)]] : [])));
			for (const age of ages.values()) expect(age).toBeGreaterThanOrEqual(0);
			expect(Math.max(...ages.values())).toBeLessThan(100);
			expect(Math.min(...cards.map(({ personId }) => ages.get(personId)!))).toBeGreaterThanOrEqual(18);
		}
	});

	it('have phones and doors of their own', () => {
		for (const { people, homes, buildings, community } of made.communities) {
			const phones = people.flatMap(({ phone }) => phone ?? []);
			expect(phones.every((phone) => /^1[3-9]\d{9}$/.test(phone))).toBe(true);
			expect(new Set(phones).size).toBe(phones.length);
			expect(new Set(homes.map(({ buildingId, door }) => buildingId + door)).size).toBe(homes.length);
			expect(new Set(buildings.map(({ name }) => name)).size).toBe(buildings.length);
			for (const { east, north } of buildings) {
				expect(east).toBeGreaterThan(0);
				expect(east).toBeLessThan(community.widthMetres);
				expect(north).toBeGreaterThan(0);
				expect(north).toBeLessThan(community.heightMetres);
			}
		}
	});

	it('have in each grid one of the staff who answers for it', () => {
		for (const { grids, gridOfficers, memberships, buildings } of made.communities) {
			const staff = new Set(
				memberships.filter(({ role }) => role === 'staff').map(({ personId }) => personId)
			);
			expect(gridOfficers.map(({ gridId }) => gridId).sort()).toEqual(grids.map(({ id }) => id).sort());
			expect(gridOfficers.every(({ personId }) => staff.has(personId))).toBe(true);
			expect(new Set(buildings.map(({ gridId }) => gridId)).size).toBe(grids.length);
		}
	});
});

describe('the service station', () => {
	it('has windows for every service, and two officers at least who know it', () => {
		for (const { desks, services, serviceDocuments, serviceOfficers } of made.communities) {
			expect(desks.length).toBeGreaterThanOrEqual(3);
			expect(services.length).toBeGreaterThanOrEqual(16);
			expect(new Set(services.map(({ group }) => group))).toEqual(new Set(serviceGroups));
			expect(services.some(({ atDesk }) => !atDesk) && services.some(({ walkIn }) => walkIn)).toBe(true);
			for (const { id, icon } of services) {
				expect(iconNames).toContain(icon);
				expect(serviceDocuments.filter(({ serviceId }) => serviceId === id).length).toBeGreaterThan(0);
				const known = serviceOfficers.filter(({ serviceId }) => serviceId === id);
				expect(known.length).toBeGreaterThanOrEqual(2);
				expect(new Set(known.map(({ staffId }) => staffId)).size).toBe(known.length);
			}
		}
	});

	it('is staffed early, over noon and late on every working day, and on Saturday morning; nobody twice', () => {
		for (const { duties, desks, calendarDays, hoursExceptions, memberships } of made.communities) {
			const staff = new Set(memberships.map(({ personId }) => personId));
			const named = new Map(calendarDays.map((one) => [one.day, one]));
			const closed = new Set(hoursExceptions.map(({ day }) => day));
			expect(doubled(duties.map((one) => one as PlannedDuty))).toBeNull();
			expect(duties.every(({ staffId }) => staff.has(staffId))).toBe(true);
			const byDay = Map.groupBy(duties, ({ day }) => day);
			for (let offset = -20; offset <= 20; offset++) {
				const day = calendar.day(offset);
				const own = (byDay.get(day) ?? []).filter(({ deskId }) => deskId);
				const dayClass = dayClassOf(day, named);
				const at = (clock: string) =>
					own.filter(({ during }) => {
						const when = instantAt(day, clock, demoZone);
						return during.start <= when && when < during.end;
					}).length;
				if (dayClass === 'holiday' || (dayClass === 'rest' && weekdayOf(day) === 0)) expect(own).toEqual([]);
				else if (dayClass === 'rest') expect(at('10:00')).toBe(2);
				else {
					expect(at('10:00')).toBe(desks.length);
					expect([at('08:10'), at('17:10')].every((count) => count >= 1) || closed.has(day)).toBe(true);
					expect(at('12:30') >= 1 || closed.has(day)).toBe(true);
				}
			}
		}
	});

	it('has its roster published four weeks ahead, and one week as a draft', () => {
		for (const { duties, rosterWeeks } of made.communities) {
			const mondays = rosterWeeks.map(({ monday }) => monday);
			expect(mondays).toHaveLength(9);
			expect(daysBetween(anchor, mondays.at(-1)!)).toBeGreaterThanOrEqual(22);
			const drafts = duties.filter(({ status }) => status === 'draft');
			expect(drafts.length).toBeGreaterThan(30);
			expect(drafts.every(({ day }) => daysBetween(mondays.at(-1)!, day) >= 7)).toBe(true);
		}
	});
});

describe('what happened', () => {
	it('lies before the eve, and what is open after the evening of the day', () => {
		for (const one of made.communities) {
			const past = [
				...one.events.map(({ at }) => at),
				...one.openings.map(({ at }) => at),
				...one.notices.map(({ createdAt }) => createdAt),
				...one.requests.map(({ updatedAt }) => updatedAt),
				...one.people.map(({ createdAt }) => createdAt),
				...one.serviceRecords.map(({ confirmedAt }) => confirmedAt),
				...one.duties.map(({ changedAt }) => changedAt),
				...one.rosterWeeks.map(({ publishedAt }) => publishedAt)
			];
			expect(past.filter((at) => at > eve)).toEqual([]);
			const open = new Set(one.requests.filter(({ life }) => life === 'open').map(({ id }) => id));
			const last = new Map(one.requestWindows.map(({ requestId, during }) => [requestId, during.end]));
			expect(open.size).toBeGreaterThanOrEqual(8);
			for (const id of open) expect(last.get(id)!.getTime()).toBeGreaterThan(evening.getTime());
			for (const { expiresAt } of one.offers.filter(({ status }) => status === 'sent')) {
				expect(expiresAt.getTime()).toBeGreaterThan(evening.getTime());
			}
		}
	});

	it('never has anybody in two places', () => {
		for (const { tasks } of made.communities) {
			const kept = tasks.filter(({ status }) => status !== 'dropped_out' && status !== 'cancelled');
			const perPerson = Map.groupBy(kept, ({ personId }) => personId);
			for (const own of perPerson.values()) {
				const inOrder = own.map(({ during }) => during).sort((a, b) => a.start.getTime() - b.start.getTime());
				expect(inOrder.some((span, at) => at > 0 && overlaps(inOrder[at - 1]!, span))).toBe(false);
			}
			expect(perPerson.size).toBeGreaterThan(80);
		}
	});

	it('comes in the order in which it must', () => {
		for (const { requests, approvals, offers, tasks, serviceRecords } of made.communities) {
			const [byRequest, byApproval] = [byId(requests), byId(approvals)];
			for (const { requestId, approvedAt } of approvals) {
				expect(approvedAt > byRequest.get(requestId)!.createdAt).toBe(true);
			}
			for (const { approvalId, sentAt, answeredAt, during } of offers) {
				expect(sentAt! > byApproval.get(approvalId)!.approvedAt).toBe(true);
				expect(during.start > sentAt!).toBe(true);
				if (answeredAt) expect(answeredAt > sentAt! && answeredAt < during.start).toBe(true);
			}
			for (const { createdAt, during, finishedAt } of tasks) {
				expect(createdAt < during.start).toBe(true);
				if (finishedAt) expect(finishedAt > during.start).toBe(true);
			}
			const byTask = byId(tasks);
			for (const { taskId, confirmedAt } of serviceRecords) {
				// what was done on a campaign day was no task
				if (taskId) expect(confirmedAt > byTask.get(taskId)!.finishedAt!).toBe(true);
			}
		}
	});

	it('leaves every request in a state that its tasks and records bear out', () => {
		for (const { requests, tasks, serviceRecords } of made.communities) {
			const perRequest = Map.groupBy(tasks, ({ subjectId }) => subjectId);
			const confirmed = new Set(serviceRecords.map(({ taskId }) => taskId));
			for (const { id, life, peopleNeeded } of requests) {
				const kept = (perRequest.get(id) ?? []).filter(({ status }) => status !== 'dropped_out');
				if (life === 'done') expect(kept.filter((task) => confirmed.has(task.id))).toHaveLength(peopleNeeded);
				if (life === 'filled') expect(kept).toHaveLength(peopleNeeded);
				if (life === 'open') expect(kept.length).toBeLessThan(peopleNeeded);
				if (life === 'cancelled' || life === 'closed') expect(kept).toEqual([]);
			}
		}
	});

	it('went otherwise now and then', () => {
		const all = made.communities.flatMap(({ offers, tasks, requests }) => [...offers, ...tasks, ...requests]);
		const states = new Set<string>(all.map((row) => ('life' in row ? row.life : row.status)));
		expect([...states]).toEqual(
			expect.arrayContaining(['declined', 'lapsed', 'dropped_out', 'cancelled', 'closed'])
		);
	});

	it('tells nobody the same news twice', () => {
		for (const { notices } of made.communities) {
			const keys = notices.map(({ personId, newsKey }) => personId + newsKey);
			expect(keys.length).toBeGreaterThan(10);
			expect(new Set(keys).size).toBe(keys.length);
		}
	});
});

describe('the groups', () => {
	const letters = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
	const weekdays = '日一二三四五六';

	it('of the old streets meet in places of their own, and nobody says what another said', () => {
		const places = (of: CommunityWorld) => new Set(of.activities.flatMap(({ place }) => place ?? []));
		for (const place of ['东园小广场', '滨河步道']) {
			expect([places(east).has(place), places(old).has(place)]).toEqual([true, false]);
		}
		const words = east.activityRatings.flatMap((one) => one.words ?? []);
		expect(new Set(words).size).toBe(words.length);
	});
	it('meet on the days, at the hour and in the place of their activities', () => {
		const byGroup = byId(east.groups);
		// what a plan of a quarter adds is announced with it
		const weekly = east.activities.filter(
			({ groupId, rule, termPlanId }) => groupId && !termPlanId && /BYDAY=[A-Z]/.test(rule ?? '')
		);
		expect(weekly.length).toBeGreaterThan(7);
		for (const { groupId, rule, startMinute, venueId } of weekly) {
			const { meets, venueId: meetsIn } = byGroup.get(groupId!)!;
			const hour = `${Math.floor(startMinute / 60)}:${String(startMinute % 60).padStart(2, '0')}`;
			const days = /BYDAY=([A-Z,]+)/
				.exec(rule!)![1]!
				.split(',')
				.map((one) => weekdays[letters.indexOf(one)]!);
			for (const part of [hour, ...days]) expect(meets).toContain(part);
			expect(venueId).toBe(meetsIn);
		}
	});
	it.each([anchor, '2026-11-23', '2026-12-08'])('have their venue to themselves, told of on %s', (on) => {
		for (const { venueBookings, venues, groups } of world(1, on).communities) {
			const known = new Set(venues.map(({ id }) => id));
			expect(groups.every(({ venueId }) => !venueId || known.has(venueId))).toBe(true);
			for (const own of Map.groupBy(venueBookings, ({ venueId }) => venueId).values()) {
				const inOrder = own.map(({ during }) => during).sort((a, b) => a.start.getTime() - b.start.getTime());
				expect(inOrder.some((span, at) => at > 0 && overlaps(inOrder[at - 1]!, span))).toBe(false);
			}
		}
	});
});
