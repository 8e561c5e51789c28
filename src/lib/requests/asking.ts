import { isId } from '#lib/shared/ids.ts';
import { dayOf, isDay, type Day } from '#lib/shared/time.ts';
import { isNeed, needGroupKeys, needs, needsIn, type NeedGroup, type NeedKey } from '#lib/skills/needs.ts';
import { languages, type Language } from '#lib/volunteers/volunteers.ts';
import { mostPeople, type Presence } from './requests.ts';
import { dayParts, whenChoices, windowsFor, type DayPart, type When, type Wish } from './windows.ts';

/**
 * The questions of a request, one a screen. Answers stand in the address, so that back, refresh and a link in a chat
 * work without scripts; what is sensitive is asked last and never put there.
 */
export const askSteps = ['group', 'need', 'when', 'where', 'helper', 'check'] as const;
export type AskStep = (typeof askSteps)[number];

/** The answers to where: the home of the one helped, another building, around the community, or on the telephone. */
export const whereChoices = ['home', 'building', 'outside', 'telephone'] as const;
export type Where = (typeof whereChoices)[number];

/** What was answered so far; null is not yet, or nothing that can be. */
export interface Answers {
	group: NeedGroup | null;
	need: NeedKey | null;
	when: When | null;
	part: DayPart;
	date: Day | null;
	where: Where | null;
	building: string | null;
	people: number | null;
	gender: 'female' | 'male' | null;
	genderMust: boolean;
	language: Language | null;
	languageMust: boolean;
	/** Staff ask for this person. */
	for: string | null;
	/** The request that is asked once more. */
	again: string | null;
	/** The open request that is changed. */
	edit: string | null;
}

/** What the answers are held against. */
export interface AskFacts {
	/** An organisation asks: it has needs of its own. */
	forUnits: boolean;
	/** The building where the one helped lives. */
	homeBuilding: string | null;
	buildings: ReadonlySet<string>;
	now: Date;
	zone: string;
}

/** The first question that is still open: its step, the name of its input, and what is wrong. */
export interface Gap {
	step: AskStep;
	field: string;
	problem: 'choose' | 'past' | 'building' | 'people';
}

function oneOf<T extends string>(known: readonly T[], value: string | null): T | null {
	return known.find((one) => one === value) ?? null;
}

function readPeople(value: string | null): number | null {
	const count = Number(value);
	return value && Number.isInteger(count) && count >= 1 && count <= mostPeople ? count : null;
}

/** The answers in an address. Anything that cannot be an answer counts as none. */
export function readAnswers(params: URLSearchParams, forUnits = false): Answers {
	const id = (name: string) => {
		const value = params.get(name);
		return isId(value) ? value : null;
	};
	const group = onlyGroup(forUnits) ?? oneOf(needGroupKeys, params.get('group'));
	const given = params.get('need') ?? '';
	const need = isNeed(given) && (!group || needs[given].group === group) ? given : null;
	const date = params.get('date');
	return {
		group: group ?? (need && needs[need].group),
		need: need ?? (group && onlyNeed(group, forUnits)),
		when: oneOf(whenChoices, params.get('when')),
		part: oneOf(dayParts, params.get('part')) ?? 'any',
		date: date && isDay(date) ? date : null,
		where: oneOf(whereChoices, params.get('where')),
		building: id('building'),
		people: readPeople(params.get('people')),
		gender: oneOf(['female', 'male'], params.get('gender')),
		genderMust: params.has('genderMust'),
		language: oneOf(languages, params.get('language')),
		languageMust: params.has('languageMust'),
		for: id('for'),
		again: id('again'),
		edit: id('edit')
	};
}

/** The tiles of the first question. */
export function groupsFor(forUnits: boolean): NeedGroup[] {
	return needGroupKeys.filter((group) => needsIn(group, forUnits).length > 0);
}

function onlyGroup(forUnits: boolean): NeedGroup | null {
	const groups = groupsFor(forUnits);
	return groups.length === 1 ? groups[0]! : null;
}

function onlyNeed(group: NeedGroup, forUnits: boolean): NeedKey | null {
	const found = needsIn(group, forUnits);
	return found.length === 1 ? found[0]! : null;
}

/** True for a question that has one answer only, so that nobody is asked. */
export function isSkipped(step: AskStep, { group }: Answers, forUnits: boolean): boolean {
	if (step === 'group') return onlyGroup(forUnits) !== null;
	return step === 'need' && group !== null && onlyNeed(group, forUnits) !== null;
}

/** The answers as the pairs of an address, those that say nothing left out. */
export function answerPairs(answers: Partial<Answers>): [string, string][] {
	return Object.entries(answers).flatMap(([name, value]: [string, string | number | boolean | null]) => {
		const silent = value === null || value === false || (name === 'part' && value === 'any');
		return silent ? [] : [[name, value === true ? 'on' : String(value)] as [string, string]];
	});
}

/** The address of a step, from the community's `/help/new` on. */
export function askQuery(answers: Partial<Answers>, step: AskStep, then?: AskStep): string {
	const pairs = [...answerPairs(answers), ['step', step] as [string, string]];
	if (then) pairs.push(['then', then]);
	return `?${new URLSearchParams(pairs)}`;
}

/** Where the help happens and in which building, from the answer to where; null as long as that is open. */
export function placeOf(
	{ where, building }: Pick<Answers, 'where' | 'building'>,
	home: string | null
): { presence: Presence; buildingId: string | null } | null {
	switch (where) {
		case null:
			return null;
		case 'home':
			return home ? { presence: 'home', buildingId: home } : null;
		case 'building':
			return building ? { presence: 'home', buildingId: building } : null;
		case 'outside':
			return { presence: 'outside', buildingId: home };
		case 'telephone':
			return { presence: 'telephone', buildingId: null };
	}
}

/** The wish in the answers; null as long as nothing was chosen. */
export function wishIn({ when, part, date }: Answers): Wish | null {
	return when && { when, part, ...(when === 'date' && date ? { date } : {}) };
}

/** The first question that is not answered as it must be, in their order; null when the request can be sent. */
export function firstGap(answers: Answers, facts: AskFacts): Gap | null {
	const { group, need, people } = answers;
	if (!group) return { step: 'group', field: 'group', problem: 'choose' };
	if (!need || needs[need].forUnits !== facts.forUnits)
		return { step: 'need', field: 'need', problem: 'choose' };
	return (
		whenGap(answers, need, facts) ??
		whereGap(answers, facts) ??
		(people === null ? { step: 'helper', field: 'people', problem: 'people' } : null)
	);
}

function whenGap(answers: Answers, need: NeedKey, facts: AskFacts): Gap | null {
	const wish = wishIn(answers);
	if (!wish) return { step: 'when', field: 'when', problem: 'choose' };
	if (wish.when === 'date' && !wish.date) return { step: 'when', field: 'date', problem: 'choose' };
	if (isPossible(wish, need, facts)) return null;
	return { step: 'when', field: wish.when === 'date' ? 'date' : 'when', problem: 'past' };
}

/** True where the wish leaves time for the help. */
export function isPossible(
	wish: Wish,
	need: NeedKey,
	{ now, zone }: Pick<AskFacts, 'now' | 'zone'>
): boolean {
	return windowsFor(wish, dayOf(now, zone), now, needs[need].minutes, zone).length > 0;
}

function whereGap(answers: Answers, { homeBuilding, buildings }: AskFacts): Gap | null {
	const { where, building } = answers;
	if (!where || (where === 'home' && !homeBuilding))
		return { step: 'where', field: 'where', problem: 'choose' };
	if (where === 'building' && !(building && buildings.has(building))) {
		return { step: 'where', field: 'building', problem: 'building' };
	}
	return null;
}

/** The places that make sense for a need; those without a known home are not offered it. */
export function placesFor(need: NeedKey, homeBuilding: string | null): Where[] {
	const { presence } = needs[need];
	const onTelephone = presence === 'telephone' || presence === 'either';
	return whereChoices.filter(
		(where) => (where !== 'home' || homeBuilding !== null) && (where !== 'telephone' || onTelephone)
	);
}

/** The place that is chosen already when the question comes. */
export function usualPlace(need: NeedKey, homeBuilding: string | null): Where | null {
	const { presence } = needs[need];
	if (presence === 'outside' || presence === 'telephone') return presence;
	return homeBuilding ? 'home' : null;
}

/** True where more than one helper may be asked for. */
export function asksPeople(need: NeedKey): boolean {
	return needs[need].people > 1;
}

/** True for what says nothing by itself: it takes words of one's own. */
export function needsTitle(need: NeedKey): boolean {
	return need === 'anything_else';
}

/** The step to show: the one asked for, or the first that is open before it. */
export function stepToShow(
	asked: string | null,
	gap: Gap | null,
	answers: Answers,
	forUnits: boolean
): AskStep {
	const wanted = askSteps.indexOf(oneOf(askSteps, asked) ?? 'group');
	const open = gap ? askSteps.indexOf(gap.step) : askSteps.length;
	const shown = askSteps.slice(Math.min(wanted, open)).find((step) => !isSkipped(step, answers, forUnits));
	return shown ?? 'check';
}

/** The step before, past those that are skipped; null at the first one. */
export function stepBefore(step: AskStep, answers: Answers, forUnits: boolean): AskStep | null {
	const before = askSteps.slice(0, askSteps.indexOf(step));
	return before.findLast((one) => !isSkipped(one, answers, forUnits)) ?? null;
}
