import { newId } from '#lib/shared/ids.ts';
import { blankCard, reaches, withOwn } from '#lib/volunteers/card-form.ts';
import { gridWords } from '#lib/volunteers/card-page.server.ts';
import { cardFor, saveCard } from '#lib/volunteers/cards.server.ts';
import { cells, cellsOf, changeHours } from '#lib/volunteers/hours.ts';
import { reachName } from '#lib/volunteers/words.ts';
import { dayOf } from '#lib/shared/time.ts';
import { personAction, readAs } from '#lib/web/act.server.ts';
import { z } from '#lib/web/schema.server.ts';
import { stepDone, stepFrame } from '../step.server.ts';
import type { Actions, PageServerLoad } from './$types';

const schema = z.object({
	hours: z.array(z.enum(cells)).default([]),
	reach: z.coerce.number().int().min(100).max(20_000)
});

export const load: PageServerLoad = (event) =>
	readAs(event, async (act) => {
		const { whole, frame, back } = await stepFrame(act, event, 'time');
		const reach = whole?.card.reachMetres ?? blankCard.reachMetres;
		return {
			...gridWords(),
			ticked: cellsOf(whole?.hours ?? []),
			reach: String(reach),
			reaches: withOwn(reaches, reach).map((metres) => ({ value: String(metres), label: reachName(metres) })),
			frame,
			back,
			key: newId()
		};
	});

export const actions: Actions = {
	default: personAction(schema, async (act, data, event) => {
		const { scope, actor, now, zone } = act;
		const before = (await cardFor(scope, actor.personId, dayOf(now, zone)))?.hours ?? [];
		const hours = changeHours(before, data.hours);
		await saveCard(scope, actor, { hours, reachMetres: data.reach }, now, zone);
		return stepDone(act, event, 'time');
	})
};
