import type { Scope } from '#lib/db/client.server.ts';
import { queryTokens } from '#lib/accounts/search.ts';
import { unitOptions } from '#lib/partners/desk-page.server.ts';
import { unitNames } from '#lib/partners/open-page.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { dayOf } from '#lib/shared/time.ts';
import type { Here } from '#lib/ui/dates.ts';
import type { Option } from '#lib/ui/ui.ts';
import { formValues } from './group-form.ts';
import { groupKinds, groupRoles, joinModes, themes } from './groups.ts';
import { countMembers } from './member-list-queries.server.ts';
import { leadersOn, postsOn } from './post-queries.server.ts';
import { groupById, listGroups, memberCounts, venuesToMeetIn } from './queries.server.ts';
import { sharedOut } from './shares-page.server.ts';
import { heldCounts } from './story-queries.server.ts';
import { groupName, inWords, joinName, kindName, roleName, themeName } from './words.ts';

/** A group in the list of the desk. */
export interface DeskGroup {
	id: string;
	name: string;
	kind: string;
	theme: string;
	meets: string;
	/** The partner unit it belongs to. */
	unit: string | null;
	/** Empty where nobody leads it. */
	leaders: string;
	members: number;
	places: number | null;
	/** Stories that wait to be looked at. */
	held: number;
}

/** The groups as staff see them. */
export async function deskGroups(
	scope: Scope,
	{ q, archived }: { q: string; archived: boolean },
	{ now, zone }: Here
): Promise<DeskGroup[]> {
	const rows = await listGroups(scope, { tokens: queryTokens(q), archived });
	const leaders = Map.groupBy(await leadersOn(scope, dayOf(now, zone)), ({ groupId }) => groupId);
	const members = await memberCounts(scope);
	const held = await heldCounts(scope);
	const units = await unitNames(scope);
	return rows.map((row) => ({
		id: row.id,
		name: groupName(row),
		kind: kindName(row.kind),
		theme: themeName(row.theme),
		meets: inWords(row.meets, row.meetsEn),
		unit: units.get(row.partnerId ?? '') ?? null,
		leaders: (leaders.get(row.id) ?? []).map(({ name }) => name).join(' · '),
		members: members.get(row.id) ?? 0,
		places: row.places,
		held: held.get(row.id) ?? 0
	}));
}

/**
 * A group as staff change it: what the form says, who answers for what, and with whom it is shared.
 * @throws AppError `not_found`
 */
export async function deskGroup(scope: Scope, id: string, { now, zone }: Here) {
	const row = await groupById(scope, id);
	if (!row) throw new AppError('not_found');
	const posts = await postsOn(scope, id, dayOf(now, zone));
	return {
		id,
		name: groupName(row),
		version: row.version,
		archived: row.archivedAt !== null,
		values: formValues(row),
		choices: await groupChoices(scope),
		posts: posts.map(({ id: post, name, role }) => ({ id: post, name, role: roleName(role) })),
		led: posts.some(({ role }) => role === 'leader'),
		members: await countMembers(scope, id),
		roles: groupRoles.map((value) => ({ value, label: roleName(value) })),
		shared: await sharedOut(scope, id)
	};
}

/** What can be chosen in the form of a group. */
export interface GroupChoices {
	kinds: Option[];
	themes: Option[];
	venues: Option[];
	units: Option[];
	joins: Option[];
}

export async function groupChoices(scope: Scope): Promise<GroupChoices> {
	const venues = await venuesToMeetIn(scope);
	return {
		kinds: groupKinds.map((value) => ({ value, label: kindName(value) })),
		themes: themes.map((value) => ({ value, label: themeName(value) })),
		venues: venues.map((venue) => ({ value: venue.id, label: groupName(venue) })),
		units: await unitOptions(scope),
		joins: joinModes.map((value) => ({ value, label: joinName(value) }))
	};
}
