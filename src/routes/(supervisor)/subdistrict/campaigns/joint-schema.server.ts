import { mostPairs, rhythms } from '#lib/pairings/pairings.ts';
import type { JointSaid } from '#lib/subdistrict/campaign.server.ts';
import { choice, day, id, optionalText, text, whole, z } from '#lib/web/schema.server.ts';

const said = {
	name: text(60),
	purpose: optionalText(300),
	from: day(),
	to: day(),
	need: text(40),
	rhythm: choice(rhythms),
	minutes: whole(15, 480),
	pairs: whole(1, mostPairs)
};

export const jointFields = z.object(said);
export const newJointFields = z.object({ ...said, communities: z.array(id()).max(50).default([]) });

/** What was typed, as the verb takes it. Nobody sets off an alarm for a visit between companions. */
export function jointSaid({ from, to, pairs, ...rest }: z.output<typeof jointFields>): JointSaid {
	return { ...rest, fromDay: from, toDay: to, pairsPerMember: pairs, alarmMinutes: null };
}
