import { clockOf, dayOf, type Span } from '#lib/shared/time.ts';

/** A span as any reader understands it, whatever the language: `11-25 13:30–17:30`; with both days where it has two. */
export function whenOf({ start, end }: Span, zone: string): string {
	const [from, to] = [start, end].map((at) => dayOf(at, zone).slice(5));
	const [begins, ends] = [clockOf(start, zone), clockOf(end, zone)];
	return from === to ? `${from} ${begins}–${ends}` : `${from} ${begins} – ${to} ${ends}`;
}
