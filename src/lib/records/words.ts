import { maskName } from '#lib/accounts/phone.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Day } from '#lib/shared/time.ts';
import { isNeed } from '#lib/skills/needs.ts';
import { needName } from '#lib/skills/words.ts';
import { sayDay, sayMinutes } from '#lib/ui/dates.ts';
import { byMonth } from './by-month.ts';
import type { OwnRecord, RecordRow } from './queries.server.ts';

/** How many services and how much time: 8 次, 12 小时 20 分. */
export function totalWords({ services, minutes }: { services: number; minutes: number }) {
	return { services: servicesWords(services), time: sayMinutes(minutes) };
}

function servicesWords(count: number): string {
	return count === 1 ? m.records_services_one() : m.records_services({ count });
}

const confirmations: Record<RecordRow['confirmedBy'], () => string> = {
	receiver: m.records_by_receiver,
	telephone: m.records_by_telephone,
	staff: m.records_by_staff
};

/** One service as its doer reads it again: place, content, for whom, how long, thanks (记录卡, seed 003). */
export interface RecordLine {
	id: string;
	need: string;
	day: string;
	place: string;
	forWhom: string;
	time: string;
	confirmed: string;
	rating: string | null;
	thanks: string | null;
}

function recordLine({ record, helped, helpedKind, building, buildingEn }: OwnRecord, today: Day): RecordLine {
	const place = getLocale() === 'en' ? buildingEn : building;
	const name = helpedKind === 'unit' ? helped : maskName(helped);
	return {
		id: record.id,
		need: isNeed(record.need) ? needName(record.need) : record.need,
		day: sayDay(record.servedOn, today),
		place: place ?? m.records_on_telephone(),
		forWhom: m.records_for_whom({ name }),
		time: sayMinutes(record.minutes),
		confirmed: confirmations[record.confirmedBy](),
		rating: record.rating === null ? null : m.records_rating({ rating: record.rating }),
		thanks: record.thanks
	};
}

/** All services, month by month, newest first. */
export function recordMonths(records: readonly OwnRecord[], today: Day) {
	const flat = records.map((own) => ({ own, servedOn: own.record.servedOn, minutes: own.record.minutes }));
	return byMonth(flat).map(({ month, minutes, services }) => ({
		month,
		title: monthName(month),
		total: totalWords({ services: services.length, minutes }),
		lines: services.map(({ own }) => recordLine(own, today))
	}));
}

/** 2026年3月, March 2026. */
function monthName(month: string): string {
	const format = new Intl.DateTimeFormat(getLocale(), { year: 'numeric', month: 'long', timeZone: 'UTC' });
	return format.format(new Date(`${month}-01T00:00:00Z`));
}
