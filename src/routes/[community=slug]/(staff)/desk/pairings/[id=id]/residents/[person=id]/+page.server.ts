import { m } from '#lib/paraglide/messages.js';
import { wishFor } from '#lib/pairings/campaign.server.ts';
import { campaignHead } from '#lib/pairings/head.server.ts';
import { offerPair } from '#lib/pairings/offer-pair.server.ts';
import { residentPage } from '#lib/pairings/resident-page.server.ts';
import { readInterests } from '#lib/pairings/interests.ts';
import { minuteOfClock } from '#lib/pairings/visit-start.ts';
import { weekdayChoices } from '#lib/pairings/words.ts';
import { newId } from '#lib/shared/ids.ts';
import { languages } from '#lib/volunteers/volunteers.ts';
import { readAsStaff, staffAction } from '#lib/web/act.server.ts';
import { optionalText, ticked, z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, now, zone }) => {
		const { campaign, head } = await campaignHead(scope, event.params.id);
		return {
			key: newId(),
			offerKey: newId(),
			head,
			resident: await residentPage(scope, campaign, event.params.person, { now, zone }),
			weekdays: weekdayChoices()
		};
	});

const clock = z.string().regex(/^$|^([01]\d|2[0-3]):[0-5]\d$/);
const wishes = z.object({
	gender: z.enum(['', 'female', 'male']).default(''),
	gender_must: ticked(),
	language: z.enum(['', ...languages]).default(''),
	language_must: ticked(),
	interests: optionalText(120),
	weekdays: z.array(z.enum(['0', '1', '2', '3', '4', '5', '6'])).default([]),
	time: clock.default('')
});

export const actions: Actions = {
	wish: staffAction(wishes, async ({ scope, actor, now, community }, data, { params }) => {
		const given = {
			id: params.id!,
			personId: params.person!,
			wishGender: data.gender || null,
			genderIsMust: data.gender_must,
			wishLanguage: data.language || null,
			languageIsMust: data.language_must,
			interests: readInterests(data.interests),
			weekdays: data.weekdays.map(Number),
			atMinute: data.time === '' ? null : minuteOfClock(data.time)
		};
		await wishFor(scope, actor, given, now);
		const to = `/${community.slug}/desk/pairings/${params.id}/residents/${params.person}`;
		return { to, flash: { words: m.pairings_saved() } };
	}),
	offer: staffAction(
		z.object({ member: z.uuid() }),
		async ({ scope, actor, now, zone, community }, { member }, { params }) => {
			const two = { id: params.id!, residentId: params.person!, memberId: member };
			const { pairingId } = await offerPair(scope, actor, two, now, zone);
			const to = `/${community.slug}/desk/pairings/${params.id}/pairs/${pairingId}`;
			return { to, flash: { words: m.pairings_offered_flash() } };
		}
	)
};
