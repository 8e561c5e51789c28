/** Why something stays when its import is undone; words in `run-words.ts`. */
export const stayReasons = [
	'signed_in',
	'changed',
	'has_requests',
	'has_tasks',
	'has_records',
	'has_consents',
	'has_roles',
	'has_card',
	'in_use'
] as const;
export type StayReason = (typeof stayReasons)[number];

/** One thing that stays. */
export interface Stay {
	kind: 'person' | 'card' | 'request';
	id: string;
	why: StayReason;
}

const byTable: Readonly<Record<string, StayReason>> = {
	requests: 'has_requests',
	tasks: 'has_tasks',
	offers: 'has_tasks',
	approvals: 'has_tasks',
	approved_candidates: 'has_tasks',
	service_records: 'has_records',
	consents: 'has_consents',
	memberships: 'has_roles',
	cards: 'has_card'
};

/** Why a thing stays on which a row of this table leans. */
export function reasonOf(table: string): StayReason {
	return byTable[table] ?? 'in_use';
}
