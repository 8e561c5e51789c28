import type { Scope } from '#lib/db/client.server.ts';
import type { Option } from '#lib/ui/ui.ts';
import type { Seat } from './queries.server.ts';
import { namedSeats } from './seat-queries.server.ts';
import { inWords } from './words.ts';

/** Officers to choose from, each with his desk. */
export async function seatWords(scope: Scope, seats: readonly Seat[]): Promise<Option[]> {
	return (await namedSeats(scope, seats)).map(({ officerId, officer, desk }) => ({
		value: officerId,
		label: desk ? `${officer} · ${inWords(desk)}` : officer
	}));
}
