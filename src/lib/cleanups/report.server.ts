import type { Scope } from '#lib/db/client.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { sayMinutes, type Here } from '#lib/ui/dates.ts';
import { headFor, leftOver, unconfirmedLines } from './board.server.ts';
import { dayFacts, type DayFacts } from './facts.server.ts';
import { shownPictures } from './pictures-page.server.ts';
import { shortOf, sumOf, type Turnout } from './quota.ts';

/** A line of the report: of an area, or of all that one unit, group or team sent. */
export interface ReportLine {
	id: string;
	name: string;
	wanted: number;
	came: number;
	minutes: number;
	time: string;
	/** How many were missing; nought where the quota was met. */
	short: number;
}

/** A day on one page. */
export type CleanupReport = Awaited<ReturnType<typeof cleanupReport>>;

/**
 * What became of a day: people and hours, by area and by who sent them, pictures, and what is left.
 * @throws AppError `not_found`
 */
export async function cleanupReport(scope: Scope, id: string, here: Here) {
	const { cleanup, head } = await headFor(scope, id, here);
	const facts = await dayFacts(scope, cleanup);
	const { total, needed, areas } = facts;
	const buildings = areas.reduce((sum, area) => sum + area.buildings.length, 0);
	return {
		head,
		figures: [
			{ label: m.cleanups_figure_came(), value: m.cleanups_of({ came: total.came, wanted: needed }) },
			{ label: m.cleanups_figure_hours(), value: sayMinutes(total.minutes) },
			{ label: m.cleanups_figure_areas(), value: String(areas.length) },
			{ label: m.cleanups_figure_buildings(), value: String(buildings) }
		],
		areas: areas.map(({ id, name, needed, turnout, buildings }) => ({
			...lineOf(id, name, needed, turnout),
			buildings: buildings.join(m.hours_comma())
		})),
		teams: teamLines(facts),
		left: await leftOver(scope, facts),
		unconfirmed: (await unconfirmedLines(scope, cleanup)).map(({ words }) => words),
		pictures: await shownPictures(scope, id)
	};
}

function lineOf(id: string, name: string, wanted: number, { came, minutes }: Turnout): ReportLine {
	return { id, name, wanted, came, minutes, time: sayMinutes(minutes), short: shortOf(wanted, came) };
}

/** By who sent them: a unit that came to several areas is one line; the last are those who came by themselves. */
function teamLines({ teams, total }: DayFacts): ReportLine[] {
	const bySender = Map.groupBy(teams, ({ unitId, groupId, id }) => unitId ?? groupId ?? id);
	const lines = [...bySender].map(([id, some]) => {
		const wanted = some.reduce((sum, { promised }) => sum + promised, 0);
		return lineOf(id, some[0]!.title, wanted, sumOf(some.map(({ turnout }) => turnout)));
	});
	const sent = sumOf(teams.map(({ turnout }) => turnout));
	const alone = {
		promised: 0,
		here: 0,
		came: total.came - sent.came,
		minutes: total.minutes - sent.minutes
	};
	if (alone.came > 0) lines.push(lineOf('alone', m.cleanups_alone(), 0, alone));
	return lines.toSorted((a, b) => Number(a.id === 'alone') - Number(b.id === 'alone') || b.came - a.came);
}
