import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { needGroupKeys, needKeys } from './needs.ts';
import { skillLevels } from './skills.ts';
import { skillCategories, skillKeys, themes } from './vocabulary.ts';
import {
	levelName,
	needGroupName,
	needHint,
	needName,
	skillCategoryName,
	skillName,
	themeName
} from './words.ts';

const locales = ['zh-CN', 'en'] as const;

function messages(locale: string): Record<string, string> {
	return JSON.parse(
		readFileSync(new URL(`../../../messages/${locale}/skills.json`, import.meta.url), 'utf8')
	);
}

const keys = [
	...skillLevels.map((key) => `skills_level_${key}`),
	...themes.map((key) => `skills_theme_${key}`),
	...skillCategories.map((key) => `skills_category_${key}`),
	...skillKeys.map((key) => `skills_name_${key}`),
	...needGroupKeys.map((key) => `skills_group_${key}`),
	...needKeys.map((key) => `skills_need_${key}`),
	...needKeys.map((key) => `skills_hint_${key}`)
].toSorted();

describe.each(locales)('words in %s', (locale) => {
	const words = messages(locale);

	test('every key has words and no words are left over', () => {
		expect(Object.keys(words).toSorted()).toEqual(keys);
		for (const key of keys) expect(words[key]?.trim()).toBeTruthy();
	});

	test('each word is found under its own key', () => {
		for (const key of skillLevels) expect(levelName(key, locale)).toBe(words[`skills_level_${key}`]);
		for (const key of themes) expect(themeName(key, locale)).toBe(words[`skills_theme_${key}`]);
		for (const key of skillCategories)
			expect(skillCategoryName(key, locale)).toBe(words[`skills_category_${key}`]);
		for (const key of skillKeys) expect(skillName(key, locale)).toBe(words[`skills_name_${key}`]);
		for (const key of needGroupKeys) expect(needGroupName(key, locale)).toBe(words[`skills_group_${key}`]);
		for (const key of needKeys) expect(needName(key, locale)).toBe(words[`skills_need_${key}`]);
		for (const key of needKeys) expect(needHint(key, locale)).toBe(words[`skills_hint_${key}`]);
	});

	test('no two skills and no two needs are called the same', () => {
		expect(new Set(skillKeys.map((key) => skillName(key, locale))).size).toBe(skillKeys.length);
		expect(new Set(needKeys.map((key) => needName(key, locale))).size).toBe(needKeys.length);
	});
});

test('Chinese speaks to people as 您, and English holds no Chinese', () => {
	expect(Object.values(messages('zh-CN')).filter((word) => word.includes('你'))).toEqual([]);
	expect(Object.values(messages('en')).filter((word) => /\p{Script=Han}/u.test(word))).toEqual([]);
});
