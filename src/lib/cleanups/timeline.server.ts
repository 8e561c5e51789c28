import { nameOf } from '#lib/activities/words.ts';
import { peopleByIds } from '#lib/accounts/queries.server.ts';
import { eventsOf, type EventRow } from '#lib/audit/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { m } from '#lib/paraglide/messages.js';
import type { TimelineEvent } from '#lib/ui/ui.ts';
import { areasOf } from './area-queries.server.ts';
import { teamsOf } from './team-queries.server.ts';
import { teamName } from './words.ts';

/** What the words of an event are made with. */
interface Told {
	area: string;
	team: string;
	name: string;
	count: number;
}

const words: Readonly<Record<string, (told: Told) => string>> = {
	planned: m.cleanups_event_planned,
	changed: m.cleanups_event_changed,
	announced: m.cleanups_event_announced,
	begun: m.cleanups_event_begun,
	cancelled: m.cleanups_event_cancelled,
	area_added: m.cleanups_event_area_added,
	area_changed: m.cleanups_event_area_changed,
	area_removed: m.cleanups_event_area_removed,
	leader_appointed: m.cleanups_event_leader_appointed,
	team_assigned: m.cleanups_event_team_assigned,
	team_changed: m.cleanups_event_team_changed,
	team_removed: m.cleanups_event_team_removed,
	counted: m.cleanups_event_counted,
	presence_corrected: m.cleanups_event_presence_corrected,
	pictures_added: m.cleanups_event_pictures_added,
	picture_shown: m.cleanups_event_picture_shown,
	picture_refused: m.cleanups_event_picture_refused,
	closed: m.cleanups_event_closed,
	close_undone: m.cleanups_event_close_undone,
	confirmed: m.cleanups_event_confirmed,
	reopened: m.cleanups_event_reopened
};

/** Who did what on a day and before it, the latest first; that residents signed up or withdrew is on its list. */
export async function cleanupTimeline(scope: Scope, id: string): Promise<TimelineEvent[]> {
	const events = (await eventsOf(scope, 'cleanup', id)).filter(({ kind }) => kind in words);
	const ids = new Set(events.flatMap(({ actorId, params }) => [actorId, params.personId].filter(isText)));
	const people = await peopleByIds(scope, [...ids]);
	const names = new Map(people.map((one) => [one.id, one.name]));
	const teams = new Map((await teamsOf(scope, id)).map((team) => [team.id, teamName(team)]));
	const areas = new Map((await areasOf(scope, id)).map((area) => [area.name, nameOf(area)]));
	return events
		.map((event) => ({
			...{ id: event.id, at: event.at, actor: names.get(event.actorId ?? '') },
			text: words[event.kind]!(toldOf(event, names, teams, areas)),
			detail: isText(event.params.reason) ? event.params.reason : undefined
		}))
		.toReversed();
}

const isText = (value: unknown): value is string => typeof value === 'string';

function toldOf(
	{ params }: EventRow,
	names: ReadonlyMap<string, string>,
	teams: ReadonlyMap<string, string>,
	areas: ReadonlyMap<string, string>
): Told {
	const area = String(params.area ?? '');
	return {
		area: areas.get(area) ?? area,
		team: teams.get(String(params.teamId)) ?? m.cleanups_event_a_team(),
		name: names.get(String(params.personId)) ?? m.cleanups_event_nobody(),
		count: Number(params.promised ?? params.counted ?? params.count ?? params.records ?? 0)
	};
}
