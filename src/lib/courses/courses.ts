import type { SkillLevel } from '#lib/skills/skills.ts';
import type { SkillKey } from '#lib/skills/vocabulary.ts';

/** What a course teaches, as its form says it. Skill and level stand together or not at all. */
export interface SaidCourse {
	teacher: string;
	material: string;
	/** Percent of the dates held. */
	threshold: number;
	skill: SkillKey | null;
	level: SkillLevel | null;
	/** How long the skill counts; null: for good. */
	months: number | null;
}

/** What most courses ask for. */
export const usualThreshold = 80;
