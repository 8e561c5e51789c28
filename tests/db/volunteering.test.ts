import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Actor } from '#lib/accounts/people.ts';
import { personById } from '#lib/accounts/queries.server.ts';
import { queryTokens } from '#lib/accounts/search.ts';
import { rolesOf } from '#lib/accounts/role-queries.server.ts';
import { eventsOf } from '#lib/audit/queries.server.ts';
import { encodePicture } from '#lib/files/pictures.server.ts';
import { largestStored } from '#lib/files/pictures.ts';
import { acceptOffer } from '#lib/matching/accept.server.ts';
import { approve } from '#lib/matching/approve.server.ts';
import { offeredHelp, waitingOffers } from '#lib/matching/offered.server.ts';
import { sendOffer } from '#lib/matching/offer.server.ts';
import { offersOf } from '#lib/matching/queries.server.ts';
import { noticesOf } from '#lib/notifications/queries.server.ts';
import { askForHelp } from '#lib/requests/ask.server.ts';
import { promisedHelp } from '#lib/requests/promised.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { hour, instantAt } from '#lib/shared/time.ts';
import { dropOut, finishTask, startTask } from '#lib/tasks/perform.server.ts';
import { addPhoto, photoFor } from '#lib/tasks/photo.server.ts';
import { approveCard, endCard, returnCard } from '#lib/volunteers/approve.server.ts';
import type { CardAnswers } from '#lib/volunteers/card-form.ts';
import { addAbsence, cardFor, removeAbsence, saveCard, submitCard } from '#lib/volunteers/cards.server.ts';
import { shelfFor } from '#lib/volunteers/desk.server.ts';
import { cardCounts } from '#lib/volunteers/queries.server.ts';
import { openApp } from '../support/open-app.ts';
import { buildingOf, smallWorld, zone, type SmallWorld } from '../support/small-world.ts';

openApp();

const morning = instantAt('2026-11-23', '08:00', zone);
const today = '2026-11-23';
const later = (minutes: number) => new Date(morning.getTime() + minutes * 60_000);

const answers: Partial<CardAnswers> = {
	gender: 'female',
	occupation: '会计',
	skills: [
		{ skill: 'bookkeeping', level: 2 },
		{ skill: 'shopping', level: 1 }
	],
	hours: [{ weekday: 6, fromMinute: 480, toMinute: 720 }],
	willingness: ['bianmin', 'daifu']
};
const agreed = { terms: true, sensitive: false, honour: false };

async function cast() {
	const world = await smallWorld(morning);
	const staff = await world.person('李主任', { roles: ['staff'] });
	const newcomer = await world.person('新来的');
	return { world, staff, newcomer };
}

async function handIn(world: SmallWorld, who: Actor, changes: Partial<CardAnswers> = answers) {
	await world.run(async (scope) => {
		await saveCard(scope, who, changes, morning, zone);
		await submitCard(scope, who, agreed, morning, zone);
	});
}

const card = (world: SmallWorld, who: Actor) =>
	world.run(async (scope) => (await cardFor(scope, who.personId, today))!);
const skillsOf = async (world: SmallWorld, who: Actor) =>
	Object.fromEntries((await card(world, who)).skills.map((one) => [one.skill, one.confirmedAt !== null]));

describe('a registration card', () => {
	it('handed in and approved makes a volunteer, who is told', async () => {
		const { world, staff, newcomer } = await cast();
		await handIn(world, newcomer);
		const { personId } = newcomer;
		expect(await world.run((scope) => rolesOf(scope, personId))).toEqual([]);
		const given = { personId, confirmSkills: ['shopping'], expiresOn: '2028-11-22' };
		await world.run((scope) => approveCard(scope, staff, given, later(5)));
		expect(await world.run((scope) => rolesOf(scope, personId))).toEqual(['volunteer']);
		expect((await card(world, newcomer)).card).toMatchObject({ status: 'approved', expiresOn: '2028-11-22' });
		expect(await skillsOf(world, newcomer)).toEqual({ bookkeeping: false, shopping: true });
		const told = await world.run((scope) => noticesOf(scope, personId));
		expect(told.map(({ template, path }) => [template, path])).toEqual([
			['card_approved', '/volunteer/card']
		]);
		const happened = await world.run((scope) => eventsOf(scope, 'card', personId));
		expect(happened.map(({ kind }) => kind)).toEqual(['submitted', 'approved']);
	});

	it('is counted with those of its state, in a search only where its holder is found', async () => {
		const { world, staff, newcomer } = await cast();
		const other = await world.person('另一位');
		await handIn(world, newcomer);
		await handIn(world, other);
		const given = { personId: other.personId, confirmSkills: [], expiresOn: '2028-11-22' };
		await world.run((scope) => approveCard(scope, staff, given, later(5)));
		const counts = (q: string) => world.run((scope) => cardCounts(scope, queryTokens(q)));
		expect(await counts('')).toEqual({ submitted: 1, approved: 1 });
		expect(await counts('另一位')).toEqual({ approved: 1 });
		expect(await counts('没有这个人')).toEqual({});
		// a search opens the shelf where somebody is found, unless one was chosen
		expect(shelfFor(null, '另一位', await counts('另一位'))).toBe('approved');
		expect(shelfFor('ended', '另一位', await counts('另一位'))).toBe('ended');
		expect(shelfFor(null, '', await counts(''))).toBe('submitted');
	});
	it('writes gender down where it was not known, and leaves what is known', async () => {
		const { world, newcomer } = await cast();
		await handIn(world, newcomer, { ...answers, bornOn: '1990-01-01' });
		const person = await world.run((scope) => personById(scope, newcomer.personId));
		expect(person).toMatchObject({ gender: 'female', bornOn: '1960-05-01' });
	});

	it('cannot be handed in while something is missing, or unread', async () => {
		const { world, newcomer } = await cast();
		await expect(handIn(world, newcomer, { ...answers, hours: [] })).rejects.toMatchObject({
			detail: 'card_incomplete'
		});
		await world.run((scope) => saveCard(scope, newcomer, answers, morning, zone));
		const unread = { ...agreed, terms: false };
		await expect(
			world.run((scope) => submitCard(scope, newcomer, unread, morning, zone))
		).rejects.toMatchObject({ detail: 'terms' });
		await world.run((scope) => saveCard(scope, newcomer, { healthLimits: ['no_stairs'] }, morning, zone));
		await expect(
			world.run((scope) => submitCard(scope, newcomer, agreed, morning, zone))
		).rejects.toMatchObject({ detail: 'sensitive' });
	});

	it('given back says why, and can be handed in again', async () => {
		const { world, staff, newcomer } = await cast();
		await handIn(world, newcomer);
		const given = { personId: newcomer.personId, reason: ' 请写一下单位 ' };
		await world.run((scope) => returnCard(scope, staff, given, later(5)));
		expect((await card(world, newcomer)).card).toMatchObject({
			status: 'returned',
			returnReason: '请写一下单位'
		});
		await handIn(world, newcomer, { employer: '县供销公司' });
		expect((await card(world, newcomer)).card).toMatchObject({ status: 'submitted', returnReason: null });
	});

	it('changed after approval counts at once, save that raised and new skills wait for staff', async () => {
		const { world, staff, newcomer } = await cast();
		await handIn(world, newcomer);
		const given = { personId: newcomer.personId, confirmSkills: ['shopping', 'bookkeeping'] };
		await world.run((scope) => approveCard(scope, staff, given, later(5)));
		const changes: Partial<CardAnswers> = {
			reachMetres: 2000,
			skills: [
				{ skill: 'bookkeeping', level: 1 },
				{ skill: 'shopping', level: 2 },
				{ skill: 'haircuts', level: 1 }
			]
		};
		await world.run((scope) => saveCard(scope, newcomer, changes, later(10), zone));
		expect((await card(world, newcomer)).card).toMatchObject({ status: 'approved', reachMetres: 2000 });
		expect(await skillsOf(world, newcomer)).toEqual({ bookkeeping: true, shopping: false, haircuts: false });
	});

	it('is not approved by its holder, by a resident, unseen, or for a stranger', async () => {
		const { world, staff, newcomer } = await cast();
		const stranger = await world.person('没核实的', { verified: false });
		for (const who of [newcomer, staff, stranger]) await handIn(world, who);
		const decide = (who: Actor, of: Actor, seen?: Date) =>
			world.run((scope) =>
				approveCard(
					scope,
					who,
					{ personId: of.personId, confirmSkills: [], ...(seen ? { seen } : {}) },
					later(5)
				)
			);
		await expect(decide(newcomer, staff)).rejects.toMatchObject({ code: 'not_allowed' });
		await expect(decide(staff, staff)).rejects.toMatchObject({ detail: 'own_card' });
		await expect(decide(staff, stranger)).rejects.toMatchObject({ detail: 'card_unverified' });
		await expect(decide(staff, newcomer, later(-1))).rejects.toMatchObject({ code: 'changed_meanwhile' });
		for (const verb of [returnCard, endCard]) {
			const given = { personId: staff.personId, reason: '不行' };
			await expect(world.run((scope) => verb(scope, newcomer, given, later(5)))).rejects.toMatchObject({
				code: 'not_allowed'
			});
		}
	});

	it('is ended by its holder at any time, and with it the role', async () => {
		const { world } = await cast();
		const volunteer = await world.volunteer('老志愿者');
		const { personId } = volunteer;
		await world.run((scope) => endCard(scope, volunteer, { personId, reason: null }, later(5)));
		expect(await world.run((scope) => rolesOf(scope, personId))).toEqual([]);
		expect((await card(world, volunteer)).card.status).toBe('ended');
	});

	it('keeps days away, and refuses those that end before they begin or are over', async () => {
		const { world, newcomer } = await cast();
		await world.run((scope) => saveCard(scope, newcomer, answers, morning, zone));
		const away = (fromDay: string, toDay: string) =>
			world.run((scope) => addAbsence(scope, newcomer, { fromDay, toDay }, morning, zone));
		await away('2026-12-01', '2026-12-05');
		await expect(away('2026-12-05', '2026-12-01')).rejects.toMatchObject({ detail: 'absence' });
		await expect(away('2026-11-01', '2026-11-22')).rejects.toMatchObject({ detail: 'past' });
		const [only] = (await card(world, newcomer)).absences;
		expect(only).toMatchObject({ fromDay: '2026-12-01', toDay: '2026-12-05' });
		await world.run((scope) => removeAbsence(scope, newcomer, only!.id));
		expect((await card(world, newcomer)).absences).toEqual([]);
	});
});

async function offered() {
	const { world, staff } = await cast();
	const resident = await world.person('陈奶奶', { phone: '13900000001' });
	const volunteer = await world.volunteer('近邻', { building: 1 });
	const requestId = newId();
	await world.run(async (scope) => {
		await askForHelp(
			scope,
			resident,
			{
				id: requestId,
				forPersonId: resident.personId,
				need: 'fix_plumbing',
				title: '厨房水龙头漏水',
				wish: { when: 'today', part: 'afternoon' },
				minutes: 40,
				presence: 'home',
				buildingId: await buildingOf(scope, resident.personId),
				peopleNeeded: 1,
				wishGender: null,
				genderIsMust: false,
				wishLanguage: null,
				languageIsMust: false,
				note: '敲门请大声一点'
			},
			morning,
			zone
		);
		const personIds = [volunteer.personId];
		const choice = { requestId, version: 1, personIds, lift: [], overrideReason: null };
		await approve(scope, staff, choice, morning, zone);
		const [offer] = await offersOf(scope, [requestId]);
		await sendOffer(scope, { offerId: offer!.id }, later(1));
	});
	const [offer] = await world.run((scope) => offersOf(scope, [requestId]));
	return { world, staff, resident, volunteer, offerId: offer!.id };
}

async function promised() {
	const scene = await offered();
	const { world, volunteer, offerId } = scene;
	const { taskId } = await world.run((scope) => acceptOffer(scope, volunteer, offerId, later(2), zone));
	return { ...scene, taskId };
}

describe('what a volunteer may know', () => {
	it('before saying yes: what, how far and why, but no name, door, telephone or note', async () => {
		const { world, volunteer, resident, offerId } = await offered();
		const told = await world.run((scope) => offeredHelp(scope, volunteer, offerId, later(3), zone));
		expect(told).toMatchObject({ metres: 100, whose: 'elder', compound: { name: '东园' } });
		expect(told.parts.map(({ code }) => code)).toContain('skill');
		const { request, ...seen } = told;
		expect(request.noteSealed).not.toBeNull();
		expect(JSON.stringify(seen)).not.toMatch(/陈奶奶|门|13900000001|大声|号楼/);
		await expect(
			world.run((scope) => offeredHelp(scope, resident, offerId, later(3), zone))
		).rejects.toMatchObject({ code: 'not_found' });
	});

	it('waits for an answer only until the offer has lapsed', async () => {
		const { world, volunteer, offerId } = await offered();
		const waiting = (now: Date) =>
			world.run(async (scope) =>
				(await waitingOffers(scope, volunteer, now, zone)).map(({ offer }) => offer.id)
			);
		expect(await waiting(later(2))).toEqual([offerId]);
		expect(await waiting(later(24 * 60))).toEqual([]);
	});

	it('after saying yes: door, telephone and note, until twelve hours after the end', async () => {
		const { world, volunteer, taskId } = await promised();
		const look = (now: Date) => world.run((scope) => promisedHelp(scope, volunteer, taskId, now));
		const { disclosed, task } = await look(later(3));
		expect(disclosed).toMatchObject({
			name: '陈奶奶',
			building: { name: '东园 1 号楼' },
			door: '陈奶奶 门',
			phone: '13900000001',
			note: '敲门请大声一点'
		});
		const end = task.during.end.getTime();
		expect((await look(new Date(end + 12 * hour - 1000))).disclosed).not.toBeNull();
		expect((await look(new Date(end + 12 * hour))).disclosed).toBeNull();
	});

	it('nothing any more once the promise is given back', async () => {
		const { world, volunteer, taskId } = await promised();
		await world.run((scope) => dropOut(scope, volunteer, { id: taskId, reason: 'ill' }, later(5)));
		const { disclosed } = await world.run((scope) => promisedHelp(scope, volunteer, taskId, later(6)));
		expect(disclosed).toBeNull();
	});
});

/** A photo as a phone makes it, lying on its side and saying where it was taken. */
function phonePhoto(): Promise<Buffer> {
	return sharp({ create: { width: 2000, height: 1000, channels: 3, background: '#2c6a4e' } })
		.withExif({
			IFD0: { Make: 'PhoneMaker' },
			IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '34/1 44/1 5/1' }
		})
		.withMetadata({ orientation: 6 })
		.jpeg()
		.toBuffer();
}

describe('a photo of what was done', () => {
	it('is made anew: small, upright, without the place where it was taken', async () => {
		const photo = await phonePhoto();
		expect((await sharp(photo).metadata()).exif?.toString('latin1')).toContain('PhoneMaker');
		const picture = await encodePicture(photo);
		const kept = await sharp(picture.bytes).metadata();
		expect(kept).toMatchObject({ format: 'webp', width: 800, height: 1600 });
		expect(kept.exif).toBeUndefined();
		expect(picture.bytes.toString('latin1')).not.toMatch(/PhoneMaker|GPS|Exif/);
	});

	it('stays under the limit even where it cannot be packed well', async () => {
		const noise = { type: 'gaussian', mean: 128, sigma: 90 } as const;
		const photo = await sharp({
			create: { width: 1600, height: 1200, channels: 3, background: '#fff', noise }
		})
			.jpeg({ quality: 95 })
			.toBuffer();
		expect((await encodePicture(photo)).bytes.length).toBeLessThanOrEqual(largestStored);
	});

	it('is refused where it is none', async () => {
		for (const bytes of [Buffer.from('<svg/>'), (await phonePhoto()).subarray(0, 200), Buffer.alloc(0)]) {
			await expect(encodePicture(bytes)).rejects.toMatchObject({ code: 'invalid', detail: 'picture' });
		}
	});

	it('is seen by the doer, the one helped and staff, and by nobody else', async () => {
		const { world, staff, resident, volunteer, taskId } = await promised();
		const stranger = await world.volunteer('别的志愿者', { building: 3 });
		const picture = await encodePicture(await phonePhoto());
		await world.run(async (scope) => {
			await startTask(scope, volunteer, taskId, later(400));
			await finishTask(scope, volunteer, { id: taskId, minutes: 30, note: null, photoId: null }, later(440));
			await addPhoto(scope, volunteer, { taskId, picture }, later(441));
		});
		const photoId = await world.run(
			async (scope) => (await promisedHelp(scope, volunteer, taskId, later(442))).task.photoId!
		);
		for (const who of [volunteer, resident, staff]) {
			const file = await world.run((scope) => photoFor(scope, who, photoId));
			expect(file).toMatchObject({ mime: 'image/webp', bytes: picture.bytes });
		}
		await expect(world.run((scope) => photoFor(scope, stranger, photoId))).rejects.toMatchObject({
			code: 'not_found'
		});
		await world.run((scope) => addPhoto(scope, volunteer, { taskId, picture }, later(450)));
		await expect(world.run((scope) => photoFor(scope, staff, photoId))).rejects.toMatchObject({
			code: 'not_found'
		});
	});
});
