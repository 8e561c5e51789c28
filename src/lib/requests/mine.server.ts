import { actsFor } from '#lib/accounts/act-for.server.ts';
import type { Actor } from '#lib/accounts/people.ts';
import { peopleByIds } from '#lib/accounts/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { m } from '#lib/paraglide/messages.js';
import type { IconName } from '#lib/ui/icons.ts';
import { isNeed } from '#lib/skills/needs.ts';
import { helpSpan } from '#lib/tasks/help-span.ts';
import { tasksFor, type TaskRow } from '#lib/tasks/queries.server.ts';
import { saySpan, type Here } from '#lib/ui/dates.ts';
import type { Tone } from '#lib/ui/ui.ts';
import { needLook } from './asking-page.server.ts';
import { isOpen, standingOf, waitsForAsker, type Standing } from './progress.ts';
import { requestsOf, windowsOf, type RequestRow } from './queries.server.ts';
import { requestName, standingWords, windowsWords } from './words.ts';

/** A request in a list of one's own, in words. */
export interface RequestLine {
	id: string;
	name: string;
	/** When, and for whom where that is somebody else. */
	text: string;
	icon: IconName;
	tone: Tone;
	standing: { words: string; tone: Tone };
	/** What the person has to do; null where others are at it. */
	todo: string | null;
	open: boolean;
}

/**
 * A person's requests and those asked as a family proxy, newest first, those that wait for the person before the others.
 * What staff took down for callers is not theirs.
 */
export async function myRequests(scope: Scope, actor: Actor, here: Here): Promise<RequestLine[]> {
	const all = await requestsOf(scope, actor.personId);
	const elders = await actsFor(scope, actor, 'ask_help');
	const known = new Set([actor.personId, ...elders.map(({ id }) => id)]);
	const mine = all.filter(({ forPersonId }) => known.has(forPersonId));
	const ids = mine.map(({ id }) => id);
	const tasks = Map.groupBy(await tasksFor(scope, 'help', ids), (task) => task.subjectId);
	const windows = await windowsOf(scope, ids);
	const others = mine.map((one) => one.forPersonId).filter((id) => id !== actor.personId);
	const names = new Map((await peopleByIds(scope, [...new Set(others)])).map(({ id, name }) => [id, name]));
	const lines = mine.map((request) => {
		const own = tasks.get(request.id) ?? [];
		const standing = standingOf(
			request,
			own.map(({ status }) => status),
			here.now
		);
		const when =
			agreedWords(own, here) ?? wishedWords(windowsWords(windows.get(request.id) ?? [], here), request);
		return lineOf(request, standing, [forWhom(names.get(request.forPersonId)), when]);
	});
	return [...lines.filter(({ todo }) => todo), ...lines.filter(({ todo }) => !todo)];
}

function lineOf(request: RequestRow, standing: Standing, words: (string | null)[]): RequestLine {
	const look = isNeed(request.need)
		? needLook(request.need)
		: { icon: 'heart' as const, tone: 'grey' as const };
	return {
		id: request.id,
		name: requestName(request),
		text: words.filter((part) => part !== null).join(' · '),
		...look,
		standing: standingWords(standing),
		todo: waitsForAsker(standing) ? todoWords(standing) : null,
		open: isOpen(request)
	};
}

function todoWords(standing: Standing): string {
	if (standing === 'to_confirm') return m.requests_todo_confirm();
	return standing === 'questioned' ? m.requests_todo_answer() : m.requests_todo_overdue();
}

function forWhom(name: string | undefined): string | null {
	return name === undefined ? null : m.requests_for_person({ name });
}

/** When the first volunteer helps, or has helped. */
function agreedWords(tasks: readonly TaskRow[], here: Here): string | null {
	const standing = tasks.filter(({ status }) => status !== 'cancelled' && status !== 'dropped_out');
	return standing[0] ? saySpan(helpSpan(standing[0]), here) : null;
}

function wishedWords(when: string | null, request: RequestRow): string | null {
	return when && isOpen(request) ? m.requests_wished({ when }) : null;
}
