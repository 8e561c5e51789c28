import { sql, type SQL } from 'drizzle-orm';
import { households, people } from '#lib/accounts/tables.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { buildings } from '#lib/places/tables.server.ts';
import { requests } from '#lib/requests/tables.server.ts';
import type { Day } from '#lib/shared/time.ts';
import { heldSkills } from '#lib/skills/tables.server.ts';
import { tasks } from '#lib/tasks/tables.server.ts';
import { standingStates } from '#lib/tasks/tasks.ts';
import { absences, availability, cards } from '#lib/volunteers/tables.server.ts';
import type { Point } from './distance.ts';

/** Whom a request could do with, as far as the database can tell at once; what is null is not asked for. */
export interface Near {
	skill: string;
	/** Both skill and card must count on this day. */
	firstDay: Day;
	/** Within reach of here. */
	from: Point | null;
}

/** From when on tasks count: this month's, this week's, those dropped within a year. */
export interface Since {
	month: Date;
	week: Date;
	year: Date;
}

/** One volunteer with all that matching looks at. */
export interface NearRow {
	person_id: string;
	name: string;
	gender: 'female' | 'male' | null;
	born_on: Day | null;
	household_id: string | null;
	east: number | null;
	north: number | null;
	party_member: boolean;
	vetted_until: Day | null;
	insured_until: Day | null;
	hobbies: string[];
	languages: string[];
	health_limits: string[];
	reach_metres: number;
	active_tasks_max: number;
	weekly_minutes_max: number;
	expires_on: Day | null;
	level: number;
	confirmed_at: Date | null;
	confirmed_by: string | null;
	skill_until: Day | null;
	/** `[weekday, fromMinute, toMinute]` each. */
	hours: [number, number, number][] | null;
	/** `[fromDay, toDay]` each. */
	away: [Day, Day][] | null;
	ever: number | null;
	active: number | null;
	this_month: number | null;
	late_drop_outs: number | null;
	/** `[from, to, whether it still takes time, east, north]` each; milliseconds. */
	spans: [number, number, boolean, number | null, number | null][] | null;
}

/**
 * Those who pass the gates of card, skill and reach as far as the database looks at them, in one statement: a gate that it
 * does not know exactly is left to the rules.
 */
export function volunteersNear(scope: Scope, near: Near, since: Since, today: Day): Promise<NearRow[]> {
	const { communityId } = scope;
	const isStanding = sql`t.status in (${sql.join(
		standingStates.map((state) => sql`${state}`),
		sql`, `
	)})`;
	const rows: SQL = sql`
		with near as materialized (
			select c.person_id, p.name, p.gender, p.born_on, p.household_id, b.east, b.north, c.party_member,
				c.vetted_until, c.insured_until, c.hobbies, c.languages, c.health_limits, c.reach_metres, c.active_tasks_max,
				c.weekly_minutes_max, c.expires_on, s.level, s.confirmed_at, s.confirmed_by,
				s.expires_on as skill_until
			from ${heldSkills} s
			join ${cards} c on c.community_id = s.community_id and c.person_id = s.person_id
			join ${people} p on p.community_id = c.community_id and p.id = c.person_id
			left join ${households} h on h.community_id = p.community_id and h.id = p.household_id
			left join ${buildings} b on b.community_id = h.community_id and b.id = h.building_id
			where s.community_id = ${communityId} and s.skill = ${near.skill} and c.status = 'approved'
				and (s.expires_on is null or s.expires_on >= ${near.firstDay}::date)
				and (c.expires_on is null or c.expires_on >= ${near.firstDay}::date)
				and ${withinReach(near.from)}
		), hours as (
			select a.person_id, json_agg(json_build_array(a.weekday, a.from_minute, a.to_minute)) as hours
			from ${availability} a
			where a.community_id = ${communityId} and a.person_id in (select person_id from near)
			group by a.person_id
		), away as (
			select a.person_id, json_agg(json_build_array(a.from_day, a.to_day)) as away
			from ${absences} a
			where a.community_id = ${communityId} and a.to_day >= ${today}::date
				and a.person_id in (select person_id from near)
			group by a.person_id
		), loads as (
			select t.person_id, count(*)::int as ever,
				(count(*) filter (where ${isStanding}))::int as active,
				(count(*) filter (where t.status not in ('cancelled', 'dropped_out')
					and lower(t.during) >= ${since.month.toISOString()}::timestamptz))::int as this_month,
				(count(*) filter (where t.status = 'dropped_out'
					and t.ended_at >= ${since.year.toISOString()}::timestamptz
					and t.ended_at > lower(t.during) - interval '12 hours'))::int as late_drop_outs,
				json_agg(json_build_array((extract(epoch from lower(t.during)) * 1000)::float8,
					(extract(epoch from upper(t.during)) * 1000)::float8, ${isStanding}, b.east, b.north))
					filter (where t.status not in ('cancelled', 'dropped_out')
						and upper(t.during) >= ${since.week.toISOString()}::timestamptz) as spans
			from ${tasks} t
			left join ${requests} r on r.community_id = t.community_id and r.id = t.subject_id
				and upper(t.during) >= ${since.week.toISOString()}::timestamptz
			left join ${buildings} b on b.community_id = r.community_id and b.id = r.building_id
			where t.community_id = ${communityId} and t.person_id in (select person_id from near)
			group by t.person_id
		)
		select near.*, near.born_on::text, near.vetted_until::text, near.insured_until::text, near.expires_on::text,
			near.skill_until::text, hours.hours, away.away, loads.ever, loads.active, loads.this_month,
			loads.late_drop_outs, loads.spans
		from near
		left join hours using (person_id)
		left join away using (person_id)
		left join loads using (person_id)`;
	return scope.tx.execute(rows) as unknown as Promise<NearRow[]>;
}

/** Distances count in whole metres, so the last one is left to the gate; who lives nobody knows where passes. */
function withinReach(from: Point | null): SQL {
	if (from === null) return sql`true`;
	return sql`(b.id is null or (abs(b.east - ${from.east}) <= c.reach_metres + 1
		and abs(b.north - ${from.north}) <= c.reach_metres + 1))`;
}
