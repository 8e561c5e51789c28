import { chainDone, chainPage, chainRead, wholeSeries } from '#lib/activities/chain-page.server.ts';
import { longestChain } from '#lib/activities/chain.ts';
import type { Pasted } from '#lib/activities/chain.server.ts';
import { isId } from '#lib/shared/ids.ts';
import { personAction, readAs } from '#lib/web/act.server.ts';
import { errorWords } from '#lib/web/error-words.server.ts';
import { id, text, ticked, z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

const date = () => z.union([id(), z.literal(wholeSeries)]);
const schema = z.object({ text: text(longestChain), date: date() });
const many = () => z.array(z.string().max(40)).max(500).default([]);
/** Of each line that was asked about: its number, who it is, and with how many. */
const answered = schema.extend({ at: many(), who: many(), with: many(), asked: ticked() });

export const load: PageServerLoad = (event) =>
	readAs(event, async ({ scope, actor, now, zone, community }) => {
		const setting = { now, zone, community, origin: event.url.origin };
		return {
			...(await chainPage(scope, actor, event.params.id, event.url.searchParams.get('date'), setting)),
			back: { href: `/${community.slug}/activities/${event.params.id}` }
		};
	});

const pasted = (activityId: string, { text: said, date: chosen }: z.output<typeof schema>): Pasted => ({
	activityId,
	occurrenceId: chosen === wholeSeries ? null : chosen,
	text: said
});

/** Answers by the numbers of their lines; what is no answer is none. */
function answersOf({ at, who, with: companions }: z.output<typeof answered>) {
	return new Map(
		at.map((line, index) => {
			const personId = who[index];
			const count = Number.parseInt(companions[index] ?? '', 10);
			const answer = {
				personId: isId(personId) ? personId : null,
				companions: count >= 0 && count <= 9 ? count : 0
			};
			return [Number(line), answer] as const;
		})
	);
}

export const actions: Actions = {
	read: personAction(schema, async ({ scope, actor, now, zone }, data, event) => ({
		chain: await chainRead(scope, actor, pasted(event.params.id!, data), { now, zone })
	})),
	sign: personAction(answered, async ({ scope, actor, now, zone }, data, event) => {
		const list = { ...pasted(event.params.id!, data), asked: data.asked };
		return { chain: await chainDone(scope, actor, list, answersOf(data), { now, zone }, errorWords) };
	})
};
