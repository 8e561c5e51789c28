import type { Actor } from '#lib/accounts/people.ts';
import { here } from '../../support/activity-cast.ts';
import { addCrowd } from '../../support/group-crowd.ts';
import { termStage, type TermStage } from '../../support/term-cast.ts';

/** A community with one group, to which so many belong. */
export interface Crowd extends TermStage {
	size: number;
	/** Somebody who does not belong to it. */
	stranger: Actor;
}

/** A group that plans its quarter, with so many on its list. */
export async function crowdOf(size: number): Promise<Crowd> {
	const stage = await termStage();
	const stranger = await stage.world.person('新来的');
	await addCrowd(stage.world, stage.groupId, size - 2, here.now);
	for (const weekday of ['1', '2', '3']) await stage.put({ weekdays: [weekday] });
	return { ...stage, size, stranger };
}
