import { levelName, skillName } from '#lib/skills/words.ts';
import type { Names } from './words.ts';

const languages: Record<string, [zh: string, en: string]> = {
	mandarin: ['普通话', 'Mandarin'],
	local_dialect: ['本地话', 'the local dialect'],
	sign: ['手语', 'sign language']
};

/** Names for tests; languages get theirs from the volunteers' card in the app. */
export const names: Names = {
	skill: skillName,
	level: levelName,
	language: (key, locale) => languages[key]?.[locale === 'en' ? 1 : 0] ?? key
};
