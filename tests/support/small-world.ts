import { homeById } from '#lib/accounts/household-queries.server.ts';
import { personById } from '#lib/accounts/queries.server.ts';
import { grantRole } from '#lib/accounts/role-queries.server.ts';
import { newCommunityKey } from '#lib/accounts/keys.server.ts';
import type { Actor, Role } from '#lib/accounts/people.ts';
import { addPerson, consentTo } from '#lib/accounts/register.server.ts';
import { inCommon, inCommunity, type Scope } from '#lib/db/client.server.ts';
import { buildings, communities, compounds, grids, subdistricts } from '#lib/places/tables.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { heldSkills } from '#lib/skills/tables.server.ts';
import { putCard, replaceAvailability } from '#lib/volunteers/queries.server.ts';

export const zone = 'Asia/Shanghai';

/** A community of one street, for tests of verbs: five houses 100 m apart, and whoever a test moves in. */
export interface SmallWorld {
	communityId: string;
	subdistrictId: string;
	/** West to east, 100 m apart. */
	buildingIds: string[];
	/** One transaction in it. */
	run<T>(work: (scope: Scope) => Promise<T>): Promise<T>;
	/** Someone who lives in the given building, verified and in agreement unless said otherwise. */
	person(name: string, options?: PersonOptions): Promise<Actor>;
	/** Someone with an approved card who may come at any hour. */
	volunteer(name: string, options?: PersonOptions & VolunteerOptions): Promise<Actor>;
}

interface PersonOptions {
	building?: number;
	roles?: Role[];
	verified?: boolean;
	consents?: boolean;
	phone?: string;
	gender?: 'female' | 'male';
}

interface VolunteerOptions {
	skill?: string;
	level?: number;
	confirmed?: boolean;
	activeTasksMax?: number;
}

/** Makes such a community in the open database, in a sub-district of its own unless another one is given. */
export async function smallWorld(
	now: Date,
	slug = `street-${newId().slice(-6)}`,
	subdistrictId = newId()
): Promise<SmallWorld> {
	const communityId = newId();
	await inCommon(async ({ tx }) => {
		await tx
			.insert(subdistricts)
			.values({ id: subdistrictId, name: '测试街道', nameEn: 'Test Sub-district' })
			.onConflictDoNothing();
		await tx.insert(communities).values({
			id: communityId,
			subdistrictId,
			slug,
			name: '测试社区',
			nameEn: 'Test Community',
			phone: '0000-0000',
			widthMetres: 1000,
			heightMetres: 1000,
			wrappedKey: newCommunityKey(communityId),
			createdAt: now
		});
	});
	const run: SmallWorld['run'] = (work) => inCommunity(communityId, work);
	const buildingIds = await run(addStreet);
	const staffId = await run((scope) => addPerson(scope, { name: '建档人', verifiedBy: communityId }, now));

	async function person(name: string, options: PersonOptions = {}): Promise<Actor> {
		const { building = 0, roles = [], verified = true, consents = true, phone, gender } = options;
		return run(async (scope) => {
			const id = await addPerson(
				scope,
				{
					name,
					buildingId: buildingIds[building]!,
					door: `${name} 门`,
					bornOn: '1960-05-01',
					gender: gender ?? null,
					...(phone ? { phone } : {}),
					...(verified ? { verifiedBy: staffId } : {})
				},
				now
			);
			if (consents) await consentTo(scope, id, ['matching'], null, now);
			for (const role of roles) await grantRole(scope, id, role, null, now);
			return { accountId: newId(), personId: id, name, roles, verified };
		});
	}

	async function volunteer(name: string, options: PersonOptions & VolunteerOptions = {}): Promise<Actor> {
		const actor = await person(name, { ...options, roles: [...(options.roles ?? []), 'volunteer'] });
		await run(async (scope) => {
			await putCard(scope, approvedCard(actor.personId, now, options.activeTasksMax ?? 3));
			const week = Array.from({ length: 7 }, (_, weekday) => ({ weekday, fromMinute: 0, toMinute: 1440 }));
			await replaceAvailability(scope, actor.personId, week);
			await scope.tx.insert(heldSkills).values({
				communityId,
				personId: actor.personId,
				skill: options.skill ?? 'plumbing',
				level: options.level ?? 2,
				confirmedAt: options.confirmed === false ? null : now,
				confirmedBy: staffId,
				expiresOn: null
			});
		});
		return actor;
	}
	return { communityId, subdistrictId, buildingIds, run, person, volunteer };
}

async function addStreet(scope: Scope): Promise<string[]> {
	const { communityId, tx } = scope;
	const gridId = newId();
	const compoundId = newId();
	await tx.insert(grids).values({ communityId, id: gridId, name: '一网格', nameEn: 'Grid 1' });
	await tx.insert(compounds).values({ communityId, id: compoundId, name: '东园', nameEn: 'Dongyuan' });
	const ids = Array.from({ length: 5 }, newId);
	await tx.insert(buildings).values(
		ids.map((id, at) => ({
			communityId,
			id,
			gridId,
			compoundId,
			name: `东园 ${at + 1} 号楼`,
			nameEn: `Dongyuan Building ${at + 1}`,
			east: 100 * (at + 1),
			north: 500
		}))
	);
	return ids;
}

function approvedCard(personId: string, now: Date, activeTasksMax: number) {
	return {
		personId,
		status: 'approved' as const,
		hobbies: [],
		willingness: ['bianmin'],
		languages: ['mandarin'],
		healthLimits: [],
		reachMetres: 2000,
		activeTasksMax,
		weeklyMinutesMax: 600,
		vettedUntil: '2099-12-31',
		insuredUntil: '2099-12-31',
		submittedAt: now,
		approvedAt: now,
		updatedAt: now
	};
}

/** The building a person lives in. */
export async function buildingOf(scope: Scope, personId: string): Promise<string> {
	const person = await personById(scope, personId);
	const home = await homeById(scope, person!.householdId!);
	return home!.buildingId;
}
