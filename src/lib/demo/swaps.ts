import { overlaps } from '#lib/shared/time.ts';
import { whenOf } from '#lib/hours/when.ts';
import { demoZone } from './calendar.ts';
import { castMember, happened, tell, type Draft } from './draft.ts';

/** A colleague who cannot come one day has asked another, who has not answered yet. */
export function askToSwap(draft: Draft): void {
	const { rows, calendar } = draft;
	const [asking, asked] = [castMember(draft, '方志刚'), castMember(draft, '李敏')];
	const busy = rows.duties.filter(({ staffId }) => staffId === asked.id);
	const duty = rows.duties.find(
		(one) =>
			one.staffId === asking.id &&
			one.status === 'published' &&
			one.during.start > calendar.at(3, 0) &&
			!busy.some(({ during }) => overlaps(during, one.during))
	);
	if (!duty) return;
	const id = draft.id('duty_swap');
	const at = calendar.at(-1, 15 * 60 + 10);
	rows.dutySwaps.push({
		id,
		dutyId: duty.id,
		forDutyId: null,
		askedOf: asked.id,
		status: 'asked',
		askedBy: asking.id,
		askedAt: at,
		answeredAt: null
	});
	happened(draft, { kind: 'duty', id: duty.id }, 'swap_asked', asking.id, at, { of: asked.id });
	const params = { name: asking.name, when: whenOf(duty.during, demoZone) };
	tell(draft, asked.id, { template: 'swap_asked', params, path: '/desk/roster/swaps', about: id, at });
}
