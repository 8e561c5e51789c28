import { clockOf, dayOf, type Span } from '#lib/shared/time.ts';

/** Local hours in which a volunteer may propose to come: nobody is called out of bed. */
const visits = { from: '07:00', until: '22:00' };

/** True for help between seven in the morning and ten in the evening of one local day. */
export function isAtVisitHours({ start, end }: Span, zone: string): boolean {
	return (
		dayOf(start, zone) === dayOf(end, zone) &&
		clockOf(start, zone) >= visits.from &&
		clockOf(end, zone) <= visits.until
	);
}
