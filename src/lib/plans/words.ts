import { m } from '#lib/paraglide/messages.js';
import { skillName } from '#lib/skills/words.ts';
import type { Tone } from '#lib/ui/ui.ts';
import type { PlanFailure, PlanState } from './plans.ts';
import type { Shortage, WeekPart } from './shortages.ts';

const states: Record<PlanState, { word: () => string; tone: Tone }> = {
	making: { word: m.plans_state_making, tone: 'blue' },
	ready: { word: m.plans_state_ready, tone: 'green' },
	failed: { word: m.plans_state_failed, tone: 'red' },
	stopped: { word: m.plans_state_stopped, tone: 'grey' },
	discarded: { word: m.plans_state_discarded, tone: 'grey' }
};

/** Where a plan stands, and the tint of the tag that says it. */
export function stateWords(state: PlanState): { words: string; tone: Tone } {
	const { word, tone } = states[state];
	return { words: word(), tone };
}

const failures: Record<PlanFailure, () => string> = {
	lock: m.plans_failure_lock,
	locks_clash: m.plans_failure_locks_clash,
	unexpected: m.plans_failure_unexpected
};

/** Why there is no plan, and what to do about it. */
export function failureWords(failure: PlanFailure | null): string {
	return failures[failure ?? 'unexpected']();
}

const weekParts: Record<WeekPart, () => string> = {
	weekday_morning: m.plans_part_weekday_morning,
	weekday_afternoon: m.plans_part_weekday_afternoon,
	weekday_evening: m.plans_part_weekday_evening,
	weekend_morning: m.plans_part_weekend_morning,
	weekend_afternoon: m.plans_part_weekend_afternoon,
	weekend_evening: m.plans_part_weekend_evening
};

/** What would fill more of a plan: who, where and when. */
export function shortageWords({ skill, places, people, grid, hours }: Shortage, gridName: string): string {
	return [
		m.plans_short_skill({ skill: skillName(skill), places, people }),
		grid && gridName && m.plans_short_grid({ grid: gridName, places: grid.places }),
		hours && m.plans_short_hours({ part: weekParts[hours.part](), places: hours.places })
	]
		.filter(Boolean)
		.join(m.plans_short_join());
}
