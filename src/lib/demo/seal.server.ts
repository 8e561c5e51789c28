import { doorHash, newPersonKey, phoneHash, sealFor } from '#lib/accounts/keys.server.ts';
import { searchTokens } from '#lib/accounts/search.ts';
import type { households, people } from '#lib/accounts/tables.server.ts';
import { seal } from '#lib/db/vault.server.ts';
import type { groupMembers } from '#lib/groups/tables.server.ts';
import type { requests } from '#lib/requests/tables.server.ts';
import type { tasks } from '#lib/tasks/tables.server.ts';
import type { CommunityWorld } from './rows.ts';

type Row<T extends { $inferInsert: object }> = Omit<T['$inferInsert'], 'communityId'>;

/** The rows of a community that hold sealed columns, as they go into the tables. */
export interface SealedRows {
	homes: Row<typeof households>[];
	people: Row<typeof people>[];
	requests: Row<typeof requests>[];
	tasks: Row<typeof tasks>[];
	groupMembers: Row<typeof groupMembers>[];
}

/**
 * Seals what the tables keep sealed: doors under the community's key, phones and notes under the key of the person
 * they are about.
 * @param parent the community's key
 */
export function sealRows(world: CommunityWorld, parent: Buffer): SealedRows {
	const keys = new Map(world.people.map(({ id }) => [id, newPersonKey(parent, id)]));
	const sealed = (personId: string, text: string | null, place: string): Buffer | null =>
		text === null ? null : sealFor(parent, { id: personId, wrappedKey: keys.get(personId)! }, text, place);
	return {
		homes: world.homes.map(({ door, ...home }) => ({
			...home,
			doorSealed: seal(parent, door, `households.door:${home.id}`),
			doorHash: doorHash(home.buildingId, door)
		})),
		people: world.people.map(({ phone, ...person }) => ({
			...person,
			wrappedKey: keys.get(person.id)!,
			phoneHash: phone && phoneHash(phone),
			phoneSealed: sealed(person.id, phone, `people.phone:${person.id}`),
			search: searchTokens(person.name)
		})),
		requests: world.requests.map(({ note, ...request }) => ({
			...request,
			noteSealed: sealed(request.forPersonId, note, `requests.note:${request.id}`)
		})),
		tasks: world.tasks.map(({ note, ...task }) => ({
			...task,
			noteSealed: sealed(task.forPersonId, note, `tasks.note:${task.id}`)
		})),
		groupMembers: world.groupMembers.map(({ answer, ...member }) => ({
			...member,
			answerSealed: sealed(member.personId, answer, `group_members.answer:${member.id}`)
		}))
	};
}
