import { actsFor } from '#lib/accounts/act-for.server.ts';
import type { Actor } from '#lib/accounts/people.ts';
import { guestFrom } from '#lib/accounts/guest-queries.server.ts';
import { peopleByIds, personByAccount, type PersonRow } from '#lib/accounts/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { groupPage, type Comer, type GroupPage } from './group-page.server.ts';
import { homeOfShared, mayGoNextDoor } from './join-next-door.server.ts';
import { standingOf } from './member-queries.server.ts';
import { groupName } from './words.ts';

/** Somebody for whom the reader may join and leave. */
export interface NextDoorComer extends Comer {
	/** He may be sent there. */
	mayGo: boolean;
}

/** A group of a neighbouring community as residents here read of it. */
export interface NextDoorPage {
	/** What everybody reads there. */
	group: GroupPage;
	home: { name: string; slug: string; zone: string };
	/** The reader and those whose proxy he is here; nobody where he is not known. */
	comers: NextDoorComer[];
}

/**
 * A group that is open to this community, and the scope of its home for what comes next there.
 * @throws AppError `not_found`
 */
export async function nextDoorPage(
	scope: Scope,
	actor: Actor | null,
	groupId: string,
	now: Date
): Promise<{ page: NextDoorPage; home: Scope }> {
	const { community, home } = await homeOfShared(scope, groupId);
	const { slug, zone } = community;
	const page = {
		group: await groupPage(home, null, groupId, { now, zone }),
		home: { name: groupName(community), slug, zone },
		comers: actor ? await comersOf(scope, home, actor, groupId) : []
	};
	return { page, home };
}

async function comersOf(scope: Scope, home: Scope, actor: Actor, groupId: string): Promise<NextDoorComer[]> {
	const elders = await actsFor(scope, actor, 'book');
	const people = await peopleByIds(scope, [actor.personId, ...elders.map(({ id }) => id)]);
	const comers: NextDoorComer[] = [];
	for (const person of people) {
		const there = await idThere(home, person);
		const [standing] = there ? await standingOf(home, groupId, [there]) : [];
		const status = (standing?.status ?? null) as Comer['status'];
		const self = person.id === actor.personId;
		comers.push({
			id: person.id,
			name: person.name,
			self,
			status,
			mayGo: mayGoNextDoor(person),
			guest: false,
			leadsAlone: false
		});
	}
	return comers.sort((a, b) => Number(b.self) - Number(a.self));
}

/** As whom somebody is known next door: as a guest, or by his account. */
async function idThere(home: Scope, { id, accountId }: PersonRow): Promise<string | undefined> {
	const guest = await guestFrom(home, id);
	if (guest || !accountId) return guest?.personId;
	return (await personByAccount(home, accountId))?.id;
}
