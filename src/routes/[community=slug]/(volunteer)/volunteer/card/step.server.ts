import type { RequestEvent } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { dayOf } from '#lib/shared/time.ts';
import { cardSteps, type CardStep } from '#lib/volunteers/card-form.ts';
import { cardFor, type WholeCard } from '#lib/volunteers/cards.server.ts';
import type { Act, Outcome } from '#lib/web/act.server.ts';

/** The card of whoever fills it in, and the frame of one of its screens: from the card itself they are opened with `?edit`. */
export async function stepFrame(act: Act, event: RequestEvent, step: CardStep) {
	const { scope, actor, community, now, zone } = act;
	const whole: WholeCard | null = await cardFor(scope, actor.personId, dayOf(now, zone));
	const base = `/${community.slug}/volunteer`;
	const number = cardSteps.indexOf(step) + 1;
	const editing = event.url.searchParams.has('edit');
	const before = cardSteps[number - 2];
	return {
		whole,
		frame: { number, of: cardSteps.length, editing },
		back: { href: editing ? `${base}/card` : before ? `${base}/card/${before}` : base }
	};
}

/** Where a saved screen leads: back to the card, or on to the next one. */
export function stepDone({ community }: Act, event: RequestEvent, step: CardStep): Outcome {
	const card = `/${community.slug}/volunteer/card`;
	if (event.url.searchParams.has('edit')) return { to: card, flash: { words: m.volunteers_saved() } };
	const next = cardSteps[cardSteps.indexOf(step) + 1];
	return { to: next ? `${card}/${next}` : card };
}
