import type { ServiceGroup } from '#lib/booking/booking.ts';
import { daysOfKind, type Hours } from '#lib/hours/hours.ts';
import { weekdayOf, type Day } from '#lib/shared/time.ts';
import type { Draft } from './draft.ts';
import { announced2026 } from './holidays.ts';
import { firstDay } from './people.ts';
import type { StationRow } from './rows.ts';

/** A window, and what the officers behind it know beside what every window does (一窗通办). */
export interface DeskPlan {
	name: string;
	nameEn: string;
	groups: ServiceGroup[];
}

type StationPlan = Omit<StationRow, 'id' | 'phone'> & { desks: DeskPlan[] };

const relief: DeskPlan = {
	name: '2号 民政窗口',
	nameEn: 'Window 2, welfare',
	groups: ['relief', 'home_care']
};
const jobs: DeskPlan = {
	name: '3号 社保就业窗口',
	nameEn: 'Window 3, insurance and jobs',
	groups: ['jobs', 'insurance']
};
const general = (groups: ServiceGroup[]): DeskPlan => ({
	name: '1号 综合窗口',
	nameEn: 'Window 1, general',
	groups
});

const stationPlans: Record<Draft['plan']['slug'], StationPlan> = {
	chengdong: {
		name: '城东便民服务站',
		nameEn: 'Chengdong service station',
		address: '东园正门旁，社区服务楼一层',
		addressEn: 'By the main gate of Dongyuan, ground floor of the community building',
		east: 470,
		north: 150,
		desks: [general(['party', 'family_planning', 'insurance']), relief, jobs]
	},
	laojie: {
		name: '老街一站式服务大厅',
		nameEn: 'Laojie one-stop service hall',
		address: '米市街 8 号，老戏台对面',
		addressEn: '8 Rice Market Street, opposite the old stage',
		east: 620,
		north: 420,
		desks: [
			general(['insurance', 'jobs']),
			relief,
			jobs,
			{ name: '4号 党群窗口', nameEn: 'Window 4, party and family', groups: ['party', 'family_planning'] }
		]
	}
};

/** The windows of a community, in order. */
export function desksOf({ plan }: Draft): DeskPlan[] {
	return stationPlans[plan.slug].desks;
}

const workday: Hours = { from: 8 * 60, to: 17 * 60 + 30 };
const saturday: Hours = { from: 9 * 60, to: 12 * 60 };
/** The afternoon on which the station closes for a training: days from the anchor, put off to a Wednesday. */
const trainingFrom = 8;

/** Opens the service station with its windows, and says when it is open: at noon too, and on Saturday mornings. */
export function openStation(draft: Draft): void {
	const { rows, plan, calendar } = draft;
	const { desks, ...said } = stationPlans[plan.slug];
	const station = { id: draft.id('station'), phone: plan.phone, ...said };
	rows.stations.push(station);
	for (const { name, nameEn } of desks) {
		rows.desks.push({ id: draft.id('desk'), stationId: station.id, name, nameEn, closed: false });
	}
	for (const [kind, { from, to }] of [['workday', workday] as const, ['saturday', saturday] as const]) {
		rows.hoursRules.push({
			id: draft.id('hours_rule'),
			stationId: station.id,
			...daysOfKind(kind),
			fromMinute: from,
			toMinute: to,
			since: calendar.day(firstDay),
			until: null
		});
	}
	rows.hoursExceptions.push({
		stationId: station.id,
		day: trainingDay(draft),
		fromMinute: workday.from,
		toMinute: 12 * 60,
		reason: '下午全员业务培训，窗口暂停',
		changedBy: draft.staff[0]!.id,
		changedAt: calendar.at(-5, 16 * 60)
	});
	bringInHolidays(draft);
}

const wednesday = 3;

function trainingDay({ calendar }: Draft): Day {
	const days = Array.from({ length: 7 }, (_, at) => calendar.day(trainingFrom + at));
	return days.find((day) => weekdayOf(day) === wednesday)!;
}

function bringInHolidays({ rows, staff, calendar }: Draft): void {
	const { year, papers, days } = announced2026;
	const by = { changedBy: staff[0]!.id, changedAt: calendar.at(-150, 9 * 60) };
	rows.calendarYears.push({ year, papers, importedBy: by.changedBy, importedAt: by.changedAt });
	rows.calendarDays.push(...days.map((one) => ({ ...one, source: 'announced' as const, ...by })));
}
