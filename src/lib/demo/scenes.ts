import { minute, type Span } from '#lib/shared/time.ts';
import type { NeedKey } from '#lib/skills/needs.ts';
import { accept, approve, bestFor, fill, offer } from './arranging.ts';
import { ask, triage, type Asking, type Help } from './asking.ts';
import { castMember, type Draft } from './draft.ts';
import { close, confirm, finish } from './ending.ts';
import type { OfferRow, TaskRow } from './rows.ts';

/** A request of which it is known beforehand who will help. */
export interface Scene extends Pick<
	Asking,
	'person' | 'askedBy' | 'title' | 'note' | 'urgency' | 'minutes' | 'presence'
> {
	need: NeedKey;
	helper: string;
	staff: string;
	/** Days from the anchor on which it was asked for. */
	asked: number;
	windows: Span[];
}

/** Asked, taken on, approved with two reserves behind the one who is meant, and offered. */
export function offerScene(draft: Draft, scene: Scene): { help: Help; made: OfferRow } {
	const { helper, staff: staffName, asked, ...asking } = scene;
	const { calendar } = draft;
	const staff = castMember(draft, staffName);
	const help = ask(draft, { ...asking, at: calendar.at(asked, 14 * 60 + 10) });
	triage(draft, help, staff, calendar.at(asked, 14 * 60 + 31), 'accepted');
	const at = calendar.at(asked, 14 * 60 + 55);
	const meant = draft.helpers.filter(({ person }) => person.name === helper);
	const others = draft.helpers.filter(({ person }) => !draft.cast.has(person.name));
	const [chosen] = bestFor(draft, help, meant, at, 1).best;
	if (!chosen) throw new Error(`${helper} cannot come: ${scene.need}`);
	const reserves = bestFor(draft, help, others, at, 2).best;
	const approval = approve(draft, help, staff, [chosen, ...reserves], at);
	return { help, made: offer(draft, help, approval, chosen, at) };
}

/** The same, and accepted within the hour. */
export function acceptedScene(draft: Draft, scene: Scene): { help: Help; task: TaskRow } {
	const { help, made } = offerScene(draft, scene);
	const at = new Date(made.goesOutAt.getTime() + 12 * minute);
	const approval = draft.rows.approvals.find(({ id }) => id === made.approvalId)!;
	const task = accept(draft, help, made, at);
	fill(draft, help, approval, at);
	return { help, task };
}

/** The same, and done; it waits for its confirmation. */
export function doneScene(
	draft: Draft,
	scene: Scene,
	done: { minutes: number; note: string }
): { help: Help; task: TaskRow } {
	const { help, task } = acceptedScene(draft, scene);
	finish(draft, help, task, { ...done, at: new Date(task.during.start.getTime() + done.minutes * minute) });
	return { help, task };
}

/** The same, and confirmed by the one helped on the same evening. */
export function confirmedScene(
	draft: Draft,
	scene: Scene,
	done: { minutes: number; note: string; rating: number; thanks: string | null }
): void {
	const { help, task } = doneScene(draft, scene, done);
	const at = new Date(task.finishedAt!.getTime() + 95 * minute);
	const { rating, thanks } = done;
	confirm(draft, help, task, { by: 'receiver', confirmer: scene.person, rating, thanks, at });
	close(help, at);
}
