import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Actor } from '#lib/accounts/people.ts';
import { acceptOffer, agreeOtherTime } from '#lib/matching/accept.server.ts';
import { arrangementOf } from '#lib/matching/arrangement.server.ts';
import { boardFor } from '#lib/matching/board.server.ts';
import { passOnClashing } from '#lib/matching/clash.server.ts';
import { liftCaps, watchDeadlines } from '#lib/matching/near-deadline.server.ts';
import {
	declineOffer,
	lapseOffer,
	proposeOtherTime,
	remindOfOffer,
	sendOffer
} from '#lib/matching/offer.server.ts';
import { offersOf, type OfferRow } from '#lib/matching/queries.server.ts';
import { resumeOffers } from '#lib/matching/resume.server.ts';
import { offers } from '#lib/matching/tables.server.ts';
import { previewTogether } from '#lib/matching/together.server.ts';
import { noticesOf } from '#lib/notifications/queries.server.ts';
import { grids } from '#lib/places/tables.server.ts';
import { requestById } from '#lib/requests/queries.server.ts';
import type { Wish } from '#lib/requests/windows.ts';
import { newId } from '#lib/shared/ids.ts';
import { hour, instantAt, minute } from '#lib/shared/time.ts';
import { dropOut } from '#lib/tasks/perform.server.ts';
import { tasksFor } from '#lib/tasks/queries.server.ts';
import { approveAs, ask, cast, choiceFor, later, morning, seconds } from '../support/desk-cast.ts';
import { openApp } from '../support/open-app.ts';
import { zone, type SmallWorld } from '../support/small-world.ts';

openApp();

const inTheWeek: Wish = { when: 'week', part: 'any' };
/** Not in the night, when nobody is reminded. */
const tenSharp = later(120);
const after = (instant: Date, milliseconds: number) => new Date(instant.getTime() + milliseconds);

async function crowd(count: number) {
	const players = await cast();
	const more = Array.from({ length: Math.max(0, count - 2) }, (_, at) =>
		players.world.volunteer(`邻居${at + 3}`, { building: at % 5 })
	);
	return { ...players, volunteers: [players.near, players.far, ...(await Promise.all(more))] };
}

const offersFor = (world: SmallWorld, id: string) => world.run((scope) => offersOf(scope, [id]));
const stateOf = async (world: SmallWorld, id: string, who: Actor) =>
	(await offersFor(world, id))
		.filter(({ personId }) => personId === who.personId)
		.map(({ status }) => status);
const told = (world: SmallWorld, who: Actor) =>
	world.run(async (scope) => (await noticesOf(scope, who.personId)).map(({ template }) => template));
const tasks = (world: SmallWorld, id: string) =>
	world.run(async (scope) =>
		(await tasksFor(scope, 'help', [id])).filter(({ status }) => status !== 'dropped_out')
	);
const request = (world: SmallWorld, id: string) => world.run((scope) => requestById(scope, id));

async function send(world: SmallWorld, id: string, now = seconds(10)): Promise<OfferRow[]> {
	for (const offer of await offersFor(world, id)) {
		if (offer.status === 'waiting') await world.run((scope) => sendOffer(scope, { offerId: offer.id }, now));
	}
	return (await offersFor(world, id)).filter(({ status }) => status === 'sent');
}

const accept = (world: SmallWorld, who: Actor, offerId: string, now = later(1)) =>
	world.run((scope) => acceptOffer(scope, who, offerId, now, zone));
const decline = (world: SmallWorld, who: Actor, offerId: string, now = later(1)) =>
	world.run((scope) => declineOffer(scope, who, { offerId, reason: 'no_time' }, now));
const lapse = (world: SmallWorld, { id, expiresAt }: OfferRow) =>
	world.run((scope) => lapseOffer(scope, { offerId: id }, expiresAt));

/** What stands in the queue of a kind, for this id. */
async function jobs(world: SmallWorld, name: string, id: string) {
	const rows = await world.run(({ tx }) =>
		tx.execute<{ priority: number; start_after: Date }>(
			sql`select priority, start_after from pgboss.job where name = ${name} and data::text like ${`%${id}%`}`
		)
	);
	return [...rows];
}

/** Asks for so many people. */
async function askForMany(world: SmallWorld, resident: Actor, people: number, wish?: Wish): Promise<string> {
	const id = await ask(world, resident, null, wish);
	await world.run(({ tx }) =>
		tx.execute(sql`update requests set people_needed = ${people} where id = ${id}`)
	);
	return id;
}

describe('a wave', () => {
	it('asks three at once for today; the first yes ends it, and the others hear that kindly', async () => {
		const { world, resident, min, volunteers } = await crowd(4);
		const id = await ask(world, resident);
		await approveAs(world, min, await choiceFor(world, id, volunteers));
		const sent = await send(world, id);
		expect(sent.map(({ personId }) => personId)).toEqual(volunteers.slice(0, 3).map((one) => one.personId));
		await accept(world, volunteers[1]!, sent[1]!.id);
		expect((await request(world, id))?.life).toBe('filled');
		expect(await stateOf(world, id, volunteers[0]!)).toEqual(['withdrawn']);
		expect(await told(world, volunteers[0]!)).toEqual(['offer_taken', 'offer_new']);
		expect(await told(world, volunteers[3]!)).toEqual([]);
		await expect(accept(world, volunteers[2]!, sent[2]!.id, later(2))).rejects.toMatchObject({
			code: 'lapsed',
			detail: 'taken'
		});
	});

	it('tells who has answered already what he answered, and whoever said yes never that another came first', async () => {
		const { world, resident, min, volunteers } = await crowd(3);
		const id = await ask(world, resident);
		await approveAs(world, min, await choiceFor(world, id, volunteers));
		const [no, yes] = await send(world, id);
		await decline(world, volunteers[0]!, no!.id);
		const refused = { code: 'lapsed', detail: 'offer_declined' };
		await expect(accept(world, volunteers[0]!, no!.id)).rejects.toMatchObject(refused);
		await accept(world, volunteers[1]!, yes!.id);
		const has = { code: 'lapsed', detail: 'offer_accepted' };
		await expect(decline(world, volunteers[1]!, yes!.id)).rejects.toMatchObject(has);
		await expect(accept(world, volunteers[1]!, yes!.id)).rejects.toMatchObject(has);
		expect(await tasks(world, id)).toHaveLength(1);
	});

	it('asks one by one where there is a week, and after silence the next', async () => {
		const { world, resident, min, volunteers } = await crowd(3);
		const id = await ask(world, resident, null, inTheWeek);
		await approveAs(world, min, await choiceFor(world, id, volunteers));
		const [first, ...none] = await send(world, id);
		expect(none).toEqual([]);
		await lapse(world, first!);
		const [second] = await send(world, id, first!.expiresAt);
		expect(second?.personId).toBe(volunteers[1]!.personId);
	});

	it('that all answer at the same moment gives each place to one, and never waits in a circle', async () => {
		const { world, resident, min, volunteers } = await crowd(8);
		const id = await askForMany(world, resident, 3);
		await approveAs(world, min, await choiceFor(world, id, volunteers));
		const sent = await send(world, id);
		expect(sent).toHaveLength(5);
		const answers = await Promise.allSettled(
			sent.map(({ id: offerId, personId }, at) => {
				const who = volunteers.find((one) => one.personId === personId)!;
				return at === 0 ? decline(world, who, offerId) : accept(world, who, offerId);
			})
		);
		const refused = answers.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
		// the one yes too many, and the no where it came last
		expect([1, 2]).toContain(refused.length);
		for (const error of refused) expect(error).toMatchObject({ code: 'lapsed', detail: 'taken' });
		expect(await tasks(world, id)).toHaveLength(3);
		expect((await request(world, id))?.life).toBe('filled');
		expect((await offersFor(world, id)).filter(({ status }) => status === 'sent')).toEqual([]);
	});

	it('that is used up with a place still open brings the request back to staff', async () => {
		const { world, resident, min, volunteers } = await crowd(2);
		const id = await askForMany(world, resident, 2);
		await approveAs(world, min, await choiceFor(world, id, volunteers));
		const [first, second] = await send(world, id);
		await decline(world, volunteers[1]!, second!.id);
		await accept(world, volunteers[0]!, first!.id, later(2));
		expect(await request(world, id)).toMatchObject({ life: 'open', reopenedAt: later(2) });
		expect(await told(world, min)).toContain('staff_used_up');
	});

	it('goes on by itself when one of several drops out', async () => {
		const { world, resident, min, volunteers } = await crowd(3);
		const id = await askForMany(world, resident, 2, inTheWeek);
		await approveAs(world, min, await choiceFor(world, id, volunteers));
		const [first] = await send(world, id);
		const { taskId } = await accept(world, volunteers[0]!, first!.id);
		await world.run((scope) => dropOut(scope, volunteers[0]!, { id: taskId, reason: 'not_well' }, later(2)));
		expect(await stateOf(world, id, volunteers[2]!)).toEqual(['waiting']);
	});

	it('does not wait for somebody who has promised elsewhere at that time', async () => {
		const { world, resident, min, volunteers } = await crowd(3);
		const other = await ask(world, await world.person('王奶奶'));
		const id = await ask(world, resident, null, inTheWeek);
		await world.run(({ tx }) => tx.execute(sql`update requests set urgency = 'week' where id = ${other}`));
		const [first, second] = volunteers;
		await approveAs(world, min, await choiceFor(world, other, [first!]));
		await approveAs(world, min, await choiceFor(world, id, [first!, second!]));
		const [elsewhere] = await send(world, other);
		const [here] = await send(world, id);
		await world.run(({ tx }) =>
			tx.execute(sql`update offers set during = (select during from offers where id = ${elsewhere!.id})
				where id = ${here!.id}`)
		);
		await accept(world, first!, elsewhere!.id);
		expect(await jobs(world, 'promise.made', first!.personId)).toHaveLength(1);
		for (const now of [later(2), later(3)])
			await world.run((scope) => passOnClashing(scope, { personId: first!.personId }, now));
		expect(await stateOf(world, id, first!)).toEqual(['withdrawn']);
		expect(await stateOf(world, id, second!)).toEqual(['waiting']);
		expect((await told(world, first!)).filter((one) => one === 'offer_withdrawn')).toHaveLength(1);
	});

	it('does not wait for somebody who would come at another time, and tells him when another was first', async () => {
		const { world, resident, min, near, far } = await cast();
		const id = await ask(world, resident);
		await approveAs(world, min, await choiceFor(world, id, [near, far]));
		const [first, second] = await send(world, id);
		const start = instantAt('2026-11-24', '10:00', zone);
		await world.run((scope) => proposeOtherTime(scope, near, { offerId: first!.id, start }, later(1), zone));
		await accept(world, far, second!.id, later(2));
		expect(await told(world, near)).toContain('offer_taken');
		await expect(world.run((scope) => agreeOtherTime(scope, min, first!.id, later(3)))).rejects.toMatchObject(
			{ code: 'not_possible_now' }
		);
	});
});

describe('nobody is offered the same twice', () => {
	it('after a no, however often he is approved', async () => {
		const { world, resident, min, near } = await cast();
		const id = await ask(world, resident);
		await approveAs(world, min, await choiceFor(world, id, [near]));
		const [offer] = await send(world, id);
		await decline(world, near, offer!.id);
		await expect(approveAs(world, min, await choiceFor(world, id, [near]), later(2))).rejects.toMatchObject({
			detail: 'candidate'
		});
	});

	it('but after silence staff may approve him anew', async () => {
		const { world, resident, min, near } = await cast();
		const id = await ask(world, resident);
		await approveAs(world, min, await choiceFor(world, id, [near]));
		const [offer] = await send(world, id);
		await lapse(world, offer!);
		await approveAs(world, min, await choiceFor(world, id, [near]), later(60));
		expect(await stateOf(world, id, near)).toEqual(['lapsed', 'waiting']);
	});

	it('and no page chooses for them who was asked before', async () => {
		const { world, resident, min, near, far } = await cast();
		const id = await ask(world, resident);
		await approveAs(world, min, await choiceFor(world, id, [near]));
		const [offer] = await send(world, id);
		await lapse(world, offer!);
		const here = { now: later(60), zone };
		const asked = { requestId: id, lift: [], long: false };
		const board = await world.run((scope) => boardFor(scope, min, asked, here));
		expect(board.candidates).toMatchObject([
			{ name: '近邻', askedBefore: true },
			{ name: '远邻', askedBefore: false }
		]);
		const [row] = await world.run((scope) => previewTogether(scope, min, [id], here));
		expect(row?.chosen.map((one) => one.id)).toEqual([far.personId]);
	});

	it('when the worker does everything twice', async () => {
		const { world, resident, min, near } = await cast();
		const id = await ask(world, resident);
		await approveAs(world, min, await choiceFor(world, id, [near]));
		const [offer] = await send(world, id, tenSharp);
		for (const now of [tenSharp, after(tenSharp, minute)]) {
			await world.run((scope) => sendOffer(scope, { offerId: offer!.id }, now));
			await world.run((scope) => remindOfOffer(scope, { offerId: offer!.id }, offer!.remindAt!));
		}
		await lapse(world, offer!);
		await lapse(world, offer!);
		expect(await told(world, near)).toEqual(['offer_lapsed', 'offer_reminder', 'offer_new']);
		expect(await stateOf(world, id, near)).toEqual(['lapsed']);
	});

	it('while one of his offers stands open, whatever the program does', async () => {
		const { world, resident, min, near } = await cast();
		const id = await ask(world, resident);
		await approveAs(world, min, await choiceFor(world, id, [near]));
		const [offer] = await offersFor(world, id);
		const again = world.run(({ tx }) =>
			tx.insert(offers).values({ ...offer!, id: newId(), approvalId: newId() })
		);
		await expect(again).rejects.toMatchObject({ cause: { code: '23505' } });
	});
});

describe('time', () => {
	it('to think begins when the offer leaves, however late that is', async () => {
		const { world, resident, min, near } = await cast();
		const id = await ask(world, resident);
		await approveAs(world, min, await choiceFor(world, id, [near]));
		const [offer] = await send(world, id, later(90));
		expect(offer).toMatchObject({ sentAt: later(90), expiresAt: later(120) });
	});

	it('that is over is not offered: the request is back with staff', async () => {
		const { world, resident, min, near } = await cast();
		const id = await ask(world, resident);
		await approveAs(world, min, await choiceFor(world, id, [near]));
		expect(await send(world, id, later(24 * 60))).toEqual([]);
		expect(await told(world, near)).toEqual([]);
		expect(await told(world, min)).toContain('staff_used_up');
	});

	it('halfway brings a reminder to who is silent, and none to who has answered', async () => {
		const { world, resident, min, near, far } = await cast();
		const id = await ask(world, resident);
		await approveAs(world, min, await choiceFor(world, id, [near, far]));
		const [first, second] = await send(world, id, tenSharp);
		expect(first!.remindAt).toEqual(after(tenSharp, 15 * minute));
		expect(await jobs(world, 'offer.reminds', first!.id)).toHaveLength(1);
		await decline(world, far, second!.id, after(tenSharp, minute));
		for (const { id: offerId } of [first!, second!])
			await world.run((scope) => remindOfOffer(scope, { offerId }, after(tenSharp, 16 * minute)));
		expect(await told(world, near)).toEqual(['offer_reminder', 'offer_new']);
		expect(await told(world, far)).toEqual(['offer_new']);
		const page = await world.run((scope) =>
			arrangementOf(scope, { id, peopleNeeded: 1 }, { now: after(tenSharp, 16 * minute), zone })
		);
		expect(page.asked[0]?.words).toMatch(/提醒过了/);
	});
});

describe('the budget of offers', () => {
	/** Two people elsewhere asked him this week. */
	async function askedTwice(world: SmallWorld, min: Actor, near: Actor) {
		for (const name of ['王奶奶', '赵奶奶']) {
			const id = await ask(world, await world.person(name, { building: 3 }), null, inTheWeek);
			await approveAs(world, min, await choiceFor(world, id, [near]));
			await send(world, id);
		}
	}

	it('passes over who was asked often this week, who stays a reserve; staff see why', async () => {
		const { world, resident, min, near, far } = await cast();
		await askedTwice(world, min, near);
		const id = await ask(world, resident, null, inTheWeek);
		await approveAs(world, min, await choiceFor(world, id, [near, far]));
		expect(await stateOf(world, id, near)).toEqual([]);
		expect(await stateOf(world, id, far)).toEqual(['waiting']);
		const page = await world.run((scope) =>
			arrangementOf(scope, { id, peopleNeeded: 1 }, { now: morning, zone })
		);
		expect(page.asked).toMatchObject([{ name: '近邻', state: 'reserve' }, { name: '远邻' }]);
		expect(page.asked[0]?.note).toMatch(/已请过 2 次/);
	});

	it('lifts when nobody else is left, and staff are told once', async () => {
		const { world, resident, min, near, far } = await cast();
		await askedTwice(world, min, near);
		const id = await ask(world, resident, null, inTheWeek);
		await approveAs(world, min, await choiceFor(world, id, [near, far]));
		const [offer] = await send(world, id);
		await decline(world, far, offer!.id);
		const [late] = await send(world, id, later(2));
		expect(late).toMatchObject({ personId: near.personId, beyondBudget: true });
		expect((await told(world, min)).filter((one) => one === 'staff_budget_lifted')).toHaveLength(1);
	});

	it('does not hold when the deadline is near', async () => {
		const { world, resident, min, near, far } = await cast();
		await askedTwice(world, min, near);
		const id = await ask(world, resident);
		await approveAs(world, min, await choiceFor(world, id, [near, far]), later(5 * 60));
		expect(await stateOf(world, id, near)).toEqual(['waiting']);
	});

	it('is wider for a grid with few volunteers, whose offers leave first', async () => {
		const { world, resident, min, near, far } = await cast();
		await askedTwice(world, min, near);
		// the houses where nobody volunteers become a grid of their own
		await world.run(async ({ tx, communityId }) => {
			const gridId = newId();
			await tx.insert(grids).values({ communityId, id: gridId, name: '二网格', nameEn: 'Grid 2' });
			await tx.execute(sql`update buildings set grid_id = ${gridId} where id = ${world.buildingIds[0]}`);
		});
		const poor = await ask(world, resident, null, inTheWeek);
		await approveAs(world, min, await choiceFor(world, poor, [near, far]));
		const [offer] = await offersFor(world, poor);
		expect(offer).toMatchObject({ personId: near.personId, scarce: true, beyondBudget: false });
		expect(await jobs(world, 'offer.due', offer!.id)).toMatchObject([{ priority: 10 }]);
	});
});

describe('near the deadline', () => {
	const nearly = later(9 * 60);

	/** Somebody who wants to give half an hour a week, which is less than this takes. */
	async function tired(world: SmallWorld) {
		const { personId } = await world.volunteer('忙人', { building: 2 });
		await world.run(({ tx }) =>
			tx.execute(sql`update cards set weekly_minutes_max = 30 where person_id = ${personId}`)
		);
	}

	it('staff are told once how many more may be asked', async () => {
		const { world, resident, min } = await cast();
		await tired(world);
		const id = await ask(world, resident);
		for (const now of [nearly, after(nearly, hour)])
			await world.run((scope) => liftCaps(scope, { requestId: id }, now));
		const notices = await world.run((scope) => noticesOf(scope, min.personId));
		expect(notices.filter(({ template }) => template === 'staff_caps_lifted')).toMatchObject([
			{ params: { need: 'fix_plumbing', count: 1 } }
		]);
	});

	it('they are not told of what is taken, nor when nobody more could be asked', async () => {
		const { world, resident, min, near } = await cast();
		const quiet = await ask(world, await world.person('王奶奶'));
		await world.run((scope) => liftCaps(scope, { requestId: quiet }, nearly));
		await tired(world);
		const id = await ask(world, resident);
		await approveAs(world, min, await choiceFor(world, id, [near]));
		const [offer] = await send(world, id);
		await accept(world, near, offer!.id);
		await world.run((scope) => liftCaps(scope, { requestId: id }, nearly));
		expect(await told(world, min)).not.toContain('staff_caps_lifted');
	});

	it('they are not told of what came in with so little time left, since they see it so from the first', async () => {
		const { world, resident, min } = await cast();
		await tired(world);
		const id = await ask(world, resident);
		await world.run(({ tx }) =>
			tx.execute(sql`update requests set created_at = ${nearly.toISOString()} where id = ${id}`)
		);
		await world.run((scope) => liftCaps(scope, { requestId: id }, nearly));
		expect(await told(world, min)).not.toContain('staff_caps_lifted');
	});

	it('is looked for from the moment the request comes in, and again where its day was moved', async () => {
		const { world, resident } = await cast();
		const id = await ask(world, resident, null, inTheWeek);
		expect(await jobs(world, 'request.deadline_set', id)).toHaveLength(1);
		await world.run((scope) => watchDeadlines(scope, { requestIds: [id] }, morning));
		const [job] = await jobs(world, 'request.deadline_nears', id);
		expect(job).toBeDefined();
		await world.run((scope) => liftCaps(scope, { requestId: id }, nearly));
		expect(await jobs(world, 'request.deadline_nears', id)).toHaveLength(2);
	});
});

describe('after a long stop', () => {
	it('everything that is overdue is put into the queue again', async () => {
		const { world, resident, min, near, far } = await cast();
		const waiting = await ask(world, await world.person('王奶奶'), null, inTheWeek);
		await approveAs(world, min, await choiceFor(world, waiting, [far]));
		const [due] = await offersFor(world, waiting);
		const silent = await ask(world, resident);
		await approveAs(world, min, await choiceFor(world, silent, [near]));
		const [sent] = await send(world, silent, tenSharp);
		const twice = async (name: string, now: Date, id: string) => {
			const before = (await jobs(world, name, id)).length;
			await world.run((scope) => resumeOffers(scope, now));
			return (await jobs(world, name, id)).length - before;
		};
		expect(await twice('offer.due', seconds(11), due!.id)).toBe(1);
		expect(await twice('offer.reminds', sent!.remindAt!, sent!.id)).toBe(1);
		expect(await twice('offer.lapses', sent!.expiresAt, sent!.id)).toBe(1);
		expect(await twice('offer.lapses', seconds(11), sent!.id)).toBe(0);
		expect(await twice('request.deadline_nears', later(9 * 60), silent)).toBe(1);
	});
});
