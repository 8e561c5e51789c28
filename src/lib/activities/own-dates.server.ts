import type { Actor } from '#lib/accounts/people.ts';
import { comersOf } from '#lib/booking/choose-page.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { addDays, dayOf } from '#lib/shared/time.ts';
import { saySpan, type Here } from '#lib/ui/dates.ts';
import { datesOfPeople } from './list-queries.server.ts';
import { kindLooks, nameOf, placeWords, signUpTag } from './words.ts';

/** Local days ahead of which dates are shown. */
const daysAhead = 30;

/** A date on one's list. */
export type OwnDateLine = Awaited<ReturnType<typeof ownDates>>[number];

/** The next dates of activities for oneself and those for whom one acts; a seat that is offered comes first. */
export async function ownDates(scope: Scope, actor: Actor, here: Here) {
	const comers = await comersOf(scope, actor);
	const names = new Map(comers.map(({ id, name }) => [id, name]));
	const today = dayOf(here.now, here.zone);
	const ids = comers.map(({ id }) => id);
	const all = await datesOfPeople(scope, ids, today, addDays(today, daysAhead));
	return all
		.filter(({ date, signUp }) => signUp.status !== 'called_off' && date.during.end > here.now)
		.toSorted((a, b) => Number(b.signUp.status === 'offered') - Number(a.signUp.status === 'offered'))
		.map(({ date, signUp }) => ({
			id: `${date.id}:${signUp.id}`,
			activityId: date.activityId,
			title: nameOf(date.activity),
			when: saySpan(date.during, here),
			text: [signUp.personId === actor.personId ? null : names.get(signUp.personId), placeWords(date)]
				.filter(Boolean)
				.join(' · '),
			...kindLooks[date.activity.kind],
			cancelled: date.status === 'cancelled',
			state: signUpTag(signUp.status)
		}));
}
