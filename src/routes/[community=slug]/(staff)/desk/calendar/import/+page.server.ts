import { importYear, previewYear } from '#lib/hours/calendar.server.ts';
import { readAnnouncedYear } from '#lib/hours/calendar.ts';
import { className } from '#lib/hours/words.ts';
import { m } from '#lib/paraglide/messages.js';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { adminAction, readAsAdmin } from '#lib/web/act.server.ts';
import { z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** A year has some forty days; this is ten times as much. */
const longest = 100_000;

export const load: PageServerLoad = (event) => readAsAdmin(event, () => Promise.resolve({ key: newId() }));

const pasted = z.object({ text: z.string().max(longest).default('') });

/** The text of the file that was chosen; empty where none was. */
async function chosenText(sent: FormData): Promise<string> {
	const file = sent.get('file');
	if (!(file instanceof File) || file.size === 0) return '';
	if (file.size > longest) throw new AppError('too_large');
	return file.text();
}

export const actions: Actions = {
	preview: adminAction(
		pasted,
		async ({ scope }, data, _, chosen) => {
			if (chosen) data.text = chosen;
			const announced = readAnnouncedYear(data.text);
			const changes = await previewYear(scope, announced);
			const rows = changes.map(({ day, name, before, after, kept }) => ({
				day,
				name: name ?? m.hours_day_gone(),
				before: className(before),
				after: kept ? m.hours_day_stands({ class: className(before) }) : className(after)
			}));
			return { shown: { year: String(announced.year), changes: JSON.stringify(rows) } };
		},
		chosenText
	),
	bring: adminAction(pasted, async ({ scope, actor, now, community }, { text }) => {
		const announced = readAnnouncedYear(text);
		await importYear(scope, actor, announced, now);
		const { year } = announced;
		const to = `/${community.slug}/desk/calendar?year=${year}`;
		return { to, flash: { words: m.hours_imported_flash({ year }) } };
	})
};
