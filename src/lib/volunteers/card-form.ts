import type { Gender } from '#lib/accounts/people.ts';
import type { Day } from '#lib/shared/time.ts';
import type { SkillLevel } from '#lib/skills/skills.ts';
import type { SkillKey } from '#lib/skills/vocabulary.ts';
import type { WeeklySpan } from './hours.ts';
import type { HealthLimit, Language, Team } from './volunteers.ts';

/** A skill as someone says it of themselves. */
export interface SaidSkill {
	skill: SkillKey;
	level: SkillLevel;
}

/** What a registration card 登记卡 tells (seed 003). */
export interface CardAnswers {
	/** Written down only where the community does not know it yet. */
	gender: Gender | null;
	bornOn: Day | null;
	occupation: string | null;
	employer: string | null;
	partyMember: boolean;
	partyBranch: string | null;
	strengths: string | null;
	/** In words of the community's language, so that they can be compared and said. */
	hobbies: string[];
	willingness: Team[];
	languages: Language[];
	healthLimits: HealthLimit[];
	/** Metres on foot. */
	reachMetres: number;
	/** Tasks at a time. */
	activeTasksMax: number;
	weeklyMinutesMax: number;
	skills: SaidSkill[];
	hours: WeeklySpan[];
}

/** One screen's worth of answers. */
export type CardChanges = Partial<CardAnswers>;

/** How far one goes, metres: the next buildings, the ten-minute circle (seed 001), the quarter, anywhere. */
export const reaches = [300, 800, 2_000, 20_000] as const;
export const tasksAtATime = [1, 2, 3, 5] as const;
/** Minutes a week. */
export const weeklyMinutes = [60, 120, 240, 480] as const;

/** What stands on a card before anything is said. */
export const blankCard = {
	hobbies: [],
	willingness: [],
	languages: ['mandarin'],
	healthLimits: [],
	reachMetres: 800,
	activeTasksMax: 2,
	weeklyMinutesMax: 120
} satisfies CardChanges;

/** The most characters of each free answer. */
export const longest = { word: 20, line: 60, strengths: 300 } as const;
export const mostHobbies = 12;
/** The longest absence, days. */
export const longestAbsence = 366;

/** Rises when the words about risk, pay and leaving change (志愿服务条例 12, 25); the event of handing in keeps it. */
export const termsVersion = 1;

/** The tiers with the person's own number among them where it is none of them, ascending. */
export function withOwn(tiers: readonly number[], own: number): number[] {
	return [...new Set([...tiers, own])].sort((a, b) => a - b);
}

/** The screens of the card, in order. */
export const cardSteps = ['skills', 'time', 'wishes', 'about'] as const;
export type CardStep = (typeof cardSteps)[number];

/** Skills that neighbours ask for most, shown first. */
export const commonSkills: readonly SkillKey[] = [
	'lending_a_hand',
	'shopping',
	'companionship',
	'hospital_company',
	'phone_use',
	'cleaning',
	'delivery',
	'moving',
	'plumbing',
	'electrics',
	'homework_supervision',
	'reading_aloud'
];

/** Hobbies typed in a line, with commas or spaces of any kind between, added to those that were ticked. */
export function readHobbies(ticked: readonly string[], typed: string): string[] {
	const words = typed.split(/[\s,，、;；]+/u).map((word) => [...word].slice(0, longest.word).join(''));
	return [...new Set([...ticked, ...words])].filter(Boolean).slice(0, mostHobbies);
}
