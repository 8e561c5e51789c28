import { newCommunityKey } from '#lib/accounts/keys.server.ts';
import { consents, households, people } from '#lib/accounts/tables.server.ts';
import { closeDatabase, inCommon, inCommunity, openDatabase, type Scope } from '#lib/db/client.server.ts';
import { insertMany } from '#lib/db/insert-many.server.ts';
import { prepareDatabase } from '#lib/jobs/prepare.server.ts';
import type { Point } from '#lib/matching/distance.ts';
import { buildings, communities, compounds, grids, subdistricts } from '#lib/places/tables.server.ts';
import { requests, requestWindows } from '#lib/requests/tables.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { overlaps, type Span } from '#lib/shared/time.ts';
import { heldSkills } from '#lib/skills/tables.server.ts';
import { tasks } from '#lib/tasks/tables.server.ts';
import { absences, availability, cards } from '#lib/volunteers/tables.server.ts';
import { migrations } from '../../../scripts/project.ts';
import { openTestServer } from '../../support/cluster.ts';
import { createDatabase } from '../../support/create-database.ts';
import { context, zone, type Town } from '../matching/town.ts';

/** A town as one community of a PostgreSQL of its own. */
export interface TownDatabase {
	/** In the order of the town's requests, as many as were asked for. */
	requestIds: string[];
	run<T>(work: (scope: Scope) => Promise<T>): Promise<T>;
	close(): Promise<void>;
}

const none = Buffer.from('none');
const { now } = context;

/** @param open so many of the town's requests are asked */
export async function openTown(town: Town, open: number): Promise<TownDatabase> {
	const server = await openTestServer();
	process.env.DATA_DIR = server.dataDir;
	const database = await createDatabase(server.url);
	process.env.DATABASE_URL = database.url;
	await prepareDatabase(database.url, migrations);
	openDatabase(database.url);
	const communityId = await addCommunity(town);
	const run = <T>(work: (scope: Scope) => Promise<T>) => inCommunity(communityId, work);
	const requestIds = await run((scope) => fill(scope, town, open));
	await analyse(database.url);
	return {
		requestIds,
		run,
		close: async () => {
			await closeDatabase();
			await database.drop();
			await server.close();
		}
	};
}

/** So that plans know how many there are, as a database that has lived a day does. */
async function analyse(url: string): Promise<void> {
	const { default: postgres } = await import('postgres');
	const owner = postgres(url, { max: 1, onnotice: () => undefined });
	await owner`analyze`;
	await owner.end();
}

async function addCommunity({ buildings: places }: Town): Promise<string> {
	const id = newId();
	const subdistrictId = newId();
	const size = 1 + Math.max(...places.flatMap(({ east, north }) => [east, north]));
	await inCommon(async ({ tx }) => {
		await tx.insert(subdistricts).values({ id: subdistrictId, name: '压测街道', nameEn: 'Bench' });
		await tx.insert(communities).values({
			id,
			subdistrictId,
			slug: 'bench',
			name: '压测社区',
			nameEn: 'Bench',
			phone: '0000-0000',
			zone,
			widthMetres: size,
			heightMetres: size,
			wrappedKey: newCommunityKey(id),
			createdAt: now
		});
	});
	return id;
}

async function fill(scope: Scope, town: Town, open: number): Promise<string[]> {
	const homeIn = await addBuildings(scope, town.buildings);
	const asked = town.requests.slice(0, open);
	const helped = await addPeople(
		scope,
		asked.map(({ place }) => ({ place, gender: null, bornOn: '1948-02-01' })),
		homeIn
	);
	const helpers = await addPeople(scope, town.volunteers, homeIn);
	const requestIds = await addRequests(scope, town, open, helped, homeIn);
	await addCards(scope, town, helpers);
	await addTasks(scope, town, helpers, requestIds, helped);
	return requestIds;
}

async function addBuildings(scope: Scope, places: readonly Point[]): Promise<Map<Point | null, string>> {
	const gridId = newId();
	const compoundId = newId();
	await insertMany(scope, grids, [{ id: gridId, name: '一', nameEn: '1' }]);
	await insertMany(scope, compounds, [{ id: compoundId, name: '一', nameEn: '1' }]);
	const rows = places.map(({ east, north }, at) => ({
		id: newId(),
		gridId,
		compoundId,
		name: `${at}`,
		nameEn: `${at}`,
		east,
		north
	}));
	await insertMany(scope, buildings, rows);
	return new Map(places.map((place, at) => [place, rows[at]!.id]));
}

interface Someone {
	place: Point | null;
	gender: 'female' | 'male' | null;
	bornOn: string | null;
}

async function addPeople(
	scope: Scope,
	all: readonly Someone[],
	homeIn: ReadonlyMap<Point | null, string>
): Promise<string[]> {
	const anywhere = [...homeIn.values()][0]!;
	const homes = all.map(({ place }) => ({
		id: newId(),
		buildingId: homeIn.get(place) ?? anywhere,
		doorSealed: none,
		doorHash: newId()
	}));
	await insertMany(scope, households, homes);
	const rows = all.map(({ gender, bornOn }, at) => ({
		id: newId(),
		kind: 'resident' as const,
		name: `Invented ${at}`,
		gender,
		bornOn,
		householdId: homes[at]!.id,
		wrappedKey: none,
		verifiedAt: now,
		search: [],
		createdAt: now
	}));
	await insertMany(scope, people, rows);
	return rows.map(({ id }) => id);
}

async function addRequests(
	scope: Scope,
	{ requests: all, asked }: Town,
	open: number,
	helped: readonly string[],
	homeIn: ReadonlyMap<Point | null, string>
): Promise<string[]> {
	const rows = all.slice(0, open).map((one, at) => ({
		id: newId(),
		forPersonId: helped[at]!,
		askedBy: helped[at]!,
		need: asked[at]!,
		presence: one.presence === 'either' ? ('home' as const) : one.presence,
		buildingId: homeIn.get(one.place) ?? null,
		urgency: one.urgency,
		minutes: one.minutes,
		peopleNeeded: one.peopleNeeded,
		wishGender: one.musts.gender ?? one.wishes.gender,
		genderIsMust: one.musts.gender !== null,
		wishLanguage: [...one.musts.languages, ...one.wishes.languages][0] ?? null,
		languageIsMust: one.musts.languages.length > 0,
		life: 'open' as const,
		triage: 'accepted' as const,
		deadline: one.deadline!,
		createdAt: now,
		updatedAt: now,
		version: 1
	}));
	await insertMany(scope, requests, rows);
	const windows = rows.flatMap(({ id }, at) => all[at]!.windows.map((during) => ({ requestId: id, during })));
	await insertMany(scope, requestWindows, windows);
	const given = helped.map((personId) => ({
		id: newId(),
		personId,
		purpose: 'matching' as const,
		version: 1,
		givenAt: now
	}));
	await insertMany(scope, consents, given);
	return rows.map(({ id }) => id);
}

async function addCards(scope: Scope, { volunteers }: Town, ids: readonly string[]): Promise<void> {
	const own = <T>(rows: (one: Town['volunteers'][number], personId: string) => T[]) =>
		volunteers.flatMap((one, at) => rows(one, ids[at]!));
	await insertMany(
		scope,
		cards,
		own((one, personId) => [
			{
				personId,
				status: one.cardStatus,
				partyMember: one.partyMember,
				vettedUntil: one.vettedUntil,
				insuredUntil: one.insuredUntil,
				hobbies: [...one.interests],
				willingness: [],
				languages: [...one.languages],
				healthLimits: [...one.healthLimits],
				reachMetres: one.reachMetres,
				activeTasksMax: one.activeTasksMax,
				weeklyMinutesMax: one.weeklyMinutesMax,
				expiresOn: one.cardExpiresOn,
				updatedAt: now
			}
		])
	);
	await insertMany(
		scope,
		heldSkills,
		own(({ skills }, personId) => skills.map((one) => ({ personId, ...one })))
	);
	await insertMany(
		scope,
		availability,
		own(({ availability: hours }, personId) =>
			hours.map(({ weekday, from, to }) => ({ personId, weekday, fromMinute: from, toMinute: to }))
		),
		'skip'
	);
	await insertMany(
		scope,
		absences,
		own(({ absences: away }, personId) =>
			away
				.filter(({ from, to }) => from <= to)
				.map(({ from, to }) => ({ id: newId(), personId, fromDay: from, toDay: to }))
		)
	);
}

/** What volunteers have promised, each for another request. */
async function addTasks(
	scope: Scope,
	{ volunteers }: Town,
	ids: readonly string[],
	requestIds: readonly string[],
	helped: readonly string[]
): Promise<void> {
	const rows = volunteers.flatMap(({ promised }, at) =>
		apart(promised).map((during, nth) => {
			const request = (at + nth) % requestIds.length;
			return {
				id: newId(),
				kind: 'help' as const,
				subjectId: requestIds[request]!,
				personId: ids[at]!,
				forPersonId: helped[request]!,
				during,
				status: 'planned' as const,
				createdAt: now
			};
		})
	);
	await insertMany(scope, tasks, rows);
}

function apart(spans: readonly Span[]): Span[] {
	return spans.filter((span, at) => !spans.slice(0, at).some((earlier) => overlaps(earlier, span)));
}
