import { findPeople } from '#lib/accounts/find-people.server.ts';
import { appointLeader, changeArea, removeArea } from '#lib/cleanups/areas.server.ts';
import { mostPeople } from '#lib/cleanups/cleanups.ts';
import { areaPage } from '#lib/cleanups/form-page.server.ts';
import type { SaidTeam } from '#lib/cleanups/said.ts';
import { assignTeam, changeTeam, removeTeam } from '#lib/cleanups/teams.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { AppError } from '#lib/shared/errors.ts';
import { isId, newId } from '#lib/shared/ids.ts';
import { readAsStaff, staffAction } from '#lib/web/act.server.ts';
import { id, optionalId, optionalText, text, whole, z } from '#lib/web/schema.server.ts';
import { areaFields, saidArea } from '../../../cleanup-fields.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, now, zone }) => {
		const { id: cleanupId, area: areaId } = event.params;
		const find = event.url.searchParams.get('find') ?? '';
		const page = await areaPage(scope, { cleanupId, areaId }, { now, zone });
		const keys = { key: newId(), teamKey: newId(), otherKey: newId() };
		return { ...page, ...keys, find, found: find ? await findPeople(scope, find) : [] };
	});

const quota = { promised: whole(0, mostPeople), lead: optionalText(40) };
const teamFields = z.object({ who: text(60), teamName: optionalText(40), ...quota });

/** Whom a team comes from, as the form says it. @throws AppError `invalid` / `who`, `teamName` */
function whoOf({ who, teamName }: z.output<typeof teamFields>): SaidTeam['who'] {
	const [kind, chosen] = who.split(':');
	if (kind === 'free') {
		if (!teamName) throw new AppError('invalid', 'teamName');
		return { name: teamName };
	}
	if (!isId(chosen)) throw new AppError('invalid', 'who');
	return kind === 'unit' ? { unitId: chosen } : { groupId: chosen };
}

export const actions: Actions = {
	save: staffAction(areaFields, async ({ scope, actor, now }, data, { params, url }) => {
		await changeArea(scope, actor, { id: params.area!, ...saidArea(data) }, now);
		return { to: url.pathname, flash: { words: m.cleanups_saved() } };
	}),
	remove: staffAction(z.object({}), async ({ scope, actor, now, community }, _, { params }) => {
		await removeArea(scope, actor, params.area!, now);
		const to = `/${community.slug}/desk/cleanups/${params.id}`;
		return { to, flash: { words: m.cleanups_area_removed() } };
	}),
	lead: staffAction(
		z.object({ person: optionalId() }),
		async ({ scope, actor, now }, data, { params, url }) => {
			await appointLeader(scope, actor, { areaId: params.area!, personId: data.person }, now);
			return { to: url.pathname, flash: { words: m.cleanups_saved() } };
		}
	),
	assign: staffAction(teamFields, async ({ scope, actor, now }, data, { params, url }) => {
		const { promised, lead } = data;
		const said = { id: newId(), areaId: params.area!, who: whoOf(data), promised, lead };
		await assignTeam(scope, actor, said, now);
		return { to: url.pathname, flash: { words: m.cleanups_team_assigned() } };
	}),
	team: staffAction(z.object({ team: id(), ...quota }), async ({ scope, actor, now }, data, { url }) => {
		const { team, ...said } = data;
		await changeTeam(scope, actor, { id: team, ...said }, now);
		return { to: url.pathname, flash: { words: m.cleanups_saved() } };
	}),
	drop: staffAction(z.object({ team: id() }), async ({ scope, actor, now }, { team }, { url }) => {
		await removeTeam(scope, actor, team, now);
		return { to: url.pathname, flash: { words: m.cleanups_team_removed() } };
	})
};
