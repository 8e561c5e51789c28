import { m } from '#lib/paraglide/messages.js';
import type { Tone } from '#lib/ui/ui.ts';
import type { RunRow } from './queries.server.ts';
import { stayReasons, type StayReason } from './stays.ts';
import type { TargetKey, Word } from './target.ts';

const targets: Record<TargetKey, Word> = {
	residents: m.imports_target_residents,
	volunteers: m.imports_target_volunteers,
	requests: m.imports_target_requests
};

const hints: Record<TargetKey, Word> = {
	residents: m.imports_target_residents_hint,
	volunteers: m.imports_target_volunteers_hint,
	requests: m.imports_target_requests_hint
};

const statuses: Record<RunRow['status'], { word: Word; tone: Tone }> = {
	draft: { word: m.imports_status_draft, tone: 'amber' },
	running: { word: m.imports_status_running, tone: 'blue' },
	imported: { word: m.imports_status_imported, tone: 'green' },
	undone: { word: m.imports_status_undone, tone: 'grey' },
	failed: { word: m.imports_status_failed, tone: 'red' }
};

const stays: Record<StayReason, Word> = {
	signed_in: m.imports_stays_signed_in,
	changed: m.imports_stays_changed,
	has_requests: m.imports_stays_has_requests,
	has_tasks: m.imports_stays_has_tasks,
	has_records: m.imports_stays_has_records,
	has_consents: m.imports_stays_has_consents,
	has_roles: m.imports_stays_has_roles,
	has_card: m.imports_stays_has_card,
	in_use: m.imports_stays_in_use
};

/** What a sheet is of. */
export function targetName(target: TargetKey): string {
	return targets[target]();
}

/** What becomes of the rows of such a sheet, in a sentence. */
export function targetHint(target: TargetKey): string {
	return hints[target]();
}

/** How far a sheet is, and the tint of the tag that says it. */
export function statusWords(status: RunRow['status']): { words: string; tone: Tone } {
	const { word, tone } = statuses[status];
	return { words: word(), tone };
}

/** Why something stayed when its import was undone. */
export function stayWords(why: string | null): string {
	return stays[stayReasons.find((reason) => reason === why) ?? 'in_use']();
}
