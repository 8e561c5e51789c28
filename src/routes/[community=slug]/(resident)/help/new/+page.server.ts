import { redirect, type RequestEvent } from '@sveltejs/kit';
import { consentTo } from '#lib/accounts/register.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { askForHelp, editRequest } from '#lib/requests/ask.server.ts';
import { askQuery, firstGap, stepToShow, type AskStep } from '#lib/requests/asking.ts';
import { answersOf, askedFrom, oldWords, readAsking, type Asking } from '#lib/requests/asking.server.ts';
import { frame, gapWords, question } from '#lib/requests/asking-page.server.ts';
import { longestNote, longestTitle } from '#lib/requests/requests.ts';
import { dayParts, whenChoices } from '#lib/requests/windows.ts';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { personAction, readAs, readOpenly, type Act, type OpenAct } from '#lib/web/act.server.ts';
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

async function lastStep(
	{ scope, actor, now, community }: OpenAct,
	{ answers, helped, old, consented }: Asking
) {
	const here = `/${community.slug}/help/new${askQuery(answers, 'check')}`;
	const words = actor && old ? await oldWords(scope, actor, old, now) : { title: null, note: null };
	return {
		...words,
		requestId: old && answers.edit ? old.id : newId(),
		editing: answers.edit !== null,
		needsTitle: answers.need === 'anything_else',
		needsConsent: !consented,
		other: forOther && helped ? helped.name : null,
		person: actor?.personId ?? null,
		signIn: actor ? null : `/${community.slug}/join?to=${encodeURIComponent(here)}`,
		most: { title: longestTitle, note: longestNote }
	};
}

export const actions: Actions = {
	default: personAction(schema, async (act, data, event) => {
		const params = new URLSearchParams(event.url.searchParams);
		if (data.when) {
			params.set('when', data.when);
			params.set('part', data.part);
			params.set('date', data.date ?? '');
		}
		const asking = await readAsking(act.scope, act.actor, params, act.now, act.zone);
		if (asking.answers.need === 'anything_else' && !data.title) throw new AppError('invalid', 'title');
		return asking.answers.edit ? change(act, asking, data) : send(act, asking, data);
	})
};

type Sent = z.output<typeof schema>;

async function send(act: Act, asking: Asking, data: Sent) {
	const { scope, actor, now, zone, community } = act;
	const { helped, consented, answers } = asking;
	const asked = askedFrom(asking, data);
	const { id } = await askForHelp(scope, actor, asked, now, zone);
	await takeConsent(act, asking, data);
	const home = `/${community.slug}`;
	if (answers.for && helped) {
		return {
			to: `${home}/desk/requests/${id}`,
			flash: { words: m.requests_sent_for({ name: helped.name }) }
		};
	}
	const agreed = consented || data.consent;
	return {
		to: `${home}/help/${id}`,
		flash: { words: agreed ? m.requests_sent() : m.requests_sent_no_consent() }
	};
}

async function change(act: Act, asking: Asking, data: Sent) {
	const { scope, actor, now, zone, community } = act;
	const id = asking.answers.edit ?? data.id;
	await editRequest(scope, actor, askedFrom(asking, { ...data, id }), now, zone);
	await takeConsent(act, asking, data);
	const where = asking.answers.for ? 'desk/requests' : 'help';
	return { to: `/${community.slug}/${where}/${id}`, flash: { words: m.requests_changed() } };
}

/** Writes consent down where it was ticked: one's own, or by staff on the word of the one helped. */
async function takeConsent(
	{ scope, actor, now }: Act,
	{ helped, consented }: Asking,
	{ consent }: Sent
): Promise<void> {
	if (!consent || consented || !helped) return;
	await consentTo(scope, helped.id, ['matching'], helped.id === actor.personId ? null : actor.personId, now);
}
