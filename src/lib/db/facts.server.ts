import { eq } from 'drizzle-orm';
import type { GlobalScope } from './client.server.ts';
import { facts } from './tables.server.ts';

/** The mark of a demo world: its seed and the day it was made around. */
export interface DemoMark {
	seed: number;
	anchor: string;
}

/** The demo mark, or null in a real database. Shown codes and demo sign-ins work only under it. */
export async function demoMark(scope: GlobalScope): Promise<DemoMark | null> {
	const [row] = await scope.tx.select().from(facts).where(eq(facts.key, 'demo'));
	return (row?.value as DemoMark | undefined) ?? null;
}

/** Marks this database as a demo world, for good. */
export async function markAsDemo(scope: GlobalScope, mark: DemoMark): Promise<void> {
	await scope.tx.insert(facts).values({ key: 'demo', value: mark }).onConflictDoNothing();
}
