import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/paraglide/runtime.js';
import type { Params } from '#lib/shared/errors.ts';
import type { SkillKey } from '#lib/skills/vocabulary.ts';
import { partCodes, type Gender, type Part, type PartCode } from './matching.ts';
import { dayWords, distanceWords, languageWords, listWords, splitKeys, type Names } from './words.ts';

/**
 * Who reads, and what is needed to speak to them. Staff hear what speaks for and against; the one helped and
 * the volunteer hear only what speaks for it, and nothing about anybody's record.
 */
export interface Reading {
	reader: 'staff' | 'resident' | 'volunteer';
	names: Names;
	/** The volunteer's, for 他 and 她 only. */
	gender?: Gender | null;
	/** The reader's language where it is not that of the request being answered. */
	locale?: Locale;
}

/** Nearer than this is said as 就在附近 to those whose address the other need not guess. */
const nearMetres = 50;
/** From this many tasks in a month on, staff are told that it is much. */
const manyTasks = 3;

type Clause = (params: Params, reading: Reading) => string | null;

const clauses: Record<PartCode, Clause> = {
	skill({ skill, held, asked, confirmed }, { reader, names, locale }) {
		const name = { skill: names.skill(skill as SkillKey, locale) };
		if (Number(held) < Number(asked)) {
			return reader === 'staff' ? m.matching_part_skill_below(name, { locale }) : null;
		}
		if (confirmed) return m.matching_part_skill_confirmed(name, { locale });
		if (reader === 'staff') return m.matching_part_skill_unconfirmed(name, { locale });
		return m.matching_part_skill(name, { locale });
	},

	// the offer says the distance to the volunteer at its head already
	distance({ metres }, { reader, locale }) {
		if (reader === 'volunteer') return null;
		if (metres === null) return reader === 'staff' ? m.matching_part_distance_unknown({}, { locale }) : null;
		if (Number(metres) < nearMetres) return m.matching_part_distance_near({}, { locale });
		const distance = distanceWords(Number(metres), locale);
		if (reader === 'staff') return m.matching_part_distance_apart({ distance }, { locale });
		return m.matching_part_distance_from_you({ distance }, { locale });
	},

	free({ day, clock }, { reader, locale }) {
		if (reader === 'volunteer') return m.matching_part_free({}, { locale });
		if (reader === 'resident' || clock === null) return null;
		const from = { clock: String(clock) };
		if (day === null) return m.matching_part_free_from_clock(from, { locale });
		return m.matching_part_free_from_day({ ...from, day: dayWords(String(day), { locale }) }, { locale });
	},

	continuity({ helps, last, good }, { reader, gender, locale }) {
		const count = Number(helps);
		if (!good)
			return reader === 'staff' && count > 0 ? m.matching_part_continuity_staff({ count }, { locale }) : null;
		if (reader === 'volunteer') return m.matching_part_continuity_volunteer_good({ count }, { locale });
		if (reader === 'staff' && count > 1) return m.matching_part_continuity_staff_good({ count }, { locale });
		if (!last) {
			return reader === 'staff'
				? m.matching_part_continuity_staff_good({ count }, { locale })
				: m.matching_part_continuity_resident({ count }, { locale });
		}
		return gender === 'female'
			? m.matching_part_continuity_again_her({}, { locale })
			: m.matching_part_continuity_again_him({}, { locale });
	},

	gender({ gender, met }, { reader, locale }) {
		const female = gender === 'female';
		if (reader === 'volunteer') return null;
		if (met)
			return female
				? m.matching_part_gender_female({}, { locale })
				: m.matching_part_gender_male({}, { locale });
		if (reader === 'resident') return null;
		return female
			? m.matching_part_gender_unmet_female({}, { locale })
			: m.matching_part_gender_unmet_male({}, { locale });
	},

	language({ spoken, missing }, { reader, names, locale }) {
		if (spoken)
			return m.matching_part_language({ languages: languageWords(spoken, names, locale) }, { locale });
		if (reader !== 'staff') return null;
		return m.matching_part_language_missing({ languages: languageWords(missing, names, locale) }, { locale });
	},

	interests({ shared }, { locale }) {
		const interests = listWords(splitKeys(shared), locale);
		return interests === '' ? null : m.matching_part_interests({ interests }, { locale });
	},

	load({ tasks, first }, { reader, locale }) {
		const count = Number(tasks);
		if (first) return null;
		if (count === 0) return m.matching_part_load_none({}, { locale });
		if (count >= manyTasks)
			return reader === 'staff' ? m.matching_part_load_many({ count }, { locale }) : null;
		if (reader === 'volunteer') {
			return count === 1
				? m.matching_part_load_one_volunteer({}, { locale })
				: m.matching_part_load_few_volunteer({ count }, { locale });
		}
		return count === 1
			? m.matching_part_load_one({}, { locale })
			: m.matching_part_load_few({ count }, { locale });
	},

	reliability({ dropped }, { reader, locale }) {
		const count = Number(dropped);
		return reader === 'staff' && count > 0 ? m.matching_part_reliability({ count }, { locale }) : null;
	},

	likelihood({ percent, less }, { reader, locale }) {
		if (reader !== 'staff' || !less) return null;
		return m.matching_part_likelihood({ percent: Number(percent) }, { locale });
	},

	freshness({ first }, { reader, locale }) {
		if (!first || reader === 'resident') return null;
		return reader === 'staff'
			? m.matching_part_freshness({}, { locale })
			: m.matching_part_freshness_volunteer({}, { locale });
	}
};

/** One part in a few words, or null where it has nothing to say to this reader. */
export function partWords({ code, params }: Part, reading: Reading): string | null {
	return clauses[code](params, reading);
}

/** The reasons one by one, in the order in which people weigh them. Parts may come from a row a year old. */
export function whyClauses(parts: readonly Part[], reading: Reading): string[] {
	return partCodes
		.flatMap((code) => parts.filter((part) => part.code === code))
		.map((part) => partWords(part, reading))
		.filter((clause) => clause !== null);
}

/** Why this one, in one sentence: 会修水管（已核实）· 距您 300 米 · 上次也是他 · 本月仅 1 次任务. */
export function whySentence(parts: readonly Part[], reading: Reading): string {
	return whyClauses(parts, reading).join(' · ');
}
