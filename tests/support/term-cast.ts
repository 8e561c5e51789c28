import type { Actor } from '#lib/accounts/people.ts';
import { putRow, type SeenTerm } from '#lib/activities/term-edit.server.ts';
import type { SaidRow } from '#lib/activities/term-form.ts';
import { termPlanOf } from '#lib/activities/term-queries.server.ts';
import { enterMember } from '#lib/groups/enter.server.ts';
import { foundGroup } from '#lib/groups/found.server.ts';
import { venues } from '#lib/places/tables.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { here, stage, type Stage } from './activity-cast.ts';

/** A community in which a group plans its next quarter. */
export interface TermStage extends Stage {
	groupId: string;
	/** Two rooms, a hundred metres apart. */
	rooms: [string, string];
	leader: Actor;
	member: Actor;
	/** The plan as it stands. */
	seen(groupId?: string): Promise<SeenTerm>;
	/** Puts a row into it: on Tuesday afternoons in the first room, unless said otherwise. */
	put(change?: Partial<SaidRow>, who?: Actor, groupId?: string, row?: string): Promise<void>;
	/** Founds another group, led by somebody. */
	found(name: string, leader: Actor): Promise<string>;
}

export const quarter = '2027-1';

export async function termStage(): Promise<TermStage> {
	const town = await stage();
	const { world, staff } = town;
	const [leader, member] = await Promise.all([world.person('郭队长'), world.person('苏小唱')]);
	const rooms: [string, string] = [newId(), newId()];
	await world.run(({ tx }) =>
		tx.insert(venues).values(
			rooms.map((id, at) => ({
				...{
					communityId: world.communityId,
					id,
					kind: 'culture' as const,
					name: `${at + 1}号厅`,
					nameEn: ''
				},
				...{
					address: '',
					addressEn: '',
					east: 100 * at,
					north: 1,
					seats: 50,
					fromMinute: 480,
					toMinute: 1260
				}
			}))
		)
	);
	const found = (name: string, who: Actor) =>
		world.run(async (scope) => {
			const said = {
				kind: 'arts',
				theme: 'culture',
				name,
				nameEn: '',
				venueId: null,
				partnerId: null
			} as const;
			const words = {
				words: '唱几段',
				wordsEn: '',
				meets: '周二',
				meetsEn: '',
				question: null,
				places: null
			};
			const id = await foundGroup(scope, staff, { ...said, ...words, join: 'open' }, here.now);
			await enterMember(scope, staff, { groupId: id, personId: who.personId, role: 'leader' }, here);
			return id;
		});
	const groupId = await found('秦腔班', leader);
	await world.run((scope) =>
		enterMember(scope, staff, { groupId, personId: member.personId, role: null }, here)
	);
	const seen = (of = groupId) =>
		world.run(async (scope) => {
			const plan = await termPlanOf(scope, { groupId: of, quarter });
			return { groupId: of, quarter, version: plan?.version ?? 0 };
		});
	return {
		...town,
		...{ groupId, rooms, leader, member, seen, found },
		put: async (change = {}, who = leader, of = groupId, id?: string) => {
			const said: SaidRow = {
				...{
					name: '唱戏',
					nameEn: null,
					kind: 'meeting',
					repeat: 'week',
					weekdays: ['2'],
					interval: 1,
					date: null
				},
				...{ until: null, start: 14 * 60, end: 16 * 60, venue: rooms[0], place: null, seats: 20 },
				...{ leader: who.personId, holidays: true, ...change }
			};
			const before = await seen(of);
			await world.run((scope) => putRow(scope, who, before, { id: id ?? null, said }, here));
		}
	};
}
