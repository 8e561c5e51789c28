import { redirect, type RequestEvent } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import {
	askQuery,
	firstGap,
	needsTitle,
	stepToShow,
	type Answers,
	type AskStep
} from '#lib/requests/asking.ts';
import { answersOf, oldWords, readAsking, sendAsking, type Asking } from '#lib/requests/asking.server.ts';
import { frame, gapWords, question } from '#lib/requests/asking-page.server.ts';
import { longestNote, longestTitle } from '#lib/requests/requests.ts';
import { dayParts, whenChoices } from '#lib/requests/windows.ts';
import { newId } from '#lib/shared/ids.ts';
import { personAction, readAs, readOpenly, type OpenAct } from '#lib/web/act.server.ts';
import { id, optionalDay, optionalText, ticked, z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

const schema = z.object({
	id: id(),
	title: optionalText(longestTitle),
	note: optionalText(longestNote),
	consent: ticked(),
	/** Only where the time in the address has passed meanwhile. */
	when: z.enum(['', ...whenChoices]).default(''),
	part: z.enum(dayParts).default('any'),
	date: optionalDay()
});

export const load: PageServerLoad = (event) => {
	const { searchParams } = event.url;
	const known = ['for', 'again', 'edit'].some((name) => searchParams.has(name));
	return known ? readAs(event, (act) => show(act, event)) : readOpenly(event, (act) => show(act, event));
};

async function show(act: OpenAct, event: RequestEvent) {
	const { searchParams } = event.url;
	const asking = await readAsking(act.scope, act.actor, searchParams, act.now, act.zone);
	if (asking.old && !searchParams.has('need')) redirect(303, await earlierAnswers(act, asking));
	const { answers, facts } = asking;
	const gap = firstGap(answers, facts);
	// what was sent and refused is shown where it was typed
	const sent = event.request.method === 'POST';
	const step = sent ? 'check' : stepToShow(searchParams.get('step'), gap, answers, facts.forUnits);
	const then = searchParams.get('then') === 'check' ? ('check' as const) : null;
	const view = frame(asking, step, then, gap);
	const home = `/${act.community.slug}`;
	return {
		...view,
		...question(asking, step, event.locals.preferences.locale === 'en'),
		// only who has answered this very question is told that something is missing
		error: gap?.step === step && searchParams.get('from') === step ? gapWords(gap) : null,
		check: step === 'check' ? await lastStep(act, asking) : null,
		key: newId(),
		back: { href: view.before ? `${home}/help/new${view.before}` : home },
		aloud: true
	};
}

async function earlierAnswers(act: OpenAct, asking: Asking): Promise<string> {
	const { again, edit } = asking.answers;
	const answers = { ...(await answersOf(act.scope, asking)), for: asking.answers.for, again, edit };
	const step: AskStep = edit ? 'check' : 'when';
	return `/${act.community.slug}/help/new${askQuery(edit ? answers : { ...answers, when: null, date: null }, step)}`;
}

async function lastStep({ scope, actor, now, community }: OpenAct, asking: Asking) {
	const { answers, helped, forOther, old, consented } = asking;
	const here = `/${community.slug}/help/new${askQuery(answers, 'check')}`;
	const words = actor && old ? await oldWords(scope, actor, old, now) : { title: null, note: null };
	return {
		...words,
		requestId: old && answers.edit ? old.id : newId(),
		editing: answers.edit !== null,
		draft: draftOf(answers),
		leave: answers.edit && `/${community.slug}/${placeOfSent(asking)}/${answers.edit}`,
		needsTitle: answers.need !== null && needsTitle(answers.need),
		needsConsent: !consented,
		other: forOther && helped ? helped.name : null,
		person: actor?.personId ?? null,
		signIn: actor ? null : `/${community.slug}/join?to=${encodeURIComponent(here)}`,
		most: { title: longestTitle, note: longestNote }
	};
}

/** Whose words a draft keeps: those of a request that is changed or asked again are its own. */
function draftOf({ edit, again }: Answers): string {
	if (edit) return `edit:${edit}`;
	return again ? `again:${again}` : 'new';
}

/** Where the one who asks reads about it. */
function placeOfSent({ atDesk }: Asking): 'desk/requests' | 'help' {
	return atDesk ? 'desk/requests' : 'help';
}

export const actions: Actions = {
	default: personAction(schema, async (act, data, event) => {
		const params = new URLSearchParams(event.url.searchParams);
		if (data.when) {
			params.set('when', data.when);
			params.set('part', data.part);
			params.set('date', data.date ?? '');
		}
		const { scope, actor, now, zone, community } = act;
		const asking = await readAsking(scope, actor, params, now, zone);
		const sent = await sendAsking(scope, actor, asking, data, now, zone);
		return {
			to: `/${community.slug}/${placeOfSent(asking)}/${sent.id}`,
			flash: { words: sentWords(asking, sent.agreed) }
		};
	})
};

function sentWords({ answers, forOther, helped }: Asking, agreed: boolean): string {
	if (answers.edit) return m.requests_changed();
	if (forOther && helped) return m.requests_sent_for({ name: helped.name });
	return agreed ? m.requests_sent() : m.requests_sent_no_consent();
}
