import { and, asc, eq, ne } from 'drizzle-orm';
import type { Scope } from '../db/client.server.ts';
import { servicePoints } from './tables.server.ts';

export type ServicePointRow = typeof servicePoints.$inferSelect;
/** What is said of a service point. */
export type ServicePointSaid = Omit<ServicePointRow, 'communityId' | 'id' | 'closed'>;

const own = (scope: Scope, id: string) =>
	and(eq(servicePoints.communityId, scope.communityId), eq(servicePoints.id, id));

/** All service points of the community, closed ones too, by kind and name. */
export function servicePointsOf(scope: Scope): Promise<ServicePointRow[]> {
	return scope.tx
		.select()
		.from(servicePoints)
		.where(eq(servicePoints.communityId, scope.communityId))
		.orderBy(asc(servicePoints.kind), asc(servicePoints.name));
}

export async function servicePointById(scope: Scope, id: string): Promise<ServicePointRow | undefined> {
	const [row] = await scope.tx.select().from(servicePoints).where(own(scope, id));
	return row;
}

/** @returns false where there is one of that name */
export async function addServicePoint(
	scope: Scope,
	row: ServicePointSaid & { id: string }
): Promise<boolean> {
	const rows = await scope.tx
		.insert(servicePoints)
		.values({ ...row, communityId: scope.communityId })
		.onConflictDoNothing()
		.returning({ id: servicePoints.id });
	return rows.length > 0;
}

/** @returns false where there is none */
export async function changeServicePoint(
	scope: Scope,
	id: string,
	change: Partial<Omit<ServicePointRow, 'communityId' | 'id'>>
): Promise<boolean> {
	const rows = await scope.tx
		.update(servicePoints)
		.set(change)
		.where(own(scope, id))
		.returning({ id: servicePoints.id });
	return rows.length > 0;
}

export async function isServicePointName(
	scope: Scope,
	name: string,
	except: string | null
): Promise<boolean> {
	const rows = await scope.tx
		.select({ id: servicePoints.id })
		.from(servicePoints)
		.where(
			and(
				eq(servicePoints.communityId, scope.communityId),
				eq(servicePoints.name, name),
				except ? ne(servicePoints.id, except) : undefined
			)
		);
	return rows.length > 0;
}
