import { completeCourse, describeCourse, revokeCompletion } from '#lib/courses/complete.server.ts';
import { coursePage } from '#lib/courses/course-page.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { skillLevels } from '#lib/skills/skills.ts';
import { skillKeys } from '#lib/skills/vocabulary.ts';
import { personAction, readAs } from '#lib/web/act.server.ts';
import { id, optionalText, optionalWhole, text, whole, z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

const described = z.object({
	teacher: text(60),
	material: optionalText(1000),
	threshold: whole(1, 100),
	skill: z
		.union([z.enum(skillKeys), z.literal('')])
		.default('')
		.transform((value) => value || null),
	level: optionalWhole(1, 3),
	months: optionalWhole(1, 120)
});
const completed = z.object({ people: z.array(id()).max(500).default([]) });
const revoked = z.object({ completion: id(), reason: text(200) });

export const load: PageServerLoad = (event) =>
	readAs(event, async ({ scope, actor, now, zone, community }) => ({
		...(await coursePage(scope, actor, event.params.id, { now, zone })),
		keys: { describe: newId(), complete: newId() },
		back: { href: `/${community.slug}/activities/${event.params.id}` }
	}));

export const actions: Actions = {
	describe: personAction(described, async ({ scope, actor, now, zone }, data, event) => {
		const level = skillLevels.find((one) => one === data.level) ?? null;
		if ((data.skill === null) !== (level === null)) throw new AppError('invalid', 'level');
		const proof = { skill: data.skill, level, months: data.skill ? data.months : null };
		const said = {
			teacher: data.teacher,
			material: data.material ?? '',
			threshold: data.threshold,
			...proof
		};
		await describeCourse(scope, actor, event.params.id!, said, { now, zone });
		return { to: event.url.pathname, flash: { words: m.courses_saved() } };
	}),
	complete: personAction(completed, async ({ scope, actor, now, zone }, { people }, event) => {
		const given = { activityId: event.params.id!, personIds: people };
		const count = await completeCourse(scope, actor, given, { now, zone });
		return { to: event.url.pathname, flash: { words: m.courses_completed({ count }) } };
	}),
	revoke: personAction(revoked, async ({ scope, actor, now }, { completion, reason }, event) => {
		await revokeCompletion(scope, actor, { id: completion, reason }, now);
		return { to: event.url.pathname, flash: { words: m.courses_revoked_now() } };
	})
};
