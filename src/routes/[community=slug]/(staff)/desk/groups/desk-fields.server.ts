import type { SaidGroup } from '#lib/groups/found.server.ts';
import { groupKinds, themes } from '#lib/groups/groups.ts';
import { shareStates } from '#lib/groups/shares.ts';
import { choice, id, optionalId, text, z } from '#lib/web/schema.server.ts';
import { saidWords, wordFields } from '../../../(resident)/groups/group-fields.server.ts';

/** All that staff say of a group. */
export const groupFields = wordFields.extend({
	name: text(40),
	nameEn: z.string().trim().max(80).default(''),
	kind: choice(groupKinds),
	theme: choice(themes),
	venue: optionalId(),
	partner: optionalId()
});

/** What the staff of one side make of a share. */
export const shareFields = z.object({ share: id(), to: choice(shareStates) });

/** What was typed, as the verb takes it. */
export function saidGroup(data: z.output<typeof groupFields>): SaidGroup {
	const { name, nameEn, kind, theme, venue, partner } = data;
	return { ...saidWords(data), name, nameEn, kind, theme, venueId: venue, partnerId: partner };
}
