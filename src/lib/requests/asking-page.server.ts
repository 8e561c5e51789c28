import { m } from '#lib/paraglide/messages.js';
import { addDays, dayOf } from '#lib/shared/time.ts';
import { needGroups, needs, needsIn, type NeedGroup, type NeedKey } from '#lib/skills/needs.ts';
import { needGroupName, needHint, needName } from '#lib/skills/words.ts';
import { sayMinutes } from '#lib/ui/dates.ts';
import type { ChoiceOption, FieldError, Option, Tone } from '#lib/ui/ui.ts';
import { languages } from '#lib/volunteers/volunteers.ts';
import { languageName } from '#lib/volunteers/words.ts';
import {
	answerPairs,
	askQuery,
	askSteps,
	asksPeople,
	groupsFor,
	isPossible,
	placesFor,
	stepBefore,
	usualPlace,
	wishIn,
	type Answers,
	type AskStep,
	type Gap,
	type Where
} from './asking.ts';
import type { Asking } from './asking.server.ts';
import { mostPeople } from './requests.ts';
import { dayParts, whenChoices, type When } from './windows.ts';
import { partHours, partName, placeWords, whenHint, whenName, wishWords } from './words.ts';

/** Which answers each question gives; the others travel along unseen. */
const fieldsOf: Record<AskStep, (keyof Answers)[]> = {
	group: ['group', 'need'],
	need: ['need'],
	when: ['when', 'part', 'date'],
	where: ['where', 'building'],
	helper: ['people', 'gender', 'genderMust', 'language', 'languageMust'],
	check: []
};

const groupTones: Record<NeedGroup, Tone> = {
	home_repairs: 'red',
	errands: 'amber',
	medical: 'green',
	digital: 'blue',
	company: 'red',
	learning: 'amber',
	advice: 'green',
	other: 'blue'
};

/** The frame of a question: where it stands among the others, and what its form carries along. */
export function frame(asking: Asking, step: AskStep, then: AskStep | null, gap: Gap | null) {
	const { answers, facts } = asking;
	const next = askSteps[askSteps.indexOf(step) + 1] ?? 'check';
	const own = new Set<string>(fieldsOf[step]);
	const before = then && !gap ? ('check' as const) : stepBefore(step, answers, facts.forUnits);
	return {
		step,
		number: askSteps.indexOf(step) + 1,
		of: askSteps.length,
		hidden: [
			...answerPairs(answers).filter(([name]) => !own.has(name)),
			['from', step],
			['step', then ?? next],
			...(then ? [['then', then]] : [])
		] as [string, string][],
		before: before && askQuery(answers, before),
		banner: bannerOf(asking)
	};
}

function bannerOf({ answers, helped, forOther }: Asking): string | null {
	const name = forOther && helped ? m.requests_asking_for({ name: helped.name }) : null;
	return (
		[answers.edit ? m.requests_editing() : null, name].filter((part) => part !== null).join(' · ') || null
	);
}

/** What is wrong with an answer, beside its input. */
export function gapWords({ field, problem }: Gap): FieldError {
	const words = {
		choose: field === 'date' ? m.requests_choose_date() : m.requests_choose_one(),
		past: m.requests_past(),
		building: m.requests_choose_building(),
		people: m.requests_people_between({ most: mostPeople })
	};
	return { field, message: words[problem] };
}

/** The tiles of the first question. */
export function groupTiles(forUnits = false): ChoiceOption[] {
	return groupsFor(forUnits).map((group) => ({
		value: group,
		label: needGroupName(group),
		icon: needGroups[group].icon,
		tone: groupTones[group]
	}));
}

/** The icon and tint of a kind of help. */
export function needLook(need: NeedKey): { icon: (typeof needs)[NeedKey]['icon']; tone: Tone } {
	return { icon: needs[need].icon, tone: groupTones[needs[need].group] };
}

function needTiles(group: NeedGroup, forUnits: boolean): ChoiceOption[] {
	return needsIn(group, forUnits).map((need) => ({
		value: need,
		label: needName(need),
		hint: `${needHint(need)} ${m.requests_usual_minutes({ minutes: sayMinutes(needs[need].minutes) })}`,
		...needLook(need)
	}));
}

function whenTiles(need: NeedKey | null, { facts }: Asking): ChoiceOption[] {
	const today = dayOf(facts.now, facts.zone);
	const late = (when: When) =>
		when === 'today' && need !== null && !dayParts.some((part) => isPossible({ when, part }, need, facts));
	return whenChoices.map((when) => ({
		value: when,
		label: whenName(when),
		...(late(when) ? { reason: m.requests_when_too_late() } : { hint: whenHint(when, today) })
	}));
}

/** When: the day and the part of it. Days up to half a year ahead can be chosen. */
export function whenQuestion(asking: Asking) {
	const { answers, facts } = asking;
	const today = dayOf(facts.now, facts.zone);
	return {
		options: whenTiles(answers.need, asking),
		value: answers.when ?? '',
		parts: dayParts.map((part) => ({
			value: part,
			label: partName(part),
			hint: part === 'any' ? undefined : partHours(part)
		})),
		part: answers.part,
		date: answers.date ?? '',
		firstDay: today,
		lastDay: addDays(today, 180)
	};
}

function buildingOptions({ buildings }: Asking, english: boolean): Option[] {
	return buildings.map(({ id, name, nameEn }) => ({ value: id, label: english ? nameEn : name }));
}

function homeWords({ helped, forOther, home }: Asking, english: boolean): { label: string; hint?: string } {
	const label =
		forOther && helped ? m.requests_where_their_home({ name: helped.name }) : m.requests_where_home();
	return { label, ...(home ? { hint: english ? home.buildingEn : home.building } : {}) };
}

function whereQuestion(asking: Asking, need: NeedKey, english: boolean) {
	const { answers, facts } = asking;
	const tiles: Record<Where, Omit<ChoiceOption, 'value'>> = {
		home: { ...homeWords(asking, english), icon: 'house', tone: 'green' },
		building: { label: m.requests_where_building(), icon: 'building', tone: 'amber' },
		outside: {
			label: m.requests_where_outside(),
			hint: m.requests_where_outside_hint(),
			icon: 'map-pin',
			tone: 'blue'
		},
		telephone: {
			label: m.requests_where_telephone(),
			hint: m.requests_where_telephone_hint(),
			icon: 'phone',
			tone: 'red'
		}
	};
	return {
		options: placesFor(need, facts.homeBuilding).map((value) => ({ value, ...tiles[value] })),
		value: answers.where ?? usualPlace(need, facts.homeBuilding) ?? '',
		buildings: buildingOptions(asking, english),
		building: answers.building ?? '',
		homeUnknown: asking.helped !== null && facts.homeBuilding === null
	};
}

function helperQuestion({ answers }: Asking, need: NeedKey) {
	return {
		asksPeople: asksPeople(need),
		people: String(answers.people ?? needs[need].people),
		usualPeople: needs[need].people,
		mostPeople,
		gender: answers.gender ?? '',
		genderMust: answers.genderMust,
		languages: languages.map((value) => ({ value, label: languageName(value) })),
		language: answers.language ?? '',
		languageMust: answers.languageMust
	};
}

/** One line of the answers, with the way back to its question. */
export interface CheckRow {
	label: string;
	value: string;
	href: string;
}

function checkRows(asking: Asking, english: boolean): CheckRow[] {
	const { answers, facts } = asking;
	const wish = wishIn(answers);
	const change = (step: AskStep) => askQuery(answers, step, 'check');
	return [
		{
			label: m.requests_check_need(),
			value: answers.need ? needName(answers.need) : '',
			href: change('group')
		},
		{
			label: m.requests_check_when(),
			value: wish ? wishWords(wish, dayOf(facts.now, facts.zone)) : '',
			href: change('when')
		},
		{ label: m.requests_check_where(), value: whereWords(asking, english), href: change('where') },
		{ label: m.requests_check_helper(), value: helperWords(answers), href: change('helper') }
	];
}

function whereWords(asking: Asking, english: boolean): string {
	const { where, building } = asking.answers;
	if (where === 'home') {
		const { label, hint } = homeWords(asking, english);
		return hint ? `${label} · ${hint}` : label;
	}
	const named = buildingOptions(asking, english).find(({ value }) => value === building)?.label ?? null;
	return where ? placeWords(where, named) : '';
}

function helperWords({ people, gender, genderMust, language, languageMust }: Answers): string {
	const must = (wish: string, isMust: boolean) => (isMust ? m.requests_check_must({ wish }) : wish);
	const wishes = [
		people && people > 1 ? m.requests_check_people({ count: people }) : null,
		gender && must(gender === 'female' ? m.requests_female() : m.requests_male(), genderMust),
		language && must(languageName(language), languageMust)
	].filter((wish) => wish !== null);
	return wishes.length > 0 ? wishes.join(' · ') : m.requests_no_wish();
}

/** The question of a step with its answers in words; each page shows one. */
export function question(asking: Asking, step: AskStep, english: boolean) {
	const { answers, facts } = asking;
	const { group, need } = answers;
	return {
		group: step === 'group' ? { options: groupTiles(facts.forUnits), value: group ?? '' } : null,
		need: step === 'need' && group ? { options: needTiles(group, facts.forUnits), value: need ?? '' } : null,
		when: step === 'when' || step === 'check' ? whenQuestion(asking) : null,
		where: step === 'where' && need ? whereQuestion(asking, need, english) : null,
		helper: step === 'helper' && need ? helperQuestion(asking, need) : null,
		rows: step === 'check' ? checkRows(asking, english) : null
	};
}
