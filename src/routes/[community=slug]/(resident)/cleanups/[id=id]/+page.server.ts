import { checkIn, checkOut } from '#lib/cleanups/check-in.server.ts';
import { pictureMoments, picturesAtOnce } from '#lib/cleanups/cleanups.ts';
import { addPictures } from '#lib/cleanups/pictures.server.ts';
import { residentPage } from '#lib/cleanups/resident-page.server.ts';
import { signUp, withdraw } from '#lib/cleanups/sign-up.server.ts';
import { picturesIn } from '#lib/files/pictures.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { isId, newId } from '#lib/shared/ids.ts';
import { personAction, readOpenly } from '#lib/web/act.server.ts';
import { choice, id, ticked, z } from '#lib/web/schema.server.ts';
import { checkInFields, momentOf, whenFields } from '../../activities/check-in-fields.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readOpenly(event, async ({ scope, actor, now, zone, community }) => {
		const { searchParams } = event.url;
		const code = searchParams.get('code') ?? '';
		const page = await residentPage(scope, actor, event.params.id, { now, zone });
		return {
			...page,
			key: newId(),
			/** One for each who could check in: without a network several are kept. */
			checkInKeys: [...page.own, ...page.comers].map(() => newId()),
			/** The area and the code that a phone has scanned, and when: signing in may take longer than a code is shown. */
			scanned: /^\d{6}$/.test(code)
				? { areaId: searchParams.get('area'), code, at: readAt(searchParams, now) }
				: null,
			back: { href: `/${community.slug}/cleanups` },
			aloud: true
		};
	});

function readAt(params: URLSearchParams, now: Date): string {
	const said = new Date(params.get('at') ?? '');
	return (Number.isNaN(said.getTime()) ? now : said).toISOString();
}

const wish = z.object({
	/** An area, or an area and a team: `area:team`. */
	target: z.string().refine((said) => said.split(':').length <= 2 && said.split(':').every(isId), 'choose'),
	for: id()
});
const own = z.object({ signUp: id() });
const photos = z.object({ area: id(), moment: choice(pictureMoments), agreed: ticked() });

export const actions: Actions = {
	sign: personAction(wish, async ({ scope, actor, now, zone }, data, event) => {
		const [areaId, teamId = null] = data.target.split(':') as [string, string?];
		await signUp(scope, actor, { areaId, teamId, personId: data.for }, { now, zone });
		return { to: event.url.pathname, flash: { words: m.cleanups_signed() } };
	}),
	withdraw: personAction(own, async ({ scope, actor, now, zone }, data, event) => {
		await withdraw(scope, actor, data.signUp, { now, zone });
		return { to: event.url.pathname, flash: { words: m.cleanups_withdrawn() } };
	}),
	check: personAction(checkInFields, async ({ scope, actor, now, zone }, data, event) => {
		const { date: areaId, for: personId, code } = data;
		const said = { areaId, personId: personId ?? actor.personId, code, at: momentOf(data, now) };
		await checkIn(scope, actor, said, { now, zone });
		return { to: event.url.pathname, flash: { words: m.cleanups_checked_in() } };
	}),
	leave: personAction(own.extend(whenFields), async ({ scope, actor, now, zone }, data, event) => {
		await checkOut(scope, actor, { id: data.signUp, at: momentOf(data, now) }, { now, zone });
		return { to: event.url.pathname, flash: { words: m.cleanups_checked_out() } };
	}),
	photos: personAction(
		photos,
		async ({ scope, actor, now }, { area: areaId, ...said }, event, pictures) => {
			await addPictures(scope, actor, { areaId, ...said, pictures }, now);
			return { to: event.url.pathname, flash: { words: m.cleanups_pictures_added() } };
		},
		(form: FormData) => picturesIn(form, picturesAtOnce)
	)
};
