import { endKeepApart, keepApart } from '#lib/accounts/avoid.server.ts';
import { takeBackConsent, takeConsent } from '#lib/accounts/consent-at-desk.server.ts';
import { openContact } from '#lib/accounts/open.server.ts';
import { consentPurposes } from '#lib/accounts/people.ts';
import { personById } from '#lib/accounts/queries.server.ts';
import { verifyPerson } from '#lib/accounts/register.server.ts';
import { endStaff, grantStaff } from '#lib/accounts/roles.server.ts';
import { personPage } from '#lib/matching/person-page.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { adminAction, readAsStaff, staffAction, type Act } from '#lib/web/act.server.ts';
import { id, text, z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, now, zone }) => {
		const find = (event.url.searchParams.get('find') ?? '').slice(0, 40);
		return { find, person: await personPage(scope, { id: event.params.id, find }, { now, zone }) };
	});

const nothing = z.object({});
const purpose = z.object({ purpose: z.enum(consentPurposes) });
const other = z.object({ other: id() });

/** Back to this page, with words about what was done. */
function back({ community }: Act, personId: string, words: string) {
	return { to: `/${community.slug}/desk/people/${personId}`, flash: { words } };
}

async function nameOf({ scope }: Act, personId: string): Promise<string> {
	return (await personById(scope, personId))?.name ?? '';
}

export const actions: Actions = {
	verify: staffAction(nothing, async (act, _, { params }) => {
		const personId = params.id!;
		await verifyPerson(act.scope, act.actor, personId, act.now);
		return back(act, personId, m.desk_verified_flash({ name: await nameOf(act, personId) }));
	}),

	reveal: staffAction(
		z.object({ reason: text(100) }),
		async ({ scope, actor, now }, { reason }, { params }) => {
			const opening = { personId: params.id!, what: 'address_and_phone' as const, reason };
			return { shown: { ...(await openContact(scope, actor, opening, now)) } };
		}
	),

	consent: staffAction(purpose, async (act, { purpose }, { params }) => {
		const personId = params.id!;
		await takeConsent(act.scope, act.actor, { personId, purpose }, act.now);
		return back(act, personId, m.desk_consent_flash({ name: await nameOf(act, personId) }));
	}),

	unconsent: staffAction(purpose, async (act, { purpose }, { params }) => {
		await takeBackConsent(act.scope, act.actor, { personId: params.id!, purpose }, act.now);
		return back(act, params.id!, m.desk_consent_back_flash());
	}),

	apart: staffAction(other, async (act, { other }, { params }) => {
		await keepApart(act.scope, act.actor, { personId: params.id!, otherId: other }, act.now);
		return back(act, params.id!, m.desk_apart_flash());
	}),

	unapart: staffAction(other, async (act, { other }, { params }) => {
		await endKeepApart(act.scope, act.actor, { personId: params.id!, otherId: other }, act.now);
		return back(act, params.id!, m.desk_apart_end_flash());
	}),

	grant: adminAction(nothing, async (act, _, { params }) => {
		const personId = params.id!;
		await grantStaff(act.scope, act.actor, personId, act.now);
		return back(act, personId, m.desk_role_granted_flash({ name: await nameOf(act, personId) }));
	}),

	revoke: adminAction(nothing, async (act, _, { params }) => {
		const personId = params.id!;
		await endStaff(act.scope, act.actor, personId, act.now);
		return back(act, personId, m.desk_role_ended_flash({ name: await nameOf(act, personId) }));
	})
};
