import { personById } from '#lib/accounts/queries.server.ts';
import { verifyPerson } from '#lib/accounts/register.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { newId } from '#lib/shared/ids.ts';
import { approveCard, endCard, returnCard } from '#lib/volunteers/approve.server.ts';
import { cardAtDesk } from '#lib/volunteers/card-at-desk.server.ts';
import { cardOf } from '#lib/volunteers/queries.server.ts';
import { readAsStaff, staffAction, type Act } from '#lib/web/act.server.ts';
import { optionalDay, optionalText, text, z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, now, zone }) => ({
		key: newId(),
		doing: event.url.searchParams.get('do'),
		card: await cardAtDesk(scope, event.params.id, { now, zone })
	}));

const approval = z.object({
	seen: z.iso.datetime(),
	skills: z.array(z.string()).default([]),
	vetted: optionalDay(),
	insured: optionalDay(),
	expires: optionalDay()
});

async function nameOf({ scope }: Act, personId: string): Promise<string> {
	return (await personById(scope, personId))?.name ?? '';
}

export const actions: Actions = {
	approve: staffAction(approval, async (act, data, { params }) => {
		const personId = params.id!;
		const { seen, skills, vetted, insured, expires } = data;
		const given = { confirmSkills: skills, vettedUntil: vetted, insuredUntil: insured, expiresOn: expires };
		const isNew = (await cardOf(act.scope, personId))?.status === 'submitted';
		await approveCard(act.scope, act.actor, { personId, ...given, seen: new Date(seen) }, act.now);
		return {
			to: `/${act.community.slug}/desk/volunteers/${personId}`,
			flash: {
				words: isNew
					? m.desk_card_approved_flash({ name: await nameOf(act, personId) })
					: m.desk_card_saved_flash()
			}
		};
	}),

	return: staffAction(z.object({ words: text(300) }), async (act, { words }, { params }) => {
		await returnCard(act.scope, act.actor, { personId: params.id!, reason: words }, act.now);
		const to = `/${act.community.slug}/desk/volunteers`;
		return { to, flash: { words: m.desk_card_returned_flash({ name: await nameOf(act, params.id!) }) } };
	}),

	end: staffAction(z.object({ words: optionalText(300) }), async (act, { words }, { params }) => {
		await endCard(act.scope, act.actor, { personId: params.id!, reason: words }, act.now);
		const to = `/${act.community.slug}/desk/volunteers/${params.id}`;
		return { to, flash: { words: m.desk_card_ended_flash() } };
	}),

	verify: staffAction(z.object({}), async (act, _, { params }) => {
		await verifyPerson(act.scope, act.actor, params.id!, act.now);
		const to = `/${act.community.slug}/desk/volunteers/${params.id}`;
		return { to, flash: { words: m.desk_verified_flash({ name: await nameOf(act, params.id!) }) } };
	})
};
