import { and, eq, inArray, isNull, or } from 'drizzle-orm';
import { memberships } from '#lib/accounts/tables.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { insertMany } from '#lib/db/insert-many.server.ts';
import { heldSkills } from '#lib/skills/tables.server.ts';
import { availability, cards } from './tables.server.ts';

/* Many cards at once: what imports ask for. */

export type NewCard = Omit<typeof cards.$inferInsert, 'communityId'>;
export type NewSkill = Omit<typeof heldSkills.$inferInsert, 'communityId'>;
export type NewHours = Omit<typeof availability.$inferInsert, 'communityId'>;

const atATime = 1_000;

function* parts<T>(all: readonly T[]): Generator<T[]> {
	for (let from = 0; from < all.length; from += atATime) yield all.slice(from, from + atATime);
}

export function addCards(scope: Scope, rows: readonly NewCard[]): Promise<void> {
	return insertMany(scope, cards, rows);
}

/** Adds skills; one that is held already stays as it is. */
export function addSkills(scope: Scope, rows: readonly NewSkill[]): Promise<void> {
	return insertMany(scope, heldSkills, rows, 'skip');
}

export function addHours(scope: Scope, rows: readonly NewHours[]): Promise<void> {
	return insertMany(scope, availability, rows);
}

/** Makes them volunteers, again where they were before. */
export async function grantVolunteers(
	{ tx, communityId }: Scope,
	personIds: readonly string[],
	grantedBy: string,
	grantedAt: Date
): Promise<void> {
	for (const some of parts(personIds)) {
		await tx
			.insert(memberships)
			.values(
				some.map((personId) => ({
					communityId,
					personId,
					role: 'volunteer' as const,
					grantedBy,
					grantedAt
				}))
			)
			.onConflictDoUpdate({
				target: [memberships.communityId, memberships.personId, memberships.role],
				set: { endedAt: null, grantedBy, grantedAt }
			});
	}
}

/** When the cards of these people last changed; those without a card are left out. */
export async function cardsOf(
	{ tx, communityId }: Scope,
	personIds: readonly string[]
): Promise<Map<string, Date>> {
	const found = new Map<string, Date>();
	for (const some of parts(personIds)) {
		const rows = await tx
			.select({ personId: cards.personId, updatedAt: cards.updatedAt })
			.from(cards)
			.where(and(eq(cards.communityId, communityId), inArray(cards.personId, some)));
		for (const { personId, updatedAt } of rows) found.set(personId, updatedAt);
	}
	return found;
}

/** Removes cards with what came with them at that moment: hours, skills, the role. */
export async function removeCards(
	{ tx, communityId }: Scope,
	personIds: readonly string[],
	addedAt: Date
): Promise<void> {
	for (const some of parts(personIds)) {
		await tx
			.delete(availability)
			.where(and(eq(availability.communityId, communityId), inArray(availability.personId, some)));
		await tx
			.delete(heldSkills)
			.where(
				and(
					eq(heldSkills.communityId, communityId),
					inArray(heldSkills.personId, some),
					or(isNull(heldSkills.confirmedAt), eq(heldSkills.confirmedAt, addedAt))
				)
			);
		await tx
			.delete(memberships)
			.where(
				and(
					eq(memberships.communityId, communityId),
					inArray(memberships.personId, some),
					eq(memberships.role, 'volunteer'),
					eq(memberships.grantedAt, addedAt)
				)
			);
		await tx.delete(cards).where(and(eq(cards.communityId, communityId), inArray(cards.personId, some)));
	}
}
