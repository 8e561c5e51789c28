import { openingsOf } from '#lib/audit/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { sayWhen, type Here } from '#lib/ui/dates.ts';
import type { Actor } from './people.ts';
import { peopleByIds } from './queries.server.ts';
import { openedWords, reasonWords, strangerWords } from './words.ts';

/** Who has opened what of the reader's own, and why; newest first (PIPL 44). */
export async function ownOpenings(
	scope: Scope,
	actor: Actor,
	here: Here
): Promise<{ id: string; words: string; why: string; when: string }[]> {
	const openings = await openingsOf(scope, actor.personId);
	const people = await peopleByIds(scope, [...new Set(openings.map(({ actorId }) => actorId))]);
	const names = new Map(people.map(({ id, name }) => [id, name]));
	return openings.map(({ id, actorId, what, reason, at }) => ({
		id,
		words: m.accounts_opening_by({
			name: names.get(actorId) ?? strangerWords(reason),
			what: openedWords(what)
		}),
		why: m.accounts_opening_why({ reason: reasonWords(reason) }),
		when: sayWhen(at, here)
	}));
}
