import { putRow, stepRow, takeOver, undoStep } from '#lib/activities/term-edit.server.ts';
import { termPage } from '#lib/activities/term-page.server.ts';
import { publishTerm } from '#lib/activities/term-publish.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { newId } from '#lib/shared/ids.ts';
import { personAction, readOpenly } from '#lib/web/act.server.ts';
import {
	mendFields,
	putFields,
	rowFields,
	saidRemedy,
	saidTermRow,
	seenFields,
	seenTerm,
	toggleFields
} from './term-fields.server.ts';
import type { RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readOpenly(event, async ({ scope, actor, now, zone, community }) => {
		const { searchParams } = event.url;
		const address = { quarter: searchParams.get('quarter'), row: searchParams.get('row') };
		return {
			term: await termPage(scope, actor, event.params.id, address, { now, zone }),
			keys: { put: newId(), publish: newId(), takeOver: newId(), undo: newId(), rows: newId() },
			back: { href: `/${community.slug}/groups/${event.params.id}` }
		};
	});

/** The page of the quarter, with the form of a row open where one is named. */
function pathOf({ url }: RequestEvent, quarter: string, row?: string): string {
	return `${url.pathname}?quarter=${quarter}${row ? `&row=${row}#row-form` : ''}`;
}

export const actions: Actions = {
	put: personAction(putFields, async ({ scope, actor, now, zone }, data, event) => {
		await putRow(scope, actor, seenTerm(event.params.id!, data), saidTermRow(data), { now, zone });
		return { to: pathOf(event, data.quarter), flash: { words: m.term_put() } };
	}),
	copy: personAction(rowFields, async ({ scope, actor, now, zone }, data, event) => {
		const seen = seenTerm(event.params.id!, data);
		const copy = await stepRow(scope, actor, seen, data.row, { do: 'copy' }, { now, zone });
		return { to: pathOf(event, data.quarter, copy), flash: { words: m.term_copied() } };
	}),
	remove: personAction(rowFields, async ({ scope, actor, now, zone }, data, event) => {
		const seen = seenTerm(event.params.id!, data);
		await stepRow(scope, actor, seen, data.row, { do: 'remove' }, { now, zone });
		return { to: pathOf(event, data.quarter), flash: { words: m.term_removed() } };
	}),
	toggle: personAction(toggleFields, async ({ scope, actor, now, zone }, data, event) => {
		const seen = seenTerm(event.params.id!, data);
		await stepRow(scope, actor, seen, data.row, { do: 'toggle', day: data.day }, { now, zone });
		return { to: pathOf(event, data.quarter) };
	}),
	mend: personAction(mendFields, async ({ scope, actor, now, zone }, data, event) => {
		const seen = seenTerm(event.params.id!, data);
		const how = { do: 'mend', remedy: saidRemedy(data) } as const;
		await stepRow(scope, actor, seen, data.row, how, { now, zone });
		return { to: pathOf(event, data.quarter), flash: { words: m.term_mended() } };
	}),
	undo: personAction(seenFields, async ({ scope, actor, now, zone }, data, event) => {
		await undoStep(scope, actor, seenTerm(event.params.id!, data), { now, zone });
		return { to: pathOf(event, data.quarter), flash: { words: m.term_undone() } };
	}),
	takeOver: personAction(seenFields, async ({ scope, actor, now, zone }, data, event) => {
		const count = await takeOver(scope, actor, seenTerm(event.params.id!, data), { now, zone });
		return { to: pathOf(event, data.quarter), flash: { words: m.term_taken_over({ count }) } };
	}),
	publish: personAction(seenFields, async ({ scope, actor, now, zone }, data, event) => {
		const seen = seenTerm(event.params.id!, data);
		const words = m.term_published_now(await publishTerm(scope, actor, seen, { now, zone }));
		return { to: pathOf(event, data.quarter), flash: { words } };
	})
};
