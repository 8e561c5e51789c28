import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { Scope } from '../db/client.server.ts';
import type { ConsentPurpose } from './people.ts';
import { consents } from './tables.server.ts';

export function consentsOf(scope: Scope, personId: string): Promise<(typeof consents.$inferSelect)[]> {
	return scope.tx
		.select()
		.from(consents)
		.where(and(eq(consents.communityId, scope.communityId), eq(consents.personId, personId)))
		.orderBy(desc(consents.givenAt));
}

export async function standingConsent(
	scope: Scope,
	personId: string,
	purpose: ConsentPurpose
): Promise<{ version: number } | undefined> {
	const [row] = await scope.tx
		.select({ version: consents.version })
		.from(consents)
		.where(
			and(
				eq(consents.communityId, scope.communityId),
				eq(consents.personId, personId),
				eq(consents.purpose, purpose),
				isNull(consents.withdrawnAt)
			)
		);
	return row;
}

/** Which of these people consent to something at present. */
export async function consentingAmong(
	scope: Scope,
	personIds: readonly string[],
	purpose: ConsentPurpose
): Promise<Set<string>> {
	if (personIds.length === 0) return new Set();
	const rows = await scope.tx
		.select({ personId: consents.personId })
		.from(consents)
		.where(
			and(
				eq(consents.communityId, scope.communityId),
				inArray(consents.personId, [...personIds]),
				eq(consents.purpose, purpose),
				isNull(consents.withdrawnAt)
			)
		);
	return new Set(rows.map(({ personId }) => personId));
}

/** Adds a consent. False where the same one stands already. */
export async function addConsent(
	scope: Scope,
	row: Omit<typeof consents.$inferInsert, 'communityId'>
): Promise<boolean> {
	const added = await scope.tx
		.insert(consents)
		.values({ ...row, communityId: scope.communityId })
		.onConflictDoNothing()
		.returning({ id: consents.id });
	return added.length > 0;
}

export async function withdrawStanding(
	scope: Scope,
	personId: string,
	purpose: ConsentPurpose,
	now: Date
): Promise<boolean> {
	const ended = await scope.tx
		.update(consents)
		.set({ withdrawnAt: now })
		.where(
			and(
				eq(consents.communityId, scope.communityId),
				eq(consents.personId, personId),
				eq(consents.purpose, purpose),
				isNull(consents.withdrawnAt)
			)
		)
		.returning({ id: consents.id });
	return ended.length > 0;
}
