import { m } from '#lib/paraglide/messages.js';
import type { Step, Tone } from '#lib/ui/ui.ts';
import { dropOutReasons, type DropOutReason } from './drop-out.ts';
import type { TaskState } from './tasks.ts';

const states: Record<TaskState, [words: () => string, tone: Tone]> = {
	planned: [m.tasks_state_planned, 'blue'],
	under_way: [m.tasks_state_under_way, 'amber'],
	done: [m.tasks_state_done, 'blue'],
	confirmed: [m.tasks_state_confirmed, 'green'],
	disputed: [m.tasks_state_disputed, 'amber'],
	resolved: [m.tasks_state_resolved, 'green'],
	cancelled: [m.tasks_state_cancelled, 'grey'],
	dropped_out: [m.tasks_state_dropped_out, 'grey']
};

/** Where a task stands, as its doer reads it, and the tint of the tag that says it. */
export function taskStateWords(state: TaskState): { words: string; tone: Tone } {
	const [words, tone] = states[state];
	return { words: words(), tone };
}

const reasons: Record<DropOutReason, () => string> = {
	ill: m.tasks_drop_ill,
	busy: m.tasks_drop_busy,
	family: m.tasks_drop_family,
	weather: m.tasks_drop_weather,
	other: m.tasks_drop_other
};

/** The reasons for giving a promise back, to tap. */
export function dropOutChoices(): { value: DropOutReason; label: string }[] {
	return dropOutReasons.map((value) => ({ value, label: reasons[value]() }));
}

const reached: Partial<Record<TaskState, number>> = {
	planned: 1,
	under_way: 2,
	done: 3,
	disputed: 3,
	confirmed: 4,
	resolved: 4
};

/** The way of a task in four steps; none once the promise is off. */
export function taskSteps(state: TaskState): Step[] {
	const at = reached[state];
	if (at === undefined) return [];
	const titles = [m.tasks_step_promised, m.tasks_step_help, m.tasks_step_done, m.tasks_step_confirmed];
	return titles.map((title, index) => ({
		title: title(),
		state: index < at ? 'done' : index === at ? 'now' : 'later'
	}));
}
