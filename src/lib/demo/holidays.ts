import type { AnnouncedYear, NamedDay } from '#lib/hours/calendar.ts';
import { addDays, type Day } from '#lib/shared/time.ts';

/** Days of one name: how many are free from the first on, and the weekends that are worked for them. */
interface Holiday {
	name: string;
	first: Day;
	free: number;
	worked: Day[];
}

const holidays: Holiday[] = [
	{ name: '元旦', first: '2026-01-01', free: 3, worked: ['2026-01-04'] },
	{ name: '春节', first: '2026-02-15', free: 9, worked: ['2026-02-14', '2026-02-28'] },
	{ name: '清明节', first: '2026-04-04', free: 3, worked: [] },
	{ name: '劳动节', first: '2026-05-01', free: 5, worked: ['2026-05-09'] },
	{ name: '端午节', first: '2026-06-19', free: 3, worked: [] },
	{ name: '中秋节', first: '2026-09-25', free: 3, worked: [] },
	{ name: '国庆节', first: '2026-10-01', free: 7, worked: ['2026-09-20', '2026-10-10'] }
];

/** The year 2026 as the State Council announced it (国办发明电〔2025〕7号). Every other year is unknown in the demo world. */
export const announced2026: AnnouncedYear = {
	year: 2026,
	papers: ['https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm'],
	days: holidays.flatMap(daysOf).sort((a, b) => (a.day < b.day ? -1 : 1))
};

function daysOf({ name, first, free, worked }: Holiday): NamedDay[] {
	return [
		...Array.from({ length: free }, (_, at) => ({
			day: addDays(first, at),
			class: 'holiday' as const,
			name
		})),
		...worked.map((day) => ({ day, class: 'makeup_workday' as const, name }))
	];
}
