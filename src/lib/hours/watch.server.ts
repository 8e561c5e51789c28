import type { Scope } from '#lib/db/client.server.ts';
import type { DutyRow } from './roster-queries.server.ts';

/** A duty as it stood, or where it stood: who, where and when. */
export type Stand = Pick<DutyRow, 'staffId' | 'deskId' | 'during'>;

/** What a feature that leans on duties does when they change, in the same transaction. */
export interface DutyWatch {
	/** How many appointments were agreed on for these. */
	countUnder(scope: Scope, stands: readonly Stand[]): Promise<number>;
	/** A colleague takes a duty over where it stands: what was agreed on goes with it as far as he can do it. */
	handOver(scope: Scope, stand: Stand, toStaffId: string): Promise<void>;
}

const watches = new Set<DutyWatch>();

/** Registers a feature that leans on duties. Called from the one place where features meet. */
export function watchDuties(watch: DutyWatch): void {
	watches.add(watch);
}

/** How many appointments now lack the colleague with whom they were made. */
export async function countUnder(scope: Scope, stands: readonly Stand[]): Promise<number> {
	let count = 0;
	for (const watch of watches) count += stands.length > 0 ? await watch.countUnder(scope, stands) : 0;
	return count;
}

export async function handOver(scope: Scope, stand: Stand, toStaffId: string): Promise<void> {
	for (const watch of watches) await watch.handOver(scope, stand, toStaffId);
}
