import { isStaff, type Actor } from '#lib/accounts/people.ts';
import { standingConsent } from '#lib/accounts/consent-queries.server.ts';
import { peopleByIds, type PersonRow } from '#lib/accounts/queries.server.ts';
import { eventsOf, type EventRow } from '#lib/audit/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { buildingById } from '#lib/places/queries.server.ts';
import { historyWith } from '#lib/records/queries.server.ts';
import { dayOf } from '#lib/shared/time.ts';
import { isNeed, needs } from '#lib/skills/needs.ts';
import { holds } from '#lib/skills/skills.ts';
import { skillName } from '#lib/skills/words.ts';
import { helpSpan } from '#lib/tasks/help-span.ts';
import { tasksFor, type TaskRow } from '#lib/tasks/queries.server.ts';
import { sayMinutes, saySpan, sayWhen, type Here } from '#lib/ui/dates.ts';
import type { Step, Tone } from '#lib/ui/ui.ts';
import { cardOf, skillsOf } from '#lib/volunteers/queries.server.ts';
import { noteOf, requestFor } from './ask.server.ts';
import { isOpen, mayCall, standingOf, stepOf, type Standing } from './progress.ts';
import { windowsOf, type RequestRow } from './queries.server.ts';
import { placeWords, requestName, standingWords, timelineOf, windowsWords } from './words.ts';

/** A volunteer who has promised to help, as the one helped sees him. */
export interface HelperCard {
	taskId: string;
	name: string;
	partyMember: boolean;
	/** What speaks for him: a confirmed skill, earlier help. */
	about: string;
	when: string;
	state: TaskRow['status'];
	/** What he said when it was done. */
	done: string | null;
	mayCall: boolean;
}

/** A line of the timeline. */
export interface HappenedLine {
	id: string;
	text: string;
	detail?: string | undefined;
	when: string;
	actor?: string | undefined;
}

/** What has begun cannot be called off any more: it is confirmed or disputed. */
const begun = new Set<TaskRow['status']>(['under_way', 'done', 'confirmed', 'disputed', 'resolved']);

interface Known {
	request: RequestRow;
	tasks: TaskRow[];
	events: EventRow[];
	names: Map<string, string>;
	standing: Standing;
	/** When it was wished for, in words. */
	wished: string | null;
}

/**
 * Everything that the one helped, or the one who asked, reads about a request, in words.
 * @throws AppError `not_found` for anyone else but staff
 */
export async function requestStatus(scope: Scope, actor: Actor, id: string, here: Here, english: boolean) {
	const request = await requestFor(scope, actor, id);
	const known = await gather(scope, request, here);
	const mine = request.forPersonId === actor.personId;
	const consented = (await standingConsent(scope, request.forPersonId, 'matching')) !== undefined;
	const building = request.buildingId ? await buildingById(scope, request.buildingId) : undefined;
	const place = building && (english ? building.nameEn : building.name);
	const helped = (await peopleByIds(scope, [request.forPersonId]))[0];
	return {
		id,
		name: requestName(request),
		forName: mine ? null : (helped?.name ?? null),
		verified: helped?.verifiedAt !== null,
		standing: known.standing,
		tag: standingWords(known.standing) satisfies { words: string; tone: Tone },
		wished: known.tasks.length > 0 ? null : known.wished,
		place: placeWords(request.presence, place ?? null),
		steps: stepsOf(known, here),
		staffWords: request.staffWords,
		needsConsent: request.life === 'open' && !consented,
		helpers: await helperCards(scope, known, here),
		note: mine ? await noteOf(scope, request) : null,
		mayEdit: request.life === 'open' && (mine || isStaff(actor)),
		mayAskAgain: !isOpen(request) && (mine || isStaff(actor)),
		mayCancel: isOpen(request) && !known.tasks.some(({ status }) => begun.has(status)),
		timeline: happened(known, actor, here)
	};
}

function happened({ events, names }: Known, { personId, roles }: Actor, here: Here): HappenedLine[] {
	const reader = { personId, staff: isStaff({ roles }) };
	return timelineOf(events, names, reader, here).map(({ at, ...line }) => ({
		...line,
		when: sayWhen(at, here)
	}));
}

async function gather(scope: Scope, request: RequestRow, here: Here): Promise<Known> {
	const tasks = (await tasksFor(scope, 'help', [request.id])).filter(
		({ status }) => status !== 'cancelled' && status !== 'dropped_out'
	);
	const events = await eventsOf(scope, 'request', request.id);
	const ids = [
		...events.map((event) => event.actorId),
		...tasks.map((task) => task.personId),
		request.receivedBy
	];
	const people = await peopleByIds(scope, [...new Set(ids.filter((id) => id !== null))]);
	const windows = (await windowsOf(scope, [request.id])).get(request.id) ?? [];
	return {
		request,
		tasks,
		events,
		names: new Map(people.map(({ id, name }) => [id, name])),
		standing: standingOf(
			request,
			tasks.map(({ status }) => status),
			here.now
		),
		wished: windowsWords(windows, here)
	};
}

/** The four steps: received, arranged, helped, confirmed. None for a request that ended otherwise. */
function stepsOf(known: Known, here: Here): Step[] {
	const now = stepOf(known.standing);
	if (now === null) return [];
	const state = (step: number) => (step < now ? 'done' : step === now ? 'now' : 'later');
	const { request, tasks, standing } = known;
	const comes = {
		home: m.requests_step_home,
		outside: m.requests_step_outside,
		telephone: m.requests_step_telephone
	};
	return [
		{ title: m.requests_step_received(), text: receivedWords(known, here), state: 'done' },
		{
			title: now > 2 ? m.requests_step_arranged() : m.requests_step_arranging(),
			text: now > 2 ? arrangedWords(known, here) : arrangingWords(known),
			state: state(2)
		},
		{ title: comes[request.presence](), text: helpWords(known, here), state: state(3) },
		{ title: m.requests_step_confirm(), text: confirmWords(standing, tasks, here), state: state(4) }
	];
}

function receivedWords({ request, names }: Known, here: Here): string {
	const when = sayWhen(request.createdAt, here);
	const taker = request.askedBy === request.receivedBy ? names.get(request.askedBy) : undefined;
	return taker ? m.requests_step_received_by({ when, name: taker }) : when;
}

function arrangedWords({ events, names }: Known, here: Here): string {
	const approval = events.findLast(({ kind }) => kind === 'approved' || kind === 'accepted_offer');
	if (!approval) return '';
	const when = sayWhen(approval.at, here);
	const by = events.findLast(({ kind }) => kind === 'approved')?.actorId;
	const name = by && names.get(by);
	return name ? m.requests_step_staff({ when, name }) : when;
}

/** Events after which nobody is being asked any more. */
const askingEnds = ['approval_undone', 'used_up', 'dropped_out'];

function arrangingWords({ request, tasks, events, names, standing }: Known): string {
	const last = events.findLast(({ kind }) => kind === 'approved' || askingEnds.includes(kind))?.kind;
	const receiver = request.receivedBy && names.get(request.receivedBy);
	if (standing === 'questioned') return m.requests_step_questioned();
	if (standing === 'overdue') return m.requests_step_overdue();
	if (tasks.length > 0) {
		return m.requests_step_places({ count: tasks.length, left: request.peopleNeeded - tasks.length });
	}
	if (last === 'approved') return m.requests_step_asked();
	if (standing === 'reopened') return m.requests_step_reopened();
	if (standing === 'new') return m.requests_step_new();
	return receiver ? m.requests_step_accepted_by({ name: receiver }) : m.requests_step_accepted();
}

function helpWords({ tasks, standing, wished }: Known, here: Here): string | undefined {
	const [first] = tasks;
	if (!first) return wished ? m.requests_wished({ when: wished }) : undefined;
	if (standing === 'under_way') return m.requests_step_under_way();
	const finished = tasks.every((task) => task.finishedAt) ? tasks.at(-1)?.finishedAt : null;
	return finished
		? m.requests_step_finished({ when: sayWhen(finished, here) })
		: saySpan(helpSpan(first), here);
}

function confirmWords(standing: Standing, tasks: readonly TaskRow[], here: Here): string {
	if (standing === 'to_confirm') return m.requests_step_confirm_now();
	if (standing === 'disputed') return m.requests_step_confirm_disputed();
	const ended = standing === 'done' ? tasks.at(-1)?.endedAt : null;
	return ended ? sayWhen(ended, here) : m.requests_step_confirm_later();
}

async function helperCards(scope: Scope, { request, tasks }: Known, here: Here): Promise<HelperCard[]> {
	const ids = tasks.map(({ personId }) => personId);
	const people = new Map((await peopleByIds(scope, ids)).map((person) => [person.id, person]));
	const skills = await skillsOf(scope, ids);
	const history = await historyWith(scope, request.forPersonId);
	const cards: HelperCard[] = [];
	for (const task of tasks) {
		const person = people.get(task.personId);
		if (!person) continue;
		const own = skills.filter(({ personId }) => personId === person.id);
		const card = await cardOf(scope, person.id);
		const helps = history.get(person.id)?.helps ?? 0;
		cards.push({
			taskId: task.id,
			name: person.name,
			partyMember: card?.partyMember ?? false,
			about: aboutWords(request, task, own, helps, here),
			when: saySpan(helpSpan(task), here),
			state: task.status,
			done: doneWords(task, person),
			mayCall: mayCall(task, here.now)
		});
	}
	return cards;
}

type Held = Awaited<ReturnType<typeof skillsOf>>;

function aboutWords(request: RequestRow, task: TaskRow, skills: Held, helps: number, here: Here): string {
	const skill = isNeed(request.need) ? needs[request.need].skill : null;
	const held =
		skill && holds(skills as Parameters<typeof holds>[0], skill, 1, true, dayOf(here.now, here.zone));
	// this very help is among them once it is confirmed
	const before = helps - (task.status === 'confirmed' || task.status === 'resolved' ? 1 : 0);
	return [
		held ? m.requests_skill_confirmed({ skill: skillName(held.skill) }) : null,
		before > 0 ? m.requests_helped_before({ count: before }) : m.requests_first_time()
	]
		.filter((part) => part !== null)
		.join(' · ');
}

function doneWords({ status, minutes }: TaskRow, { name }: PersonRow): string | null {
	if (status === 'planned' || status === 'under_way' || minutes === null) return null;
	return m.requests_helper_done({ name, minutes: sayMinutes(minutes) });
}
