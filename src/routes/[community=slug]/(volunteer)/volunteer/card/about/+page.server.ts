import { genders } from '#lib/accounts/people.ts';
import { personById } from '#lib/accounts/queries.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { newId } from '#lib/shared/ids.ts';
import { dayOf } from '#lib/shared/time.ts';
import { longest, readHobbies } from '#lib/volunteers/card-form.ts';
import { saveCard } from '#lib/volunteers/cards.server.ts';
import { hobbyChoices } from '#lib/volunteers/words.ts';
import { personAction, readAs } from '#lib/web/act.server.ts';
import { optionalDay, optionalText, ticked, z } from '#lib/web/schema.server.ts';
import { stepDone, stepFrame } from '../step.server.ts';
import type { Actions, PageServerLoad } from './$types';

const schema = z.object({
	gender: z.enum(['', ...genders]).default(''),
	bornOn: optionalDay(),
	occupation: optionalText(longest.line),
	employer: optionalText(longest.line),
	partyMember: ticked(),
	partyBranch: optionalText(longest.line),
	strengths: optionalText(longest.strengths),
	hobbies: z.array(z.string().max(longest.line)).default([]),
	moreHobbies: z.string().max(200).default('')
});

export const load: PageServerLoad = (event) =>
	readAs(event, async (act) => {
		const { whole, frame, back } = await stepFrame(act, event, 'about');
		const person = await personById(act.scope, act.actor.personId);
		const hobbies = hobbyChoices();
		const own = whole?.card.hobbies ?? [];
		return {
			// what the community knows already is not asked again
			asksGender: !person?.gender,
			asksBirth: !person?.bornOn,
			genders: [
				{ value: 'female', label: m.volunteers_gender_female() },
				{ value: 'male', label: m.volunteers_gender_male() }
			],
			today: dayOf(act.now, act.zone),
			hobbies,
			values: {
				occupation: whole?.card.occupation ?? '',
				employer: whole?.card.employer ?? '',
				partyMember: whole?.card.partyMember ?? false,
				partyBranch: whole?.card.partyBranch ?? '',
				strengths: whole?.card.strengths ?? '',
				hobbies: own,
				moreHobbies: own
					.filter((one) => !hobbies.some(({ value }) => value === one))
					.join(m.volunteers_comma())
			},
			most: longest.strengths,
			frame,
			back,
			key: newId()
		};
	});

export const actions: Actions = {
	default: personAction(schema, async (act, data, event) => {
		const { gender, moreHobbies, hobbies, partyMember, partyBranch, ...plain } = data;
		const changes = {
			...plain,
			gender: gender || null,
			hobbies: readHobbies(hobbies, moreHobbies),
			partyMember: partyMember || partyBranch !== null,
			partyBranch
		};
		await saveCard(act.scope, act.actor, changes, act.now, act.zone);
		return stepDone(act, event, 'about');
	})
};
