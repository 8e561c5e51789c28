import { unitCleanups } from '#lib/cleanups/unit-cleanups.server.ts';
import { endUnit, groupsOfUnits } from '#lib/groups/unit-groups.server.ts';
import { named } from '#lib/hours/words.ts';
import { m } from '#lib/paraglide/messages.js';
import { formValues, kindOptions, unitOptions } from '#lib/partners/desk-page.server.ts';
import { changeUnit } from '#lib/partners/manage.server.ts';
import { unitById } from '#lib/partners/queries.server.ts';
import { kindName, stateWords } from '#lib/partners/words.ts';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { dayOf } from '#lib/shared/time.ts';
import { readAsStaff, staffAction } from '#lib/web/act.server.ts';
import { optionalId, z } from '#lib/web/schema.server.ts';
import { partnerFields, saidUnit } from '../partner-fields.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, now, zone }) => {
		const row = await unitById(scope, event.params.id);
		if (!row) throw new AppError('not_found');
		return {
			key: newId(),
			endKey: newId(),
			name: named(row),
			kind: kindName(row.kind),
			version: row.version,
			ended: row.endedAt !== null,
			state: stateWords(row, dayOf(now, zone)),
			values: formValues(row),
			kinds: kindOptions(),
			cleanups: await unitCleanups(scope, row.id, { now, zone }),
			groups: (await groupsOfUnits(scope)).get(row.id) ?? [],
			heirs: await unitOptions(scope, row.id)
		};
	});

export const actions: Actions = {
	save: staffAction(partnerFields, async ({ scope, actor, now }, data, { params, url }) => {
		await changeUnit(scope, actor, { id: params.id!, version: data.version }, saidUnit(data), now);
		return { to: url.pathname, flash: { words: m.partners_saved_now() } };
	}),
	end: staffAction(
		z.object({ version: partnerFields.shape.version, heir: optionalId() }),
		async ({ scope, actor, now, zone, community }, { version, heir }, { params }) => {
			const unit = { id: params.id!, version, heirId: heir };
			await endUnit(scope, actor, unit, { now, zone });
			return { to: `/${community.slug}/desk/partners`, flash: { words: m.partners_ended_now() } };
		}
	)
};
