import { sql, type SQL } from 'drizzle-orm';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor } from '#lib/accounts/people.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { everyoneAtHand } from '#lib/matching/at-hand.server.ts';
import { peopleFacts } from '#lib/matching/people-facts.server.ts';
import type { Known } from '#lib/matching/everyone.ts';
import { newId } from '#lib/shared/ids.ts';
import { ask, cast, morning, type Cast } from '../support/desk-cast.ts';
import { openApp } from '../support/open-app.ts';
import { openTransaction, type OpenTransaction } from '../support/open-transaction.ts';
import { zone } from '../support/small-world.ts';

openApp();

const told = (people: readonly Known[]) =>
	new Map(
		people.map(({ facts, row }) => [
			facts.personId,
			{
				...facts,
				skills: [...facts.skills].sort((a, b) => (a.skill < b.skill ? -1 : 1)),
				availability: [...facts.availability].sort((a, b) => a.weekday - b.weekday || a.from - b.from),
				row
			}
		])
	);

/** Fails unless memory says of everyone what the database says to this transaction: that is returned. */
async function expectExact(scope: Scope) {
	const everyone = await everyoneAtHand(scope, morning, zone);
	const read = told(await peopleFacts(scope, morning, zone));
	expect(told(everyone.people)).toEqual(read);
	for (const [id, { row, skills }] of read) {
		expect(everyone.rows.get(id)).toEqual(row);
		for (const { skill } of skills)
			expect(everyone.holders(skill).map(({ personId }) => personId)).toContain(id);
	}
	return read;
}

/** Every way in which what matching knows of somebody can change; each leads to something else than before. */
const changes: Record<string, (somebody: string, nth: number) => SQL> = {
	card: (id, nth) => sql`update cards set reach_metres = ${500 + nth} where person_id = ${id}`,
	'state of a card': (id, nth) =>
		sql`update cards set status = ${nth % 2 ? 'approved' : 'draft'} where person_id = ${id}`,
	'level of a skill': (id, nth) =>
		sql`update held_skills set level = ${1 + (nth % 3)} where person_id = ${id}`,
	'new skill': (id, nth) => sql`insert into held_skills (community_id, person_id, skill, level)
		select community_id, id, ${`skill_${nth}`}, 1 from people where id = ${id}`,
	'skill given up': (id) => sql`delete from held_skills where person_id = ${id} and skill like 'skill_%'`,
	hours: (id, nth) =>
		sql`update availability set from_minute = ${nth % 600} where person_id = ${id} and weekday = 3`,
	absence: (id, nth) => sql`insert into absences (community_id, id, person_id, from_day, to_day)
		select community_id, ${newId()}, id, '2026-12-01'::date + ${nth}::int, '2026-12-02'::date + ${nth}::int
		from people where id = ${id}`,
	'absence called off': (id) => sql`delete from absences where person_id = ${id}`,
	task: (id, nth) => sql`insert into tasks
			(community_id, id, kind, subject_id, person_id, for_person_id, during, status, created_at)
		select community_id, ${newId()}, 'help', ${newId()}, id, id,
			tstzrange('2027-01-01'::timestamptz + ${nth} * interval '1 hour',
				'2027-01-01'::timestamptz + ${nth + 1} * interval '1 hour'), 'done', now()
		from people where id = ${id}`,
	'end of tasks': (id) => sql`update tasks set status = 'cancelled' where person_id = ${id}`,
	name: (id, nth) => sql`update people set name = ${`邻居${nth}`} where id = ${id}`,
	'move to another house': (id, nth) => sql`update households set building_id =
			(select id from buildings where community_id = households.community_id order by id offset ${nth % 5} limit 1)
		where id = (select household_id from people where id = ${id})`,
	'house on the map': (id, nth) => sql`update buildings set east = ${nth} where id =
		(select h.building_id from households h join people p on p.household_id = h.id where p.id = ${id})`
};

describe('everyone at hand', () => {
	it.each(Object.keys(changes))('is told of a change of: %s', async (name) => {
		const { world, resident, near } = await cast();
		await ask(world, resident);
		const does = (change: string, nth: number) =>
			world.run((scope) => scope.tx.execute(changes[change]!(near.personId, nth)));
		for (const there of ['new skill', 'absence', 'task']) await does(there, 9);
		const before = await world.run(expectExact);
		await does(name, 2);
		expect(await world.run(expectExact)).not.toEqual(before);
	});

	it('keeps what was written before a change that was taken back', async () => {
		const { world, near } = await cast();
		await world.run(expectExact);
		await world.run((scope) => scope.tx.execute(changes.card!(near.personId, 1)));
		const other = await openTransaction(world.communityId);
		await other.run((scope) => scope.tx.execute(changes.card!(near.personId, 2)));
		await other.run(expectExact);
		await other.undo();
		await world.run(expectExact);
	});

	it('is told of a request that moves to another house, by those who promised to come', async () => {
		const players = await cast();
		const { world, resident, near } = players;
		const id = await ask(world, resident);
		await world.run((scope) =>
			scope.tx.execute(sql`insert into tasks
					(community_id, id, kind, subject_id, person_id, for_person_id, during, status, created_at)
				values (${world.communityId}, ${newId()}, 'help', ${id}, ${near.personId}, ${resident.personId},
					tstzrange('2026-11-24T01:00Z', '2026-11-24T02:00Z'), 'planned', now())`)
		);
		await world.run(expectExact);
		await world.run((scope) =>
			scope.tx.execute(
				sql`update requests set building_id = ${world.buildingIds[4]!} where community_id = ${world.communityId}`
			)
		);
		await world.run(expectExact);
		await world.run((scope) =>
			scope.tx.execute(sql`update buildings set east = 77 where id = ${world.buildingIds[4]!}`)
		);
		await world.run(expectExact);
	});

	it('is what each transaction sees, whatever others begin, undo and end meanwhile', async () => {
		const players = await cast();
		const { world, resident } = players;
		await ask(world, resident);
		const helpers = [players.near, players.far, await world.volunteer('老周', { building: 2 })];
		const step = fc.record({
			writer: fc.nat(2),
			does: fc.constantFrom('change', 'change', 'look', 'commit', 'undo', 'look from outside'),
			change: fc.constantFrom(...Object.keys(changes).filter((name) => name !== 'house on the map')),
			nth: fc.integer({ min: 1, max: 500 })
		});
		await fc.assert(
			fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 24 }), (steps) =>
				lived(players, helpers, steps)
			),
			{ numRuns: 20 }
		);
	}, 120_000);
});

interface Step {
	writer: number;
	does: string;
	change: string;
	nth: number;
}

/** Three write at once, each about another helper, so that none waits for another. */
async function lived({ world }: Cast, helpers: Actor[], steps: Step[]): Promise<void> {
	const open = new Map<number, OpenTransaction>();
	const writing = async (writer: number) => {
		const transaction = open.get(writer) ?? (await openTransaction(world.communityId));
		open.set(writer, transaction);
		return transaction;
	};
	const end = async (writer: number, how: 'commit' | 'undo') => {
		await open.get(writer)?.[how]();
		open.delete(writer);
	};
	try {
		for (const { writer, does, change, nth } of steps) {
			const statement = changes[change]!(helpers[writer]!.personId, nth);
			if (does === 'change') await (await writing(writer)).run((scope) => attempt(scope, statement));
			else if (does === 'look') await (await writing(writer)).run(expectExact);
			else if (does === 'look from outside') await world.run(expectExact);
			else await end(writer, does as 'commit' | 'undo');
		}
	} finally {
		for (const writer of open.keys()) await end(writer, 'undo');
	}
	await world.run(expectExact);
}

/** A change that is refused, a skill held already say, leaves the transaction as it was. */
async function attempt(scope: Scope, statement: SQL): Promise<void> {
	await scope.tx.transaction((inner) => inner.execute(statement)).catch(() => undefined);
}
