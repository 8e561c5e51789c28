import { peopleByIds } from '#lib/accounts/queries.server.ts';
import { openedWords, reasonWords, strangerWords } from '#lib/accounts/words.ts';
import { openingsOf } from '#lib/audit/queries.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { sayWhen } from '#lib/ui/dates.ts';
import { readAs } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAs(event, async ({ scope, actor, now, zone, community }) => {
		const openings = await openingsOf(scope, actor.personId);
		const people = await peopleByIds(scope, [...new Set(openings.map(({ actorId }) => actorId))]);
		const names = new Map(people.map(({ id, name }) => [id, name]));
		return {
			openings: openings.map(({ id, actorId, what, reason, at }) => ({
				id,
				words: m.accounts_opening_by({
					name: names.get(actorId) ?? strangerWords(reason),
					what: openedWords(what)
				}),
				why: m.accounts_opening_why({ reason: reasonWords(reason) }),
				when: sayWhen(at, { now, zone })
			})),
			back: { href: `/${community.slug}/me` }
		};
	});
