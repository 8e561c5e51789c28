import type { Actor } from '#lib/accounts/people.ts';
import { personByAccount, personById } from '#lib/accounts/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { groupPage, type Comer, type GroupPage } from './group-page.server.ts';
import { homeOfShared, mayGoNextDoor } from './join-next-door.server.ts';
import { standingOf } from './member-queries.server.ts';
import { groupName } from './words.ts';

/** A group of a neighbouring community as residents here read of it. */
export interface NextDoorPage {
	/** What everybody reads there. */
	group: GroupPage;
	home: { name: string; slug: string; zone: string };
	/** The reader; null for one who is not known here. */
	comer: Comer | null;
	/** He may be sent there. */
	mayGo: boolean;
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
	const person = actor ? await personById(scope, actor.personId) : undefined;
	const page = {
		group: await groupPage(home, null, groupId, { now, zone }),
		home: { name: groupName(community), slug, zone },
		comer: actor && (await comerOf(home, actor, groupId)),
		mayGo: person !== undefined && mayGoNextDoor(person)
	};
	return { page, home };
}

async function comerOf(home: Scope, actor: Actor, groupId: string): Promise<Comer> {
	const there = await personByAccount(home, actor.accountId);
	const [standing] = there ? await standingOf(home, groupId, [there.id]) : [];
	const status = (standing?.status ?? null) as Comer['status'];
	return { id: actor.personId, name: actor.name, self: true, status };
}
