import type { Actor } from '#lib/accounts/people.ts';
import { unitNamed } from '#lib/accounts/queries.server.ts';
import { addPerson } from '#lib/accounts/register.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { communityById } from '#lib/places/queries.server.ts';
import { putRecord } from '#lib/records/queries.server.ts';
import type { NeedKey } from '#lib/skills/needs.ts';
import { buildingsIn } from './area-queries.server.ts';
import type { CleanupRow } from './queries.server.ts';
import type { SignUpRow } from './sign-up-queries.server.ts';
import { tell } from './tell.server.ts';

/** What was done, in the words of the ledger. */
const need: NeedKey = 'clean_up_day';

/** Writes the service records of those who were there, or puts their minutes right; each is told once. */
export async function writeRecords(
	scope: Scope,
	actor: Actor,
	cleanup: CleanupRow,
	served: readonly { row: SignUpRow; minutes: number }[],
	now: Date
): Promise<void> {
	const forPersonId = await communityAsUnit(scope, actor, now);
	const places = Map.groupBy(await buildingsIn(scope, cleanup.id), ({ areaId }) => areaId);
	for (const { row, minutes } of served) {
		const { id, personId, areaId } = row;
		await putRecord(scope, {
			...{ id, personId, forPersonId, need, minutes },
			buildingId: places.get(areaId)?.[0]?.buildingId ?? null,
			servedOn: cleanup.localDay,
			confirmedBy: 'staff',
			confirmerId: actor.personId,
			confirmedAt: now
		});
		const news = { cleanup, about: `${id}:${minutes}`, more: { minutes } };
		await tell(scope, 'cleanup_recorded', [personId], news, now);
	}
}

/** The one helped on such a day is the community itself. */
async function communityAsUnit(scope: Scope, actor: Actor, now: Date): Promise<string> {
	const { name } = (await communityById(scope, scope.communityId))!;
	const known = await unitNamed(scope, name);
	return known?.id ?? addPerson(scope, { name, kind: 'unit', verifiedBy: actor.personId }, now);
}
