import { deskItems } from '#lib/matching/desk-list.server.ts';
import { deskRowsById } from '#lib/matching/desk-queries.server.ts';
import { approversOf, mostTogether, undoTogether } from '#lib/matching/together.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { errorStatus, type ErrorCode } from '#lib/shared/errors.ts';
import { isId } from '#lib/shared/ids.ts';
import { readAsStaff, staffAction } from '#lib/web/act.server.ts';
import { errorWords } from '#lib/web/error-words.server.ts';
import { z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** What was refused, as the address says it: request, code, detail. */
function refusalIn(text: string): { id: string; code: ErrorCode; detail: string } | null {
	const [id, code = '', detail = ''] = text.split(' ');
	return isId(id) && Object.hasOwn(errorStatus, code) ? { id, code: code as ErrorCode, detail } : null;
}

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, now, zone }) => {
		const went = event.url.searchParams.getAll('went').filter(isId);
		const refused = event.url.searchParams
			.getAll('not')
			.map(refusalIn)
			.filter((one) => one !== null);
		const rows = await deskRowsById(scope, [...went, ...refused.map(({ id }) => id)]);
		const items = await deskItems(scope, rows, { now, zone });
		const approvers = await approversOf(
			scope,
			refused.map(({ id }) => id)
		);
		return {
			went: items.filter(({ id }) => went.includes(id)),
			refused: refused.flatMap(({ id, code, detail }) => {
				const item = items.find((one) => one.id === id);
				const params = { name: approvers.get(id) ?? '' };
				return item ? [{ item, words: errorWords({ code, detail, params }) }] : [];
			})
		};
	});

export const actions: Actions = {
	undo: staffAction(z.object({ approvals: z.string() }), async ({ scope, actor, now, community }, data) => {
		const ids = data.approvals.split(',').filter(isId).slice(0, mostTogether);
		const { length: count } = await undoTogether(scope, actor, ids, now);
		const flash = { words: m.desk_together_undone_flash({ count }) };
		return { to: `/${community.slug}/desk/requests`, flash };
	})
};
