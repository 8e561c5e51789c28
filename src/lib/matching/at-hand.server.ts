import { theDatabase, type Scope } from '#lib/db/client.server.ts';
import { dayOf, type Day } from '#lib/shared/time.ts';
import * as query from './at-hand-queries.server.ts';
import { everyoneOf, type Everyone } from './everyone.ts';
import { peopleFacts } from './people-facts.server.ts';

/** Everyone of a community as a process remembers them. Nothing in it is ever changed; a later look makes another. */
interface Remembered {
	/** Facts count from this day's week, month and year; those of another day are read anew. */
	today: Day;
	/** All that transactions with a lower number did is in it. */
	horizon: string;
	everyone: Everyone;
	/** Of whom the last look saw what may yet be undone: they are read again. */
	unsettled: ReadonlySet<string>;
}

/** So many communities are remembered, those looked at last. */
const mostRemembered = 50;

const remembered = new WeakMap<object, Map<string, Remembered>>();

/**
 * Everyone who handed in a card, with all that matching looks at, exactly as this transaction sees it. Only those are read whose
 * facts changed since the last look: all the others are in memory. See docs/decisions/0018.
 */
export async function everyoneAtHand(scope: Scope, now: Date, zone: string): Promise<Everyone> {
	const today = dayOf(now, zone);
	const known = recall(scope.communityId, today);
	const { horizon, people } = await query.changesSince(scope, known?.horizon);
	const unsettled = new Set(people.filter(([, yet]) => yet).map(([id]) => id));
	if (!known) {
		const everyone = everyoneOf(await peopleFacts(scope, now, zone));
		remember(scope.communityId, { today, horizon, everyone, unsettled });
		await query.forgetOldChanges(scope);
		return everyone;
	}
	const again = new Set([...known.unsettled, ...people.map(([id]) => id)]);
	if (again.size === 0) {
		remember(scope.communityId, { ...known, horizon });
		return known.everyone;
	}
	const read = await peopleFacts(scope, now, zone, [...again]);
	const lasting = known.everyone.with(
		[...again].filter((id) => !unsettled.has(id)),
		read.filter(({ facts }) => !unsettled.has(facts.personId))
	);
	remember(scope.communityId, { today, horizon, everyone: lasting, unsettled });
	return unsettled.size === 0 ? lasting : known.everyone.with([...again], read);
}

function recall(communityId: string, today: Day): Remembered | undefined {
	const known = remembered.get(theDatabase())?.get(communityId);
	return known?.today === today ? known : undefined;
}

/** Keeps what knows more; looks end in another order than they began. */
function remember(communityId: string, look: Remembered): void {
	const all = remembered.get(theDatabase()) ?? new Map<string, Remembered>();
	remembered.set(theDatabase(), all);
	const other = all.get(communityId);
	all.delete(communityId);
	all.set(communityId, other && knowsMore(other, look) ? other : look);
	for (const oldest of all.keys()) {
		if (all.size <= mostRemembered) break;
		all.delete(oldest);
	}
}

function knowsMore(one: Remembered, other: Remembered): boolean {
	return one.today === other.today ? BigInt(one.horizon) > BigInt(other.horizon) : one.today > other.today;
}
