import { correctPresence, markPresence } from '#lib/cleanups/check-in.server.ts';
import { marks, mostPeople } from '#lib/cleanups/cleanups.ts';
import { rollPage } from '#lib/cleanups/roll-page.server.ts';
import { signUp } from '#lib/cleanups/sign-up.server.ts';
import { countTeam } from '#lib/cleanups/teams.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { newId } from '#lib/shared/ids.ts';
import { personAction, readAs } from '#lib/web/act.server.ts';
import { choice, clock, id, optionalClock, optionalWhole, whole, z } from '#lib/web/schema.server.ts';
import { momentOf, whenFields } from '../../../../activities/check-in-fields.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAs(event, async ({ scope, actor, now, zone, community }) => {
		event.depends('cleanups:roll');
		const { id: cleanupId, area: areaId } = event.params;
		const find = event.url.searchParams.get('find') ?? '';
		return {
			...(await rollPage(scope, actor, { cleanupId, areaId }, find, { now, zone })),
			key: newId(),
			back: { href: `/${community.slug}/cleanups/${cleanupId}` }
		};
	});

const mark = z.object({ signUp: id(), mark: choice(marks), ...whenFields });
const times = z.object({ signUp: id(), came: clock(), left: optionalClock() });
const counts = z.object({ team: id(), counted: whole(0, mostPeople), minutes: optionalWhole(0, 1440) });

export const actions: Actions = {
	mark: personAction(mark, async ({ scope, actor, now, zone }, data, event) => {
		const said = { id: data.signUp, mark: data.mark, at: momentOf(data, now) };
		await markPresence(scope, actor, said, { now, zone });
		return { to: event.url.pathname };
	}),
	times: personAction(times, async ({ scope, actor, now, zone }, { signUp, ...said }, event) => {
		await correctPresence(scope, actor, { id: signUp, ...said }, { now, zone });
		return { to: event.url.pathname, flash: { words: m.cleanups_saved() } };
	}),
	count: personAction(counts, async ({ scope, actor, now }, { team, ...said }, event) => {
		await countTeam(scope, actor, { id: team, ...said }, now);
		return { to: event.url.pathname, flash: { words: m.cleanups_saved() } };
	}),
	enter: personAction(z.object({ person: id() }), async ({ scope, actor, now, zone }, data, event) => {
		const wish = { areaId: event.params.area!, teamId: null, personId: data.person };
		await signUp(scope, actor, wish, { now, zone });
		return { to: event.url.pathname, flash: { words: m.cleanups_entered() } };
	})
};
