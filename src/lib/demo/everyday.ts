import type { SkillKey } from '#lib/skills/vocabulary.ts';
import { vocabulary } from '#lib/skills/vocabulary.ts';
import { teams, type HealthLimit, type Language, type Team } from '#lib/volunteers/volunteers.ts';
import type { Random } from './random.ts';

/** What matters of someone for what people like, can and cannot do beside their work. */
export interface Someone {
	age: number;
	gender: 'female' | 'male';
}

const always = () => true;

/** Skills that need no trade: the share of the people named who offer them. */
const everydaySkills: [SkillKey, number, (one: Someone) => boolean][] = [
	['companionship', 0.38, always],
	['shopping', 0.32, always],
	['lending_a_hand', 0.3, always],
	['cleaning', 0.2, always],
	['hospital_company', 0.24, always],
	['delivery', 0.14, always],
	['street_cleaning', 0.22, always],
	['event_organising', 0.1, always],
	['reading_aloud', 0.1, always],
	['paperwork_errands', 0.12, always],
	['waste_sorting', 0.1, always],
	['gardening', 0.07, always],
	['pet_care', 0.05, always],
	['cooking', 0.1, ({ gender }) => gender === 'female'],
	['dance', 0.12, ({ gender }) => gender === 'female'],
	['child_care', 0.07, ({ gender, age }) => gender === 'female' && age < 60],
	['elder_care', 0.06, ({ gender }) => gender === 'female'],
	['moving', 0.26, ({ gender, age }) => gender === 'male' && age < 52],
	['patrol', 0.14, ({ gender }) => gender === 'male'],
	['phone_use', 0.3, ({ age }) => age < 45],
	['online_payments', 0.12, ({ age }) => age < 45],
	['computer_use', 0.14, ({ age }) => age < 45],
	['tai_chi', 0.2, ({ age }) => age >= 58],
	['chess', 0.12, ({ age }) => age >= 50]
];

/** What someone offers beside the skills of the trade. */
export function everydaySkillsOf(random: Random, someone: Someone): SkillKey[] {
	return everydaySkills
		.filter(([, share, fits]) => fits(someone) && random.chance(share))
		.map(([skill]) => skill);
}

const hobbies = [
	'象棋',
	'书法',
	'太极拳',
	'广场舞',
	'养花',
	'钓鱼',
	'摄影',
	'唱戏',
	'合唱',
	'做菜',
	'散步',
	'看书',
	'乒乓球',
	'羽毛球',
	'手工',
	'乐器'
];

export function hobbiesOf(random: Random): string[] {
	return random.shuffled(hobbies).slice(0, random.int(1, 3));
}

export function languagesOf(random: Random, { age }: Someone): Language[] {
	const more: [Language, number][] = [
		['local_dialect', age > 45 ? 0.78 : 0.38],
		['wu', 0.06],
		['sichuan', 0.03],
		['english', age < 40 ? 0.18 : 0.02]
	];
	return ['mandarin', ...more.filter(([, share]) => random.chance(share)).map(([language]) => language)];
}

export function healthLimitsOf(random: Random, { age, gender }: Someone): HealthLimit[] {
	const heavy = age >= 62 ? 0.5 : gender === 'female' && age >= 50 ? 0.2 : 0;
	const limits: [HealthLimit, number][] = [
		['no_lifting', heavy],
		['no_stairs', age >= 65 ? 0.12 : 0],
		['no_nights', age >= 60 ? 0.2 : 0.02]
	];
	return limits.filter(([, share]) => random.chance(share)).map(([limit]) => limit);
}

/** The teams for which someone signs up: those that the skills belong to (便民, 安民, 济困, 带富; seed 003). */
export function willingnessFor(skills: readonly SkillKey[]): Team[] {
	const themes = new Set(skills.map((skill) => vocabulary[skill].theme));
	return teams.filter((team) => themes.has(team));
}
