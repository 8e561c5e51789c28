import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { acceptOffer } from '#lib/matching/accept.server.ts';
import { experienceOf, talliesSince } from '#lib/matching/experience.server.ts';
import { distanceBand } from '#lib/matching/likelihood.ts';
import { declineOffer, sendOffer } from '#lib/matching/offer.server.ts';
import { propose } from '#lib/matching/propose.server.ts';
import { offersOf } from '#lib/matching/queries.server.ts';
import { defaultWeights } from '#lib/matching/weights.ts';
import { day } from '#lib/shared/time.ts';
import { dropOut } from '#lib/tasks/perform.server.ts';
import { approveAs, ask, cast, choiceFor, later, morning, seconds, type Cast } from '../support/desk-cast.ts';
import { openApp } from '../support/open-app.ts';
import { zone } from '../support/small-world.ts';

openApp();

const yearAgo = new Date(morning.getTime() - 365 * day);
const tallies = ({ world }: Cast) => world.run((scope) => talliesSince(scope, yearAgo, zone));

/** The far one says no, the near one yes and drops out late. */
async function happened(): Promise<Cast> {
	const players = await cast();
	const { world, resident, min, near, far } = players;
	const id = await ask(world, resident);
	await approveAs(world, min, await choiceFor(world, id, [far, near]));
	const offers = await world.run((scope) => offersOf(scope, [id]));
	for (const { id: offerId } of offers)
		await world.run((scope) => sendOffer(scope, { offerId }, seconds(10)));
	const to = (personId: string) => offers.find((one) => one.personId === personId)!.id;
	const no = { offerId: to(far.personId), reason: 'too_far' } as const;
	await world.run((scope) => declineOffer(scope, far, no, later(1)));
	const { taskId } = await world.run((scope) => acceptOffer(scope, near, to(near.personId), later(2), zone));
	await world.run((scope) => dropOut(scope, near, { id: taskId, reason: 'no_time' }, later(60)));
	return players;
}

describe('what a community learns', () => {
	it('is counted from its own offers and promises, by kind, hour and distance', async () => {
		const players = await happened();
		const found = await tallies(players);
		expect(found).toHaveLength(3);
		const common = { skill: 'plumbing' };
		expect(found).toEqual(
			expect.arrayContaining([
				expect.objectContaining({ ...common, distance: distanceBand(400), yes: 0, no: 1 }),
				expect.objectContaining({ ...common, distance: distanceBand(100), yes: 1, no: 0 }),
				expect.objectContaining({ ...common, distance: distanceBand(100), dropped: 1, kept: 0 })
			])
		);
		for (const { hour } of found) expect(hour).toBeGreaterThanOrEqual(12);
	});

	it('is the same whatever gender, age and party membership are', async () => {
		const players = await happened();
		const before = await tallies(players);
		await players.world.run(async ({ tx }) => {
			await tx.execute(sql`update people set gender = 'female', born_on = '1990-01-01'`);
			await tx.execute(sql`update cards set party_member = true`);
		});
		expect(await tallies(players)).toEqual(before);
	});

	it('is of the last year, and nobody else learns it', async () => {
		const players = await happened();
		const none = await players.world.run((scope) => talliesSince(scope, later(90), zone));
		expect(none.filter(({ yes, no }) => yes + no > 0)).toEqual([]);
		expect(await tallies(await cast())).toEqual([]);
	});

	it('is a part of the score that a weight of nothing turns off', async () => {
		const players = await happened();
		const { world, resident, min } = players;
		const id = await ask(world, resident);
		const codes = async () => {
			const { shortlist } = await world.run((scope) =>
				propose(scope, min, { requestId: id }, later(61), zone)
			);
			return shortlist.best[0]!.parts.map(({ code }) => code);
		};
		expect(await codes()).toContain('likelihood');
		await world.run(({ tx, communityId }) =>
			tx.execute(sql`insert into weight_versions (community_id, version, weights, created_at) values
				(${communityId}, 1, ${JSON.stringify({ ...defaultWeights, likelihood: 0 })}::jsonb, now())`)
		);
		expect(await codes()).not.toContain('likelihood');
		expect(
			await world.run((scope) => experienceOf(scope, { likelihood: 0 }, later(61), zone))
		).toBeUndefined();
	});
});
