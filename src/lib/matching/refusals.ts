import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/paraglide/runtime.js';
import type { Params } from '#lib/shared/errors.ts';
import type { SkillLevel } from '#lib/skills/skills.ts';
import type { SkillKey } from '#lib/skills/vocabulary.ts';
import type { GateCode, Refusal, RelaxableGate } from './matching.ts';
import type { Relaxation } from './relaxation.ts';
import { dayWords, distanceWords, languageWords, type Names } from './words.ts';

const names: Record<GateCode, typeof m.matching_gate_consent> = {
	consent: m.matching_gate_consent,
	card: m.matching_gate_card,
	card_expired: m.matching_gate_card_expired,
	skill: m.matching_gate_skill,
	skill_level: m.matching_gate_skill_level,
	skill_confirmed: m.matching_gate_skill_confirmed,
	time: m.matching_gate_time,
	active_tasks: m.matching_gate_active_tasks,
	weekly_minutes: m.matching_gate_weekly_minutes,
	reach: m.matching_gate_reach,
	gender: m.matching_gate_gender,
	language: m.matching_gate_language,
	vetted: m.matching_gate_vetted,
	insured: m.matching_gate_insured,
	age_unknown: m.matching_gate_age_unknown,
	minor: m.matching_gate_minor,
	health: m.matching_gate_health,
	own: m.matching_gate_own,
	household: m.matching_gate_household,
	excluded: m.matching_gate_excluded,
	declined: m.matching_gate_declined
};

/** Two or three words for many people at once: 无此技能 131 · 没空 24. */
export function gateName(code: GateCode, locale?: Locale): string {
	return names[code]({}, { locale });
}

type Sentence = (params: Params, names: Names, locale?: Locale) => string;

const sentences: Partial<Record<GateCode, Sentence>> = {
	card_expired: ({ on }, _, locale) =>
		m.matching_refusal_card_expired({ day: dayWords(String(on), { year: true, locale }) }, { locale }),
	skill: (params, words, locale) =>
		m.matching_refusal_skill({ skill: skillIn(params, words, locale) }, { locale }),
	skill_level: (params, words, locale) =>
		m.matching_refusal_skill_level(
			{
				skill: skillIn(params, words, locale),
				held: words.level(params.held as SkillLevel, locale),
				asked: words.level(params.asked as SkillLevel, locale)
			},
			{ locale }
		),
	skill_confirmed: (params, words, locale) =>
		m.matching_refusal_skill_confirmed({ skill: skillIn(params, words, locale) }, { locale }),
	active_tasks: ({ active, max }, _, locale) =>
		m.matching_refusal_active_tasks({ active: Number(active), max: Number(max) }, { locale }),
	weekly_minutes: ({ minutes, max }, _, locale) =>
		m.matching_refusal_weekly_minutes({ minutes: Number(minutes), max: Number(max) }, { locale }),
	reach: ({ metres, reach }, _, locale) =>
		m.matching_refusal_reach(
			{ distance: distanceWords(Number(metres), locale), reach: distanceWords(Number(reach), locale) },
			{ locale }
		),
	gender: ({ gender }, _, locale) =>
		gender === 'female'
			? m.matching_refusal_gender_female({}, { locale })
			: m.matching_refusal_gender_male({}, { locale }),
	language: ({ languages }, words, locale) =>
		m.matching_refusal_language({ languages: languageWords(languages, words, locale) }, { locale })
};

/** Why this one person may not come, for staff: with figures where there are any. */
export function gateWords({ code, params }: Refusal, names: Names, locale?: Locale): string {
	return sentences[code]?.(params, names, locale) ?? gateName(code, locale);
}

const relaxed: Record<RelaxableGate, typeof m.matching_relax_card> = {
	card: m.matching_relax_card,
	card_expired: m.matching_relax_card_expired,
	skill: m.matching_relax_skill,
	skill_level: m.matching_relax_skill_level,
	skill_confirmed: m.matching_relax_skill_confirmed,
	time: m.matching_relax_time,
	active_tasks: m.matching_relax_active_tasks,
	weekly_minutes: m.matching_relax_weekly_minutes,
	reach: m.matching_relax_reach,
	gender: m.matching_relax_gender,
	language: m.matching_relax_language,
	vetted: m.matching_relax_vetted,
	insured: m.matching_relax_insured,
	age_unknown: m.matching_relax_age_unknown
};

/** What could be done, and how many that would bring back. */
export function relaxationWords(
	{ gate, count }: Pick<Relaxation, 'gate' | 'count'>,
	locale?: Locale
): string {
	return relaxed[gate]({ count }, { locale });
}

function skillIn({ skill }: Params, names: Names, locale?: Locale): string {
	return names.skill(skill as SkillKey, locale);
}
