/** From this many tasks in a month on, volunteers are counted together. */
export const mostShown = 6;

/** Volunteers with so many tasks this month. */
export interface LoadStep {
	/** The last step stands for this many and more. */
	tasks: number;
	before: number;
	after: number;
}

/**
 * How work is spread: how many volunteers have how many tasks this month, before a plan and with it.
 * @param tasksThisMonth of each volunteer, by person
 * @param chosen people of the plan, once for each task
 */
export function loadSteps(
	tasksThisMonth: ReadonlyMap<string, number>,
	chosen: readonly string[]
): LoadStep[] {
	const steps = Array.from({ length: mostShown + 1 }, (_, tasks) => ({ tasks, before: 0, after: 0 }));
	const more = new Map<string, number>();
	for (const id of chosen) more.set(id, (more.get(id) ?? 0) + 1);
	for (const [id, tasks] of tasksThisMonth) {
		steps[Math.min(tasks, mostShown)]!.before += 1;
		steps[Math.min(tasks + (more.get(id) ?? 0), mostShown)]!.after += 1;
	}
	const last = steps.findLastIndex(({ before, after }) => before + after > 0);
	return steps.slice(0, last + 1);
}
