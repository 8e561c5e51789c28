import { m } from '#lib/paraglide/messages.js';
import { dayOf, type Day } from '#lib/shared/time.ts';
import { skillLevels, type HeldSkill } from '#lib/skills/skills.ts';
import { skillCategories, skillKeys, vocabulary, type SkillKey } from '#lib/skills/vocabulary.ts';
import { levelName, skillCategoryName, skillName } from '#lib/skills/words.ts';
import { sayDay, sayMinutes, type Here } from '#lib/ui/dates.ts';
import { commonSkills, type CardStep } from './card-form.ts';
import { missing, type Missing, type WholeCard } from './cards.server.ts';
import { dayParts, gridDays, partMinutes } from './hours.ts';
import type { HealthLimit, Language, Team } from './volunteers.ts';
import {
	cardStateName,
	dayPartName,
	dayPartShort,
	healthLimitName,
	hobbyName,
	hoursWords,
	languageName,
	longDay,
	reachName,
	teamName,
	weekdayName
} from './words.ts';

/** A skill to tick. */
export interface SkillChoice {
	value: SkillKey;
	label: string;
	/** 0 where it is not held. */
	level: number;
	confirmed: boolean;
}

export interface SkillGroup {
	title: string;
	skills: SkillChoice[];
}

/** All skills to tick: the common ones first, then the others by category. */
export function skillGroups(held: readonly HeldSkill[]): SkillGroup[] {
	const choice = (value: SkillKey): SkillChoice => {
		const own = held.find(({ skill }) => skill === value);
		return { value, label: skillName(value), level: own?.level ?? 0, confirmed: Boolean(own?.confirmedAt) };
	};
	const others = skillKeys.filter((key) => !commonSkills.includes(key));
	return [
		{ title: m.volunteers_skills_common(), skills: commonSkills.map(choice) },
		...skillCategories.map((category) => ({
			title: skillCategoryName(category),
			skills: others.filter((key) => vocabulary[key].category === category).map(choice)
		}))
	].filter(({ skills }) => skills.length > 0);
}

export function levelChoices(): { value: string; label: string }[] {
	return skillLevels.map((level) => ({ value: String(level), label: levelName(level) }));
}

/** Rows and columns of the grid of hours. */
export function gridWords() {
	const clock = (minute: number) => String(minute / 60).replace('.5', ':30');
	return {
		days: gridDays.map((value) => ({ value, label: weekdayName(value) })),
		parts: dayParts.map((value) => ({
			value,
			label: dayPartName(value),
			short: dayPartShort(value),
			hours: partMinutes[value].map(clock).join('–')
		}))
	};
}

const missingWords: Record<Missing, { words: () => string; step: CardStep }> = {
	skills: { words: m.volunteers_missing_skills, step: 'skills' },
	hours: { words: m.volunteers_missing_hours, step: 'time' },
	gender: { words: m.volunteers_missing_gender, step: 'about' },
	bornOn: { words: m.volunteers_missing_bornOn, step: 'about' }
};

/** The card as its holder reads it. */
export function cardPage(whole: WholeCard, { now, zone }: Here) {
	const { card, skills } = whole;
	const today = dayOf(now, zone);
	return {
		status: card.status,
		statusWords: cardStateName(card.status),
		expired: card.status === 'approved' && card.expiresOn !== null && card.expiresOn < today,
		until: card.expiresOn && longDay(card.expiresOn),
		returnReason: card.returnReason,
		skills: skills.map(({ skill, level, confirmedAt }) => ({
			name: `${skillName(skill)} · ${levelName(level)}`,
			confirmed: confirmedAt !== null
		})),
		hours: hoursWords(whole.hours),
		reach: reachName(card.reachMetres),
		wishes: wishesWords(whole),
		about: aboutWords(whole),
		absences: whole.absences.map(({ id, fromDay, toDay }) => ({
			id,
			span: awayWords(fromDay, toDay, today)
		})),
		missing: missing(whole).map((one) => ({
			words: missingWords[one].words(),
			step: missingWords[one].step
		})),
		hasHealthLimits: card.healthLimits.length > 0
	};
}

function awayWords(from: Day, to: Day, today: Day): string {
	const first = sayDay(from, today);
	return from === to ? first : m.volunteers_away_span({ from: first, to: sayDay(to, today) });
}

function wishesWords({ card }: WholeCard): string[] {
	const atATime =
		card.activeTasksMax === 1
			? m.volunteers_at_a_time_one()
			: m.volunteers_at_a_time({ count: card.activeTasksMax });
	return [
		card.willingness.map((team) => teamName(team as Team)).join(' · '),
		[m.volunteers_per_week({ time: sayMinutes(card.weeklyMinutesMax) }), atATime].join(' · '),
		card.languages.map((language) => languageName(language as Language)).join(' · '),
		card.healthLimits.map((limit) => healthLimitName(limit as HealthLimit)).join(' · ')
	].filter(Boolean);
}

function aboutWords({ card, person }: WholeCard): string[] {
	const gender = person.gender === 'female' ? m.volunteers_gender_female() : m.volunteers_gender_male();
	return [
		[person.gender && gender, person.bornOn && longDay(person.bornOn)].filter(Boolean).join(' · '),
		[card.occupation, card.employer].filter(Boolean).join(' · '),
		card.partyMember ? [m.volunteers_party_member(), card.partyBranch].filter(Boolean).join(' · ') : '',
		card.strengths ?? '',
		card.hobbies.map(hobbyName).join(' · ')
	].filter(Boolean);
}
