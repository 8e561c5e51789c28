import { giveConsent, withdrawConsent } from '#lib/accounts/consent.server.ts';
import { consentPurposes, purposesFor } from '#lib/accounts/people.ts';
import { consentsOf } from '#lib/accounts/consent-queries.server.ts';
import { purposeWords } from '#lib/accounts/words.ts';
import { handedOn, takeBack } from '#lib/groups/handed-on.server.ts';
import { groupName } from '#lib/groups/words.ts';
import { m } from '#lib/paraglide/messages.js';
import { newId } from '#lib/shared/ids.ts';
import { sayWhen } from '#lib/ui/dates.ts';
import { personAction, readAs } from '#lib/web/act.server.ts';
import { choice, id, z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

const schema = z.object({ purpose: choice(consentPurposes) });

export const load: PageServerLoad = (event) =>
	readAs(event, async ({ scope, actor, now, zone, community }) => {
		const standing = (await consentsOf(scope, actor.personId)).filter(
			({ withdrawnAt }) => withdrawnAt === null
		);
		return {
			purposes: purposesFor(actor.roles).map((purpose) => {
				const given = standing.find((one) => one.purpose === purpose);
				const when = given && sayWhen(given.givenAt, { now, zone });
				return {
					purpose,
					...purposeWords(purpose),
					given: given && when ? m.accounts_consent_given({ when, version: given.version }) : null,
					byStaff: Boolean(given?.takenBy)
				};
			}),
			handedOn: await handedOn(scope, actor),
			key: newId(),
			back: { href: `/${community.slug}/me` }
		};
	});

export const actions: Actions = {
	give: personAction(schema, async ({ scope, actor, now }, { purpose }, event) => {
		await giveConsent(scope, actor, purpose, now);
		return { to: event.url.pathname, flash: { words: m.accounts_consent_given_now() } };
	}),
	withdraw: personAction(schema, async ({ scope, actor, now }, { purpose }, event) => {
		await withdrawConsent(scope, actor, purpose, now);
		return { to: event.url.pathname, flash: { words: m.accounts_consent_withdrawn_now() } };
	}),
	takeBack: personAction(
		z.object({ community: id() }),
		async ({ scope, actor, now }, { community }, event) => {
			const there = groupName(await takeBack(scope, actor, community, now));
			return {
				to: event.url.pathname,
				flash: { words: m.groups_handed_on_taken_back({ community: there }) }
			};
		}
	)
};
