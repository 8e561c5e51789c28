import { rosterBoard } from '#lib/hours/board.server.ts';
import { discardDraft, makeDraft, undoDraft } from '#lib/hours/draft.server.ts';
import { moveDuty } from '#lib/hours/duty.server.ts';
import { publishWeek } from '#lib/hours/publish.server.ts';
import { dutiesByIds } from '#lib/hours/roster-queries.server.ts';
import { touchedFlash } from '#lib/hours/words.ts';
import { isRosterDay, mondayOf } from '#lib/hours/week.ts';
import { m } from '#lib/paraglide/messages.js';
import { newId } from '#lib/shared/ids.ts';
import { dayOf, type Day } from '#lib/shared/time.ts';
import { readAsStaff, staffAction, adminAction, type Act } from '#lib/web/act.server.ts';
import { id, optionalId, z } from '#lib/web/schema.server.ts';
import { rosterDay } from './roster-schema.server.ts';
import type { RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, actor, now, zone }) => {
		const monday = weekOf(event, now, zone);
		return {
			key: newId(),
			draftKey: newId(),
			publishKey: newId(),
			board: await rosterBoard(scope, actor, monday, { now, zone }),
			today: dayOf(now, zone),
			keys: [
				{ keys: '← ↑ ↓ →', label: m.hours_key_arrows() },
				{ keys: m.hours_key_space(), label: m.hours_key_pick() },
				{ keys: 'Enter', label: m.hours_key_drop() },
				{ keys: 'Esc', label: m.hours_key_back() }
			]
		};
	});

/** The Monday of the week that the address asks for, else of this week. */
function weekOf({ url }: RequestEvent, now: Date, zone: string): Day {
	const asked = url.searchParams.get('week') ?? '';
	return mondayOf(isRosterDay(asked) ? asked : dayOf(now, zone));
}

const pathOf = ({ community }: Act, monday: Day) => `/${community.slug}/desk/roster?week=${monday}`;
const nothing = z.object({});
const move = z.object({ duty: id(), seen: z.iso.datetime(), desk: optionalId(), day: rosterDay() });

export const actions: Actions = {
	move: staffAction(move, async (act, data, event) => {
		const { scope, actor, now, zone } = act;
		const [before] = await dutiesByIds(scope, [data.duty]);
		const given = { id: data.duty, seen: new Date(data.seen), deskId: data.desk, day: data.day };
		const { touched } = await moveDuty(scope, actor, given, now, zone);
		const to = pathOf(act, weekOf(event, now, zone));
		const back = {
			duty: data.duty,
			seen: now.toISOString(),
			desk: before?.deskId ?? '',
			day: before?.day ?? data.day
		};
		const undo = { action: `${to}&/move`, fields: back, until: tenSecondsLater(now) };
		return {
			to,
			flash: {
				...touchedFlash(
					m.hours_moved_flash({ name: before?.name ?? '' }),
					touched,
					`/${act.community.slug}/desk`
				),
				undo
			}
		};
	}),
	draft: staffAction(nothing, async (act, _, event) => {
		const { scope, actor, now, zone } = act;
		const monday = weekOf(event, now, zone);
		const { made, away, taken } = await makeDraft(scope, actor, monday, now, zone);
		const to = pathOf(act, monday);
		const words = [
			m.hours_drafted_flash({ count: made }),
			...(away > 0 ? [m.hours_drafted_away({ count: away })] : []),
			...(taken > 0 ? [m.hours_drafted_taken({ count: taken })] : [])
		].join(m.hours_sentence_gap());
		const undo = { action: `${to}&/undo`, fields: { at: now.toISOString() }, until: tenSecondsLater(now) };
		return { to, flash: made > 0 ? { words, undo } : { words } };
	}),
	undo: staffAction(z.object({ at: z.iso.datetime() }), async (act, { at }, event) => {
		const { scope, actor, now, zone } = act;
		const monday = weekOf(event, now, zone);
		const count = await undoDraft(scope, actor, { monday, at: new Date(at) }, now);
		return { to: pathOf(act, monday), flash: { words: m.hours_draft_undone_flash({ count }) } };
	}),
	discard: staffAction(nothing, async (act, _, event) => {
		const { scope, actor, now, zone } = act;
		const monday = weekOf(event, now, zone);
		const count = await discardDraft(scope, actor, monday, now);
		return { to: pathOf(act, monday), flash: { words: m.hours_discarded_flash({ count }) } };
	}),
	publish: adminAction(nothing, async (act, _, event) => {
		const { scope, actor, now, zone } = act;
		const monday = weekOf(event, now, zone);
		const count = await publishWeek(scope, actor, monday, now);
		return { to: pathOf(act, monday), flash: { words: m.hours_published_flash({ count }) } };
	})
};

function tenSecondsLater(now: Date): string {
	return new Date(now.getTime() + 10_000).toISOString();
}
