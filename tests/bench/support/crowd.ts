import { sql } from 'drizzle-orm';
import type { Scope } from '#lib/db/client.server.ts';

/**
 * Makes a community as large as asked by copying those who are there: the copies of a volunteer have another household,
 * so that they can help their model too, and the copies of a request are for another resident.
 */
export async function makeCrowd(
	scope: Scope,
	{ volunteers, requests }: { volunteers: number; requests: number }
): Promise<void> {
	await copyVolunteers(scope, volunteers);
	await copyRequests(scope, requests);
	// as autovacuum does some time after so many new rows
	await scope.tx.execute(sql`analyze people, cards, held_skills, availability, requests, request_windows`);
}

async function copyVolunteers({ tx, communityId }: Scope, wanted: number): Promise<void> {
	await tx.execute(sql`
		create temporary table copies on commit drop as
		with models as (
			select person_id, row_number() over (order by person_id) - 1 as at, count(*) over () as many
			from cards where community_id = ${communityId} and status = 'approved'
		), homes as (
			select id, row_number() over (order by md5(id::text)) - 1 as at, count(*) over () as many
			from households where community_id = ${communityId}
		)
		select m.person_id as model, gen_random_uuid() as id, h.id as household_id
		from generate_series(0, ${wanted}::int - 1) n
		join models m on m.at = n % m.many
		join homes h on h.at = n % h.many
		where n >= m.many`);
	await tx.execute(sql`
		insert into people (community_id, id, kind, name, gender, born_on, vulnerable, household_id, wrapped_key, verified_at,
			verified_by, search, created_at)
		select p.community_id, c.id, p.kind, p.name, p.gender, p.born_on, p.vulnerable, c.household_id, p.wrapped_key,
			p.verified_at, p.verified_by, p.search, p.created_at
		from copies c join people p on p.community_id = ${communityId} and p.id = c.model`);
	for (const table of ['cards', 'held_skills', 'availability']) {
		await tx.execute(sql`
			insert into ${sql.identifier(table)}
			select (jsonb_populate_record(t, jsonb_build_object('person_id', c.id))).*
			from copies c join ${sql.identifier(table)} t on t.community_id = ${communityId} and t.person_id = c.model`);
	}
}

async function copyRequests({ tx, communityId }: Scope, wanted: number): Promise<void> {
	await tx.execute(sql`
		create temporary table asked on commit drop as
		with models as (
			select r.id, row_number() over (order by r.id) - 1 as at, count(*) over () as many
			from requests r join people p on p.community_id = r.community_id and p.id = r.for_person_id
			where r.community_id = ${communityId} and r.life = 'open' and r.triage <> 'questioned' and p.verified_at is not null
				and not exists (
					select 1 from approvals a
					where a.community_id = r.community_id and a.request_id = r.id and a.status = 'standing'
				)
		), neighbours as (
			select p.id, h.building_id, row_number() over (order by md5(p.id::text)) - 1 as at, count(*) over () as many
			from people p join households h on h.community_id = p.community_id and h.id = p.household_id
			where p.community_id = ${communityId} and p.verified_at is not null and exists (
				select 1 from consents c
				where c.community_id = p.community_id and c.person_id = p.id and c.purpose = 'matching' and c.withdrawn_at is null
			)
		)
		select m.id as model, gen_random_uuid() as id, n.id as for_person_id, n.building_id
		from generate_series(0, ${wanted}::int - 1) s
		join models m on m.at = s % m.many
		join neighbours n on n.at = s % n.many
		where s >= m.many`);
	await tx.execute(sql`
		insert into requests
		select (jsonb_populate_record(r, jsonb_build_object('id', a.id, 'for_person_id', a.for_person_id,
			'building_id', case when r.building_id is null then null else a.building_id end))).*
		from asked a join requests r on r.community_id = ${communityId} and r.id = a.model`);
	await tx.execute(sql`
		insert into request_windows (community_id, request_id, during)
		select w.community_id, a.id, w.during
		from asked a join request_windows w on w.community_id = ${communityId} and w.request_id = a.model`);
}
