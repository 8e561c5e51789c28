import { levelName, skillName } from '#lib/skills/words.ts';
import { languageName } from '#lib/volunteers/words.ts';
import type { Names } from './words.ts';

/** Names of skills, levels and languages for the sentences of this room. */
export const names: Names = { skill: skillName, level: levelName, language: languageName };
