import type { Actor } from '#lib/accounts/people.ts';
import { recordEvents } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { endAgreement, type SeenUnit } from '#lib/partners/manage.server.ts';
import { holdUnit } from '#lib/partners/queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import type { Here } from '#lib/ui/dates.ts';
import { handOver, listGroups } from './queries.server.ts';
import { groupName } from './words.ts';

/** The groups that go on of each unit that has some, by name. */
export async function groupsOfUnits(scope: Scope): Promise<Map<string, { id: string; name: string }[]>> {
	const rows = (await listGroups(scope, {})).flatMap((row) =>
		row.partnerId ? [{ id: row.id, name: groupName(row), unit: row.partnerId }] : []
	);
	return Map.groupBy(rows, ({ unit }) => unit);
}

/**
 * Ends the agreement with a unit. Its groups go on: with another unit that takes them over, or with none.
 * @throws AppError as `endAgreement`; `invalid` / `heir`
 */
export async function endUnit(
	scope: Scope,
	actor: Actor,
	{ heirId, ...seen }: SeenUnit & { heirId: string | null },
	here: Here
): Promise<void> {
	await endAgreement(scope, actor, seen, here);
	if (heirId && !(await holdUnit(scope, heirId))) throw new AppError('invalid', 'heir');
	const groups = (await handOver(scope, seen.id, heirId)).map((id) => ({ kind: 'group' as const, id }));
	await recordEvents(scope, groups, 'changed', actor.personId, here.now);
}
