import { previewTogether, approveTogether, mostTogether } from '#lib/matching/together.server.ts';
import { readChoiceValue } from '#lib/matching/together.ts';
import { undoSeconds } from '#lib/matching/offers.ts';
import { m } from '#lib/paraglide/messages.js';
import { AppError } from '#lib/shared/errors.ts';
import { isId, newId } from '#lib/shared/ids.ts';
import { readAsStaff, staffAction } from '#lib/web/act.server.ts';
import { z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, actor, now, zone }) => {
		const ids = event.url.searchParams.getAll('request').filter(isId);
		return { key: newId(), rows: await previewTogether(scope, actor, ids, { now, zone }) };
	});

const schema = z.object({ choice: z.array(z.string()).max(mostTogether).default([]) });

export const actions: Actions = {
	default: staffAction(schema, async ({ scope, actor, now, zone, community }, data) => {
		const choices = data.choice
			.map(readChoiceValue)
			.filter((one) => one !== null)
			.map((one) => ({ ...one, lift: [], overrideReason: null }));
		if (choices.length === 0) throw new AppError('invalid', 'nobody_chosen');
		const outcomes = await approveTogether(scope, actor, choices, now, zone);
		const query = new URLSearchParams();
		for (const { requestId, refused } of outcomes) {
			if (refused) query.append('not', [requestId, refused.code, refused.detail ?? ''].join(' '));
			else query.append('went', requestId);
		}
		const approvals = outcomes.flatMap(({ approvalId }) => approvalId ?? []);
		const to = `/${community.slug}/desk/requests/approved?${query}`;
		if (approvals.length === 0) return { to };
		const undo = {
			action: `/${community.slug}/desk/requests/approved?/undo`,
			fields: { approvals: approvals.join(',') },
			until: new Date(now.getTime() + undoSeconds * 1000).toISOString()
		};
		return { to, flash: { words: m.desk_together_flash({ count: approvals.length }), undo } };
	})
};
